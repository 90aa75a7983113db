import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const planner = openPlanner();

const BASELINE = "As it is to September 2015, then nothing";
const NAMES = [
  "One joint lot, all districts in B",
  "One joint lot, four districts in B, re-spread",
  "Two lots (SV | DV), Harborough buys in, two sign the framework",
  "S1 slips to 1 November 2015, bridging not extended",
];
const WHY = "/plans/llr-2015/compare?reference=llr-2015-s0&scenario=llr-2015-s3&why=unfunded:llr-2015-s3";

const compare = (page: Page): Promise<void> => page.getByRole("button", { name: "Compare" }).click();
const table = (page: Page, name: string) => page.getByRole("table", { name, exact: true });
const texts = (page: Page): Promise<string> => page.locator("main").innerText();

test.each([
  ["with scripts", true],
  ["without scripts", false],
])("someone compares S1 to S4 with the baseline, %s", async (_how, javaScriptEnabled) => {
  const { page, complaints } = await planner.visit({ javaScriptEnabled });
  await page.goto("/plans");
  await page.getByRole("button", { name: "Compare scenarios" }).first().click();
  await page.waitForURL(/\/plans\/llr-2015\/compare/);
  for (const name of NAMES) await page.getByLabel(name, { exact: true }).check();
  await page.getByLabel("Reference", { exact: true }).selectOption({ label: BASELINE });
  await compare(page);
  await page.waitForURL(/reference=llr-2015-s0/);
  const heads = async () => (await table(page, "Cost").getByRole("columnheader").allInnerTexts()).slice(1);
  await expect
    .poll(async () => (await heads()).map((head) => head.split("\n")[0]))
    .toEqual([BASELINE, ...NAMES]);

  await page
    .getByLabel("Order of the rows")
    .selectOption({ label: "Largest difference first, in each subject" });
  await compare(page);
  await page.waitForURL(/sort=difference/);
  await expect
    .poll(() => table(page, "Cost").getByRole("rowheader").first().innerText())
    .toContain("Total cost");

  await page.getByRole("link", { name: /Why\W+Total cost, Two lots/ }).click();
  await page.waitForURL(/why=total-cost/);
  await expect.poll(() => page.locator("#why table").innerText()).toContain("£5,803,471.89");
  expect(await page.locator("#why").innerText()).toContain(
    "Domestic violence lot: 1 October 2015 to 30 September 2018, £930,000.00 a year (added)",
  );

  await expect.poll(() => texts(page)).toContain("Cost 2014/15");
  await page.getByLabel("Hide rows where all scenarios are equal").check();
  await compare(page);
  await page.waitForURL(/hide-equal=on/);
  await expect.poll(() => table(page, "Cost").innerText()).not.toContain("Cost 2014/15");

  await page.getByLabel("Reference", { exact: true }).selectOption({ label: NAMES[0] ?? "" });
  await compare(page);
  await page.waitForURL(/reference=llr-2015-s1/);
  await expect.poll(() => texts(page)).toContain(`set against the reference, “${NAMES[0] ?? ""}”`);

  const shown = await texts(page);
  const other = await planner.visit({ javaScriptEnabled });
  await other.page.goto(page.url());
  expect(await texts(other.page)).toBe(shown);
  expect(complaints).toEqual([]);
});

test("the workbook of the comparison opens, with the waterfall that is open on the page", async () => {
  const { page } = await planner.visit();
  await page.goto(WHY);
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Comparison workbook (Excel)" }).click();
  const content = await readFile(await (await started).path());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(content).buffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Cover", "Compare", "Changes", "Waterfall"]);
  expect(workbook.getWorksheet("Waterfall")?.getColumn(2).values).toContain("Unfunded");
});

describe.each([
  ["a desktop", WIDE],
  ["a phone", NARROW],
])("on %s", (_device, viewport) => {
  test.each([
    ["with its explanation", WHY],
    ["of all scenarios", "/plans/llr-2015/compare"],
    ["of scenarios without provisions", "/plans/durham-2020/compare"],
    ["of an address that is wrong", "/plans/llr-2015/compare?reference=none&scenario=nobody&sort=best"],
  ])("a comparison %s can be read by everyone", async (_what, address) => {
    const { page, complaints } = await planner.visit({ viewport });
    await page.goto(address);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(complaints).toEqual([]);
  });
});

test("on a phone the names of rows and scenarios stay in view while a table is moved sideways", async () => {
  const { page } = await planner.visit({ viewport: NARROW });
  await page.goto("/plans/llr-2015/compare");
  const region = page.getByRole("region", { name: "Cost", exact: true });
  await region.evaluate((element) => element.scrollTo({ left: 400 }));
  const row = table(page, "Cost").getByRole("rowheader").first();
  const box = await row.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect(await row.innerText()).toContain("Total cost");
});

test("a subject of many rows is folded away; the contents lead to it, and one press opens it", async () => {
  const { page } = await planner.visit();
  await page.goto("/plans/llr-2015/compare");
  const demand = page.getByRole("region", { name: "Demand, capacity and waits", exact: true });
  expect(await demand.isVisible()).toBe(false);
  await page.getByRole("link", { name: "Demand, capacity and waits" }).click();
  await page.getByText(/^Demand, capacity and waits: \d\d rows$/).click();
  await demand.getByRole("rowheader", { name: /^Waiting at the end: Advocacy/ }).waitFor();
  await expectAccessible(page);
});

test("a plan of one scenario says what is needed to compare", async () => {
  const { page } = await planner.visit();
  await page.goto("/plans/derby-2015/compare");
  expect(await texts(page)).toContain("Choose at least one scenario besides the reference.");
  await expectAccessible(page);
});

test("the pictures of the comparison are there to look at", async () => {
  const { page } = await planner.visit();
  await page.goto(WHY);
  await takePictures(page, "compare");
});
