import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const SCENARIO = "/plans/durham-2020/scenarios/durham-2020-90";

const planner = openPlanner();

const statusOf = (page: Page): Promise<string | null> =>
  page.locator(".app-budget [role=status]").textContent();

describe.each([
  ["a desktop", WIDE],
  ["a phone", NARROW],
])("on %s", (_device, viewport) => {
  test.each([
    ["priorities", "Priorities"],
    ["priorities/lines/training", "Tiered workforce training"],
    ["priorities/criteria", "Criteria and weights"],
    ["priorities/budgets", "Budgets and fairness"],
    ["priorities/lines", "Lines"],
    ["priorities/record", "Decision record"],
  ])("%s opens, readable by everyone", async (path, heading) => {
    const { page, complaints } = await planner.visit({ viewport });
    await page.goto(`${SCENARIO}/${path}`, { waitUntil: "networkidle" });
    expect(await page.locator("main h2").first().textContent()).toBe(heading);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    if (viewport === WIDE) await takePictures(page, path.replaceAll("/", "-"));
  });
});

test("on a phone the reason of each line is on the screen, and a heading is seen while it has the focus", async () => {
  const { page } = await planner.visit({ viewport: NARROW });
  await page.goto(`${SCENARIO}/priorities`, { waitUntil: "networkidle" });
  const table = page.getByRole("table", { name: "Each line, in or out, and why" });
  const reasons = table.locator('tbody [data-heading="Why"]');
  expect(await reasons.count()).toBe(15);
  for (const reason of await reasons.all()) {
    const { x, width } = (await reason.boundingBox()) ?? { x: NaN, width: NaN };
    expect({ begins: x >= 0, ends: x + width <= NARROW.width }).toEqual({ begins: true, ends: true });
  }
  const heading = table.getByRole("columnheader").getByRole("link").first();
  const height = async (): Promise<number> => (await table.locator("thead").boundingBox())?.height ?? 0;
  expect(await height()).toBeLessThan(5);
  await heading.focus();
  expect(await height()).toBeGreaterThan(20);
});

test("by keyboard the slider shows another plan at once, and no request is made", async () => {
  const { page, complaints } = await planner.visit();
  await page.goto(`${SCENARIO}/priorities`, { waitUntil: "networkidle" });
  const asked: string[] = [];
  // Whether somebody else saved something is asked every few seconds on any page.
  page.on("request", (request) => {
    if (!request.url().includes("/latest")) asked.push(request.url());
  });
  const mark = (): Promise<string | null> => page.locator("#frontier-picture-mark").getAttribute("transform");
  const before = await mark();
  await page.getByLabel("A budget to look at, as a slider").focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowLeft");
  expect(await statusOf(page)).toMatch(/^With £\d.* less than the present plan\./);
  expect(await page.locator("#budget").inputValue()).not.toBe("1,035,000.00");
  expect(await mark()).not.toBe(before);
  await page.keyboard.press("Home");
  expect(await statusOf(page)).toBe(
    "With £0.00 no plan obeys all the rules. The cheapest plan costs £674,000.00.",
  );
  await page.keyboard.press("End");
  expect(await page.locator(".app-budget").textContent()).toContain("More money would change nothing.");
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});

test("what is typed as a budget counts while it is typed", async () => {
  const { page } = await planner.visit();
  await page.goto(`${SCENARIO}/priorities`, { waitUntil: "networkidle" });
  await page.getByLabel("A budget to look at", { exact: true }).fill("850,000");
  expect(await statusOf(page)).toContain(
    "With £850,000.00 the best plan funds 12 of 15 lines for £848,000.00",
  );
});

test("without JavaScript a budget is asked for by its form, and a wrong one gets its error", async () => {
  const { page } = await planner.visit({ javaScriptEnabled: false });
  await page.goto(`${SCENARIO}/priorities`);
  expect(await page.locator("input[type=range]").count()).toBe(0);
  await page.getByLabel("A budget to look at", { exact: true }).fill("850000");
  await page.getByRole("button", { name: "Show" }).click();
  expect(new URL(page.url()).search).toBe("?budget=850000");
  expect(await statusOf(page)).toContain(
    "With £850,000.00 the best plan funds 12 of 15 lines for £848,000.00",
  );
  await page.getByLabel("A budget to look at", { exact: true }).fill("much");
  await page.getByRole("button", { name: "Show" }).click();
  expect(await page.locator("#budget-error").textContent()).toContain(
    "The budget is “much”: write pounds, such as 1,234.50.",
  );
  await expectNoSidewaysScroll(page);
});

test("from the plans to a changed cost: the plan and its history follow, a fault is said at its field", async () => {
  const { page } = await planner.visit();
  const scenario = SCENARIO.replace("-90", "-95");
  await page.goto("/plans");
  expect(await page.locator("main").textContent()).toContain("15 funded");
  await page.goto(`${scenario}/priorities`);
  await page
    .locator("#priorities-lines")
    .getByRole("link", { name: "Communications strategy", exact: true })
    .click();
  await page.getByLabel("Cost").fill("dear");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".govuk-error-summary a").click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe(
    "/priorities/lines/communications/levels/maintain/costs/envelope",
  );
  await page.getByLabel("Cost").fill("24,000");
  await page.getByLabel("Must be funded", { exact: true }).check();
  await page.getByLabel("Why it must be funded").fill("Agreed in September 2020");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/saved=2/);
  await expect
    .poll(() => page.locator("#priorities-lines").textContent())
    .toContain("Must be funded: Agreed in September 2020.");
  await page.goto(`${scenario}/priorities/record`);
  expect(await page.locator(".app-record").textContent()).toContain("Revision 2");
});

test("when nothing fits, each rule leads to the field where it can be changed", async () => {
  const { page } = await planner.visit();
  const scenario = SCENARIO.replace("-90", "-80");
  await page.goto(`${scenario}/edit/priorities/budgets/envelope`, { waitUntil: "networkidle" });
  await page.getByLabel("Amount").fill("400000");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/priorities\/budgets\?saved=2/);
  await page.getByRole("link", { name: "The plan", exact: true }).click();
  await page.locator(".app-conflict").waitFor();
  await expectAccessible(page);
  await page
    .locator(".app-conflict")
    .getByRole("link", { name: /^The budget/ })
    .click();
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe("#/priorities/budgets/envelope/amount");
  expect(await page.getByLabel("Amount").inputValue()).toBe("400,000.00");
});

test("a way out is taken by its button, without JavaScript too, and can be taken back", async () => {
  const { page } = await planner.visit({ javaScriptEnabled: false });
  const scenario = SCENARIO.replace("-90", "-95");
  await page.goto(`${scenario}/edit/priorities/budgets/envelope`);
  await page.getByLabel("Amount").fill("400000");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/budgets\?saved=\d+/);
  await page.goto(`${scenario}/priorities`);
  await page.getByRole("button", { name: /^Raise “95 % of £1,150,000” to £/ }).click();
  await page.waitForURL(/\/priorities\?saved=\d+/);
  await page.getByText(/^Raised to £[\d,.]+ so that a plan fits: 95 % of £1,150,000$/).waitFor();
  await page.locator("#priorities-lines").waitFor();
  expect(await page.locator(".app-conflict").count()).toBe(0);
  await page.getByRole("button", { name: /^Undo: Raised to £/ }).click();
  await page.locator(".app-conflict").waitFor();
});
