import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { formatPounds } from "../../app/reports/format-table";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { sumPence } from "../../scenarios/model/money";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";
import { exampleScenario } from "../support/evaluated-example";
import { found } from "../support/scenarios";
import { expectAccessible } from "./support/browser";
import { moveToCell, tabIntoGrid, textOfCell } from "./support/grid";
import { openPlanner } from "./support/open-planner";
import { expectSavedAs } from "./support/saved";

const planner = openPlanner();

const BEFORE = exampleScenario("llr-2015-s2.json");

/** The same edits made to the document: what every figure on the way has to equal. */
const WITH_LOT_CHANGED = checked({
  ...BEFORE,
  provisions: BEFORE.provisions.map((provision) =>
    provision.id === "joint" && provision.price !== undefined && "annual" in provision.price
      ? { ...provision, end: "2018-03-31", price: { ...provision.price, annual: "1425000.00" } }
      : provision,
  ),
});
const WITH_DISTRICT_DECLINED = checked({
  ...WITH_LOT_CHANGED,
  contributions: found(WITH_LOT_CHANGED.contributions).map((round) => ({
    ...round,
    whenSomeDecline: { rule: "fixed-share" },
    members: round.members.map((member) =>
      member.organisation === "charnwood" ? { ...member, choice: [] } : member,
    ),
  })),
});

function checked(scenario: Scenario): Scenario {
  const answer = validateScenario(scenario);
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return answer.scenario;
}

test("from the sample to changed figures, files and a restart: nothing is lost on the way", async () => {
  const { page, complaints } = await planner.visit();
  await openScenario(page);
  await changePriceAndEnd(page);
  await declineAndFixShares(page);
  await seeTheGap(page);
  await keepTheFiles(page);
  expect(complaints).toEqual([]);

  await planner.restart();
  const { page: later } = await planner.visit();
  await later.goto("/plans/llr-2015/scenarios/llr-2015-s2/lots");
  await later.locator(".ag-row").first().waitFor();
  expect(await textOfCell(later, "joint", "annual")).toBe("£1,425,000.00");
  expect(await textOfCell(later, "joint", "end")).toBe("31 March 2018");
  await later.getByRole("link", { name: "Contributions", exact: true }).click();
  await expectShares(later, evaluateScenario(WITH_DISTRICT_DECLINED));
});

async function openScenario(page: Page): Promise<void> {
  await page.goto("/");
  await expectAccessible(page);
  const name = "One joint lot, four districts in B, re-spread";
  await page.getByRole("link", { name: `Open (${name})` }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await expectAccessible(page);
}

/** By keyboard alone, as in Excel. */
async function changePriceAndEnd(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Lots", exact: true }).click();
  await tabIntoGrid(page);
  await expectAccessible(page);

  await moveToCell(page, "joint", "annual");
  await page.keyboard.type("1,425,000");
  await page.keyboard.press("Enter");
  await expectSavedAs(page, 2);
  await moveToCell(page, "joint", "end");
  await page.keyboard.type("31/3/2018");
  await page.keyboard.press("Tab");
  await expectSavedAs(page, 3);

  const { costs } = evaluateScenario(WITH_LOT_CHANGED);
  const total = sumPence([...costs.values()].map((cost) => cost.total));
  expect(await textOfCell(page, "joint", "annual")).toBe("£1,425,000.00");
  expect(await textOfCell(page, "joint", "end")).toBe("31 March 2018");
  expect(await textOfCell(page, "joint", "cost")).toBe(formatPounds(found(costs.get("joint")).total));
  expect(await textOfCell(page, "total", "cost")).toBe(formatPounds(total));
  expect(await figure(page, "Total cost")).toBe(formatPounds(total));
  await expectAccessible(page);
}

async function declineAndFixShares(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Contributions", exact: true }).click();
  await page.getByRole("heading", { name: "What each district chooses" }).waitFor();
  await expectAccessible(page);
  await expectShares(page, evaluateScenario(WITH_LOT_CHANGED));

  await page
    .getByRole("group", { name: "Charnwood Borough Council", exact: true })
    .getByLabel("Choice")
    .selectOption("Declines");
  await expectSavedAs(page, 4);
  await page
    .getByLabel("What happens to the shares of those who decline")
    .selectOption({ value: "fixed-share" });
  await expectSavedAs(page, 5);
  await expectShares(page, evaluateScenario(WITH_DISTRICT_DECLINED));
  await expectAccessible(page);
}

/** Every share, the shortfall and the unfunded line, to the penny. */
async function expectShares(page: Page, { contributions, funding, scenario }: Evaluation): Promise<void> {
  const outcome = found(contributions.get("districts"));
  for (const { organisation, total } of outcome.members) {
    const name = found(scenario.organisations.find(({ id }) => id === organisation)).name;
    const paid = page
      .getByRole("group", { name, exact: true })
      .locator("div", { hasText: "Pays in all" })
      .locator("dd");
    expect(await paid.first().textContent(), name).toBe(formatPounds(total));
  }
  expect(await figure(page, "Shortfall")).toBe(formatPounds(sumPence(outcome.shortfall)));
  expect(await figure(page, "Unfunded")).toBe(formatPounds(sumPence(funding.unfunded)));
  const shortfalls = await page
    .locator("#pot-districts tr", { hasText: "Shortfall" })
    .locator("td")
    .allTextContents();
  expect(shortfalls).toEqual([...outcome.shortfall, sumPence(outcome.shortfall)].map(formatPounds));
}

async function figure(page: Page, label: string): Promise<string | null> {
  const name = page.locator("dt").getByText(label, { exact: true });
  const figures = page.locator(".app-key-figures__figure").filter({ has: name });
  return figures.locator(".app-key-figures__value").textContent();
}

async function seeTheGap(page: Page): Promise<void> {
  await page.goto("/plans/llr-2015/scenarios/llr-2015-s2/transition?activity=advocacy");
  const gaps = page.locator("#gaps");
  expect(await gaps.textContent()).toContain("1 April 2018");
  const { coverage } = evaluateScenario(WITH_DISTRICT_DECLINED);
  const ofAdvocacy = coverage.gaps.filter(({ activity }) => activity === "advocacy");
  expect(ofAdvocacy.length).toBeGreaterThan(0);
  expect(await gaps.locator("tbody tr").count()).toBe(ofAdvocacy.length);
  await expectAccessible(page);
}

async function keepTheFiles(page: Page): Promise<void> {
  await page.goto("/plans/llr-2015/scenarios/llr-2015-s2");
  const file = await download(page, "Scenario file (JSON)");
  expect(JSON.parse(file.toString("utf8"))).toEqual(WITH_DISTRICT_DECLINED);

  const workbook = new ExcelJS.Workbook();
  const content = await download(page, "Finance workbook (Excel)");
  await workbook.xlsx.load(
    content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer,
  );
  const values = workbook.worksheets.flatMap((sheet) => {
    const cells: unknown[] = [];
    sheet.eachRow((row) => row.eachCell(({ result, value }) => cells.push(result, value)));
    return cells;
  });
  expect(values).toContain(1425000);
  const { contributions } = evaluateScenario(WITH_DISTRICT_DECLINED);
  const shortfall = found(found(contributions.get("districts")).shortfall.find((amount) => amount > 0n));
  expect(values).toContain(Number(shortfall) / 100);
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await file.path());
}
