import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { serialiseScenario } from "../../scenarios/document/serialise-scenario";
import { durhamInTwoBudgets } from "../support/durham-in-two-budgets";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const PAGE = "/plans/durham-2020/scenarios/two-budgets/priorities";

const planner = openPlanner();

beforeAll(async () => {
  const { page } = await planner.visit();
  await page.goto("/plans/durham-2020/import");
  const buffer = Buffer.from(serialiseScenario(durhamInTwoBudgets()));
  await page.setInputFiles("input[type=file]", { name: "two.json", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL("**/scenarios/two-budgets**");
});

const statusOf = (page: Page): Promise<string | null> =>
  page.locator(".app-budget [role=status]").textContent();

const slider = (page: Page) => page.locator("input[type=range]");

/** The frontier is worked out beside the server; the page shows what is known of it, then all of it, by itself. */
async function whenWorkedOut(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await whenWhole(page);
}

async function whenWhole(page: Page): Promise<void> {
  await page.getByText("The planner is working out").waitFor({ state: "hidden" });
  await page.locator(".app-budget").waitFor();
}

async function move(page: Page, what: string): Promise<void> {
  await page.getByLabel("What moves").selectOption({ label: what });
  await page.getByRole("button", { name: "Move this" }).click();
  await page.waitForURL(/\?of=/);
  await page.waitForLoadState("networkidle");
  await whenWhole(page);
}

const changes = (page: Page): Promise<string[]> => page.locator(".app-budget__changes dd").allTextContents();

/** The rows of the frontier's table: where each begins, and what comes in, goes out and changes its level there. */
async function tableRows(page: Page, id: string): Promise<string[][]> {
  const rows = await page.locator(`[id="${id}"] tbody tr`).all();
  return Promise.all(rows.map((row) => row.locator("th, td").allTextContents()));
}

describe.each([
  ["a desktop", WIDE],
  ["a phone", NARROW],
])("on %s", (_device, viewport) => {
  test.each([
    ["one budget moves", PAGE],
    ["all move together", `${PAGE}?of=_all&share=90`],
  ])(
    "where %s the page is readable by everyone",
    async (name, address) => {
      const { page, complaints } = await planner.visit({ viewport });
      await whenWorkedOut(page, address);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
      if (viewport === WIDE) await takePictures(page, `priorities ${name}`.replaceAll(" ", "-"));
    },
    120_000,
  );
});

test("the general fund moves first: along it lines come in, go out and are swapped, as the table says", async () => {
  const { page, complaints } = await planner.visit();
  await whenWorkedOut(page, PAGE);
  expect(await page.getByLabel("What moves").locator("option:checked").textContent()).toBe("General fund");
  expect(await statusOf(page)).toBe(
    "With £805,000.00 of General fund the best plan funds 13 of 15 lines, draws £755,000.00 from it and brings 748.00, as the present plan does. £50,000.00 is left.",
  );
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().includes("/latest")) asked.push(request.url());
  });
  const amount = page.getByLabel("An amount of General fund to look at", { exact: true });
  await amount.fill("818,000");
  expect(await changes(page)).toEqual([
    "Perpetrator behaviour programme (Small)",
    "Nothing",
    "Tiered workforce training (Awareness)",
  ]);
  await slider(page).focus();
  await page.keyboard.press("Home");
  expect(await statusOf(page)).toBe(
    "With £0.00 of General fund no plan obeys all the rules. The cheapest plan needs £552,000.00 of General fund.",
  );
  const brings = async (): Promise<string> =>
    /brings ([\d.]+)/.exec((await statusOf(page)) ?? "")?.[1] ?? "none";
  const rows = await tableRows(page, "priorities-frontier-general");
  for (const [from = "", , benefit] of rows) {
    await amount.fill(from.replace(/[^\d,.]|, the present plan/g, ""));
    expect(await brings()).toBe(benefit);
  }
  await amount.fill("550,000");
  await slider(page).focus();
  const seen: string[] = [];
  for (let press = 0; press < rows.length; press++) {
    await page.keyboard.press("ArrowRight");
    seen.push(await brings());
  }
  expect(seen).toEqual(rows.map(([, , benefit]) => benefit));
  expect(rows.map((cells) => cells.slice(3, 5))).toContainEqual([
    "MATAC co-ordination",
    "Support offered again later (TAF and One Point)",
  ]);
  expect(await page.locator(".app-budget").textContent()).toContain("More money would change nothing.");
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
}, 120_000);

test("the grant is chosen to move, and all budgets together, each to the same share", async () => {
  const { page, complaints } = await planner.visit();
  await whenWorkedOut(page, PAGE);
  await move(page, "Safe accommodation grant");
  expect(await statusOf(page)).toContain("With £230,000.00 of Safe accommodation grant the best plan");
  await move(page, "All budgets together");
  expect(new URL(page.url()).searchParams.get("of")).toBe("_all");
  expect(await statusOf(page)).toContain(
    "With 100.00% of every budget, £1,035,000.00 together, the best plan funds 13 of 15 lines for £946,000.00",
  );
  await page.getByLabel("A share of every budget to look at", { exact: true }).fill("90");
  expect(await statusOf(page)).toBe(
    "With 90.00% of every budget, £931,500.00 together, the best plan funds 13 of 15 lines for £914,000.00 and brings 738.75, 9.25 less than the present plan. £17,500.00 is left.",
  );
  const tenLess = (await tableRows(page, "priorities-all-less-_all")).find(
    ([first]) => first === "10 % less",
  );
  expect(tenLess?.slice(1, 4)).toEqual(["£931,500.00", "£914,000.00", "738.75"]);
  await slider(page).focus();
  await page.keyboard.press("Home");
  expect(await statusOf(page)).toBe(
    "With 0.00% of every budget, £0.00 together, no plan obeys all the rules. The cheapest plan needs 71.06% of every budget.",
  );
  const rows = await tableRows(page, "priorities-frontier-_all");
  expect(rows[0]?.slice(0, 2)).toEqual(["71.06%", "£735,471.00"]);
  await page.keyboard.press("ArrowRight");
  expect(await statusOf(page)).toContain("With 71.06% of every budget, £735,471.00 together, the best plan");
  expect(complaints).toEqual([]);
}, 120_000);

test("without JavaScript what moves and how far is asked for by forms, and a wrong share gets its error", async () => {
  const { page: first } = await planner.visit();
  await whenWorkedOut(first, `${PAGE}?of=_all`);
  const { page } = await planner.visit({ javaScriptEnabled: false });
  await page.goto(PAGE);
  await page.getByLabel("What moves").selectOption({ label: "All budgets together" });
  await page.getByRole("button", { name: "Move this" }).click();
  expect(await slider(page).count()).toBe(0);
  await page.getByLabel("A share of every budget to look at").fill("80");
  await page.getByRole("button", { name: "Show" }).click();
  expect(new URL(page.url()).search).toBe("?of=_all&share=80");
  expect(await statusOf(page)).toContain("With 80.00% of every budget, £828,000.00 together, the best plan");
  await page.getByLabel("A share of every budget to look at").fill("most");
  await page.getByRole("button", { name: "Show" }).click();
  expect(await page.locator("#share-error").textContent()).toContain(
    "The share is “most”: write a percentage, such as 2.5.",
  );
  await expectNoSidewaysScroll(page);
}, 120_000);
