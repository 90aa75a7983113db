import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Priorities, Scenario } from "../../scenarios/model/scenario";
import type { Selection } from "../../scenarios/optimise/plan";
import { prioritise } from "../../scenarios/optimise/prioritise";
import { validateScenarioText } from "../../scenarios/validate-scenario";
import { expectAccessible, expectNoSidewaysScroll, NARROW, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const planner = openPlanner();

function checked(text: string): Scenario {
  const read = validateScenarioText(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.scenario;
}

function prioritiesOf({ priorities }: Scenario): Priorities {
  if (priorities === undefined) throw new Error("there are no priorities");
  return priorities;
}

const EXAMPLE = checked(readFileSync("scenarios/examples/durham-2020-100.json", "utf8"));
const { criteria, budgets, lines, equity = [] } = prioritiesOf(EXAMPLE);
const lineNamed = (id: string): string => lines.find((line) => line.id === id)?.name ?? id;
const areaNamed = (id: string): string => EXAMPLE.areas.find((area) => area.id === id)?.name ?? id;

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const block = (rows: readonly (readonly (string | undefined)[])[]): string =>
  rows.map((row) => row.map((cell = "") => cell).join("\t")).join("\n");

/** What a person copies from a spreadsheet: seen cell by cell, then saved as one change. */
async function paste(page: Page, href: string, rows: Parameters<typeof block>[0]): Promise<void> {
  await page.goto(href);
  await page.getByLabel("Headings and rows").fill(block(rows));
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("button", { name: /^Save (this row|these \d+ rows)$/ }).click();
  await page.waitForURL(/saved=\d+/);
}

async function addCriterion(page: Page, href: string, place: number): Promise<void> {
  const { name = "", low = "", high = "", weight = "" } = criteria[place] ?? {};
  await page.goto(`${href}/priorities/criteria`);
  await page.getByRole("link", { name: "Add a criterion" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("What 0 points mean").fill(low);
  await page.getByLabel("What 100 points mean").fill(high);
  await page.getByLabel("Weight of the new criterion").fill(weight);
  await save(page);
  await page.waitForURL(/criteria\?saved=\d+/);
}

/** The first criterion and the budget are there from the start: they get their names, their scale and their amount. */
async function fillInBudgetAndFirstCriterion(page: Page, href: string): Promise<void> {
  const [first] = criteria;
  const [budget] = budgets;
  await page.goto(`${href}/priorities/criteria`);
  const own = (name: string) => page.locator(`[name="/priorities/${name}"]`);
  await own("criteria/score/name").fill(first?.name ?? "");
  await own("criteria/score/low").fill(first?.low ?? "");
  await own("criteria/score/high").fill(first?.high ?? "");
  await save(page);
  await page.waitForURL(/saved=\d+/);
  await page.goto(`${href}/edit/priorities/budgets/budget`);
  await own("budgets/budget/name").fill(budget?.name ?? "");
  await own("budgets/budget/amount").fill(budget?.amount ?? "");
  await save(page);
  await page.waitForURL(/budgets\?saved=\d+/);
}

async function fillInWeights(page: Page, href: string): Promise<void> {
  await page.goto(`${href}/priorities/criteria`);
  const inputs = page.locator("input[name$='/weight']");
  for (const [place, { weight }] of criteria.entries()) await inputs.nth(place).fill(weight);
  await save(page);
  await page.waitForURL(/saved=(\d+|nothing)/);
}

async function addFairness(page: Page, href: string): Promise<void> {
  for (const { areas, minimumLines } of equity) {
    await page.goto(`${href}/edit/priorities/equity/-`);
    for (const area of areas) await page.getByLabel(areaNamed(area)).check();
    await page.getByLabel("Least lines").fill(String(minimumLines));
    await save(page);
    await page.waitForURL(/saved=\d+/);
  }
}

const LEVEL_ROWS = [
  ["Line", "Level", "Cost", ...criteria.map(({ name }) => name), "People"],
  ...lines.flatMap(({ name, levels }) =>
    levels.map((level) => [
      name,
      level.name,
      level.costs["envelope"],
      ...criteria.map(({ id }) => level.scores?.[id]),
      level.people,
    ]),
  ),
];
const LINE_ROWS = [
  ["Name", "Objective", "For these areas", "Must be funded", "Why it must be funded", "Only together with"],
  ...lines.map(({ name, objective, areas = [], mustFund, mustFundReason, requires = [] }) => [
    name,
    EXAMPLE.objectives?.find(({ id }) => id === objective)?.name,
    areas.map(areaNamed).join("; "),
    mustFund === true ? "Yes" : "No",
    mustFundReason,
    requires.map(lineNamed).join("; "),
  ]),
];

test("somebody builds the Durham prioritisation from an empty scenario, and it gives the same plan and rankings", async () => {
  const { page, complaints } = await planner.visit();
  await page.goto("/plans/durham-2020/new");
  await page.getByLabel("Name").fill("Durham again");
  await page.getByLabel(/^First month/).fill("April 2021");
  await page.getByLabel(/^Last month/).fill("March 2022");
  await page.getByRole("button", { name: "Create the scenario" }).click();
  await page.waitForURL(/scenarios\/durham-again/);
  const href = "/plans/durham-2020/scenarios/durham-again";

  await paste(page, `${href}/paste/edit-areas`, [["Area"], ...EXAMPLE.areas.map(({ name }) => [name])]);
  const objectives = EXAMPLE.objectives ?? [];
  await paste(page, `${href}/paste/edit-objectives`, [
    ["Objective"],
    ...objectives.map(({ name }) => [name]),
  ]);

  await page.goto(`${href}/priorities`);
  await page.getByRole("button", { name: "Begin a prioritisation" }).click();
  await page.getByRole("heading", { name: "What to enter" }).waitFor();
  await expectAccessible(page);
  await fillInBudgetAndFirstCriterion(page, href);
  for (const place of criteria.keys()) if (place > 0) await addCriterion(page, href, place);
  await fillInWeights(page, href);
  await paste(page, `${href}/paste/edit-priority-scores`, LEVEL_ROWS);
  expect(page.url()).toContain("/priorities/scores?saved=");
  await page.locator(".ag-row").first().waitFor();
  await expectAccessible(page);
  await paste(page, `${href}/paste/edit-priority-lines`, LINE_ROWS);
  await addFairness(page, href);

  await page.goto(`${href}/priorities`);
  expect(await page.locator("main").textContent()).toContain("809.25");
  const file = await page.request.get(`${href}/download/scenario.json`);
  const built = checked(await file.text());
  expect(named(built, await prioritise(built))).toEqual(named(EXAMPLE, await prioritise(EXAMPLE)));
  expect(complaints).toEqual([]);
}, 180_000);

/** A plan with its rankings in names: the ids of a person's own lines are made from what they are called. */
function named(scenario: Scenario, plan: Awaited<ReturnType<typeof prioritise>>) {
  const { lines: own } = prioritiesOf(scenario);
  const words = ({ chosen, benefit, costs }: Pick<Selection, "chosen" | "benefit" | "costs">) => ({
    chosen: chosen.map(({ line: id, level: of }) => {
      const line = own.find((one) => one.id === id);
      return [line?.name, line?.levels.find((level) => level.id === of)?.name];
    }),
    benefit: benefit.toFraction(),
    costs: [...costs.values()],
  });
  return {
    status: plan.status,
    best: words(plan),
    byScore: words(plan.rankByScore),
    bySkipping: words(plan.rankByScoreSkipping),
    byValue: words(plan.rankByValue),
  };
}

test("without JavaScript all costs and points are typed in one form, and a wrong one leads to its cell", async () => {
  const scenario = "/plans/durham-2020/scenarios/durham-2020-95";
  const { page } = await planner.visit({ viewport: NARROW, javaScriptEnabled: false });
  await page.goto(`${scenario}/priorities/scores`);
  const cell = page.getByLabel("Good practice, evaluation and research of Tiered workforce training Full");
  await cell.fill("155");
  await page.getByLabel("Cost of Communications strategy Maintain").fill("24,000");
  await save(page);
  await page.locator(".govuk-error-summary a").click();
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(
    "#/priorities/lines/training/levels/full/scores/learning",
  );
  expect(await page.getByLabel("Cost of Communications strategy Maintain").inputValue()).toBe("24,000");
  await expectNoSidewaysScroll(page);
  await cell.fill("60");
  await save(page);
  await page.waitForURL(/scores\?saved=2/);
  expect(await cell.inputValue()).toBe("60");
});

test.each([
  ["a desktop", WIDE],
  ["a phone", NARROW],
])(
  "on %s what is entered of a prioritisation is readable by everyone, also with a fault",
  async (_device, viewport) => {
    const { page } = await planner.visit({ viewport });
    const href = "/plans/durham-2020/scenarios/durham-2020-90";
    for (const path of ["scores", "criteria/new", "lines", "lines/training", "criteria", "budgets"]) {
      await page.goto(`${href}/priorities/${path}`, { waitUntil: "networkidle" });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.goto(`${href}/priorities/criteria/new`, { waitUntil: "networkidle" });
    await page.getByLabel("Points of every line left empty above").fill("many");
    await save(page);
    await page.locator(".govuk-error-summary").waitFor();
    expect(await page.getByLabel("Points of every line left empty above").inputValue()).toBe("many");
    await expectAccessible(page);
  },
);
