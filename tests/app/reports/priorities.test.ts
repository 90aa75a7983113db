import { beforeAll, describe, expect, it, test } from "vitest";
import { formatCsv } from "../../../app/reports/csv";
import { formatTable } from "../../../app/reports/format-table";
import { changesBetween, stepAt } from "../../../app/reports/frontier-points";
import { takenOver } from "../../../app/reports/plan-words";
import { formatBenefit, type Prioritised, prioritised } from "../../../app/reports/priorities";
import { planSentences } from "../../../app/reports/plan-words";
import { buildFrontierTable } from "../../../app/reports/priorities-frontier";
import { buildPlanLinesTable, buildValueTable, valueSentence } from "../../../app/reports/priorities-lines";
import {
  buildBudgetsTable,
  buildEquityTable,
  buildObjectivesTable,
} from "../../../app/reports/priorities-money";
import { frontierPoints } from "../../../app/reports/priorities-moving";
import { buildRankingsTable } from "../../../app/reports/priorities-rankings";
import { buildConflictTable, buildLineRulesTable, ruleField } from "../../../app/reports/priorities-rules";
import { buildSavingsTable } from "../../../app/reports/priorities-savings";
import { buildCriteriaTable } from "../../../app/reports/priorities-scores";
import { prioritiesTables } from "../../../app/reports/priorities-tables";
import { cellValue, type ReportTable } from "../../../app/reports/report-table";
import type { Priorities, PriorityLine, Scenario } from "../../../scenarios/model/scenario";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { exampleScenario } from "../../support/evaluated-example";

const EXAMPLES = [
  "durham-2020-100",
  "durham-2020-95",
  "durham-2020-90",
  "durham-2020-80",
  "small/s10-plan-with-ties",
];

async function planned(scenario: Scenario): Promise<Prioritised> {
  return prioritised(scenario, await prioritise(scenario));
}

function withPriorities(scenario: Scenario, change: (priorities: Priorities) => Priorities): Scenario {
  if (scenario.priorities === undefined) throw new Error(`${scenario.id} has no priorities`);
  return { ...scenario, priorities: change(scenario.priorities) };
}

function withLine(scenario: Scenario, id: string, change: Partial<PriorityLine>): Scenario {
  return withPriorities(scenario, (priorities) => ({
    ...priorities,
    lines: priorities.lines.map((line) => (line.id === id ? { ...line, ...change } : line)),
  }));
}

const withBudget = (scenario: Scenario, amount: string): Scenario =>
  withPriorities(scenario, (priorities) => ({
    ...priorities,
    budgets: priorities.budgets.map((budget) => ({ ...budget, amount })),
  }));

/** A cell as a person reads it. */
function textOf(table: ReportTable, row: string, column: string): string {
  const place = table.columns.findIndex(({ id }) => id === column);
  const found = formatTable(table).rows.find(({ id }) => id === row);
  if (found === undefined || place < 0) throw new Error(`no ${column} of ${row} in ${table.id}`);
  return found.cells[place]?.text ?? "";
}

describe.each(EXAMPLES)("the tables of %s", (file) => {
  let view: Prioritised;
  beforeAll(async () => {
    view = await planned(exampleScenario(`${file}.json`));
  });

  it("have a cell for every column, ids of their own, and text that says something", () => {
    const tables = prioritiesTables(view);
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
    for (const table of tables) {
      expect([table.id, new Set(table.rows.map(({ id }) => id)).size]).toEqual([table.id, table.rows.length]);
      for (const { cells } of [...table.rows, ...(table.total === undefined ? [] : [table.total])]) {
        expect([table.id, cells.length]).toEqual([table.id, table.columns.length]);
      }
      const texts = formatTable(table).rows.flatMap(({ cells }) => cells.map(({ text }) => text));
      expect(texts.filter((text) => text === "" || /undefined|NaN|Infinity|\[object/.test(text))).toEqual([]);
      expect(formatCsv(table).split("\r\n")).toHaveLength(
        table.rows.length + (table.total === undefined ? 2 : 3),
      );
    }
  });

  it("say of as many lines as were chosen that they are in, for what the plan costs", () => {
    const table = buildPlanLinesTable(view);
    const chosen = table.rows.filter(({ id }) => /^In/.test(textOf(table, id, "plan")));
    expect(chosen.map(({ id }) => id)).toEqual(view.plan.chosen.map(({ line }) => line));
    const cost = chosen.reduce((sum, { cells }) => sum + (cellValue(cells[2] ?? null) as bigint), 0n);
    expect([...view.plan.costs.values()].reduce((sum, one) => sum + one, 0n)).toBe(cost);
    expect(table.total?.cells[2]).toBe(cost);
  });

  it("divide the cost of the plan among the objectives", () => {
    const table = buildObjectivesTable(view);
    const money = table.rows.map(({ cells }) => cellValue(cells[2] ?? null) as bigint);
    expect(money.reduce((sum, one) => sum + one, 0n)).toBe(table.total?.cells[2]);
    const shares = table.rows.map(({ cells }) => cellValue(cells[3] ?? null) as number);
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 3);
  });

  it("lead along the frontier from each plan to the next by what they say comes in, goes out and changes", () => {
    const frontier = frontierPoints(view);
    let names = new Set<string>();
    for (const [place, point] of frontier.points.entries()) {
      const { enters, leaves, changes } = changesBetween(
        frontier,
        frontier.points[place - 1]?.chosen ?? [],
        point.chosen,
      );
      const gone = [...leaves, ...changes.map((name) => name.replace(/ \([^)]*\)$/, ""))];
      names = new Set([...names].filter((name) => !gone.includes(name.replace(/ \([^)]*\)$/, ""))));
      for (const name of [...enters, ...changes]) names.add(name);
      const expected = point.chosen.map((choice) => frontier.choices[choice]?.name);
      expect([...names].toSorted()).toEqual(expected.toSorted());
    }
  });
});

describe("the Durham prioritisation with 90 % of the budget", () => {
  let view: Prioritised;
  beforeAll(async () => {
    view = await planned(exampleScenario("durham-2020-90.json"));
  });

  it("says that its plan is proved, and that no other brings as much", () => {
    expect(planSentences(view).join(" ")).toMatch(
      /^With £1,035,000\.00 the best plan funds 14 of 15 lines for £1,009,000\.00 and brings 791\.25 points of score\. It is proved that no plan .* brings more: .* No other plan brings as much\./,
    );
  });

  it("says where it is not proved how far it can be from the best, and claims nothing more", () => {
    const noMoreThan = view.plan.benefit.mul(1001n).div(1000n);
    const notProved = { ...view, plan: { ...view.plan, status: "not-proved", noMoreThan } as const };
    const words = planSentences(notProved).join(" ");
    expect(words).toMatch(
      /^With £1,035,000\.00 the best plan that was found funds .* It is not proved to be the best/,
    );
    expect(words).toContain("less than the best, or 0.1 %.");
    expect(words).not.toMatch(/proved that no plan within|No other plan/);
    const tables = prioritiesTables(notProved);
    expect(tables.map(({ id }) => id)).not.toContain("priorities-conflict");
    const ofPlan = tables.filter(({ id }) => !/frontier|savings/.test(id));
    const said = ofPlan.map((table) => JSON.stringify(formatTable(table))).join(" ");
    expect(said).toContain(`Not proved: no plan brings more than ${formatBenefit(noMoreThan)}.`);
    expect(/the best plan|"Best plan"|Proved:/.exec(said)).toBeNull();
    expect(takenOver(notProved.plan, "“Durham”, revision 1")).toEqual({
      name: "The best plan found, not proved, taken over: 14 lines as provisions",
      reason: "Best plan found, not proved, for the budgets of “Durham”, revision 1",
    });
  });

  it("shows what is left of the budget", () => {
    expect(textOf(buildBudgetsTable(view), "envelope", "left")).toBe("£26,000.00");
  });

  it("says of the line left out how much more money brings it in", () => {
    const lines = buildPlanLinesTable(view);
    expect(textOf(lines, "accommodation", "plan")).toBe("Out");
    expect(textOf(lines, "accommodation", "why")).toContain(
      "Comes in with £61,000.00 more, at a budget of £1,096,000.00.",
    );
  });

  it("says of a line that must be funded that no reason is given, until one is", async () => {
    const without = withPriorities(view.scenario, (priorities) => ({
      ...priorities,
      lines: priorities.lines.map(({ mustFundReason: _, ...line }) => line),
    }));
    const lines = buildPlanLinesTable(await planned(without));
    expect(textOf(lines, "encompass", "why")).toContain("Must be funded; no reason is given.");
    const reason = "Agreed by all chief officers";
    const reasoned = await planned(withLine(view.scenario, "encompass", { mustFundReason: reason }));
    expect(textOf(buildPlanLinesTable(reasoned), "encompass", "why")).toContain(`Must be funded: ${reason}.`);
  });

  it("says who needs a line", () => {
    expect(textOf(buildPlanLinesTable(view), "matac", "why")).toContain(
      "Checkpoint domestic abuse offer needs it.",
    );
  });

  it("says how much less each ranking brings, what it buys instead, and which rules it breaks", () => {
    const rankings = buildRankingsTable(view);
    expect(textOf(rankings, "by-score", "benefit")).toBe("406.25");
    expect(textOf(rankings, "by-score", "less")).toBe("385.00");
    const why = textOf(rankings, "by-score", "why");
    expect(why).toContain("Specialist domestic abuse service at Grow rather than Reduce");
    expect(why).toMatch(/It leaves out .* and 4 more, which cost/);
    expect(why).toContain("At least 8 lines for Darlington");
  });

  it("marks the present plan on the frontier, and the frontier of rules §9 begins with the cheapest plan", () => {
    const table = buildFrontierTable(view);
    expect(table.rows).toHaveLength(view.plan.frontier.length);
    expect(textOf(table, "from-100900000", "budget")).toBe("£1,009,000.00, the present plan");
  });

  it("loses with 10 % less what the best plan at that budget lacks", () => {
    const savings = buildSavingsTable(view);
    if (savings === null) throw new Error("no savings");
    expect(textOf(savings, "less-10", "budget")).toBe("£931,500.00");
    const frontier = frontierPoints(view);
    const point = frontier.points[stepAt(frontier, 93_150_000)];
    expect(textOf(savings, "less-10", "cost")).toBe(
      `£${new Intl.NumberFormat("en-GB").format((point?.pence ?? 0) / 100)}.00`,
    );
  });

  it("has weights that sum to 100, and both areas with their lines", () => {
    expect(buildCriteriaTable(view).total?.cells[1]).toBe(100);
    const equity = buildEquityTable(view);
    expect(equity?.rows.every(({ cells }) => Number(cells[2]) >= 8)).toBe(true);
  });

  it("lists lines by value for money, best first", () => {
    const values = buildValueTable(view).rows.map(({ cells }) => Number(cellValue(cells.at(-1) ?? null)));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  it("says when a benefit comes later", async () => {
    const later = await planned(withLine(view.scenario, "behaviour", { lagMonths: 12 }));
    expect(textOf(buildLineRulesTable(later), "behaviour", "lag")).toBe("12");
  });

  it("has an objective without a funded line where all its lines must not be funded", async () => {
    const early = withPriorities(view.scenario, (priorities) => ({
      ...priorities,
      lines: priorities.lines.map((line) =>
        line.objective === "early" ? { ...line, mustFund: false, mustNot: true } : line,
      ),
      equity: [],
    }));
    const table = buildObjectivesTable(await planned(early));
    expect(textOf(table, "early", "lines")).toMatch(/^None of /);
    expect(table.rows.find(({ id }) => id === "early")?.tone).toBe("warn");
  });
});

test("where every budget is £0 it is said first that no money is entered", async () => {
  const ties = exampleScenario("small/s10-plan-with-ties.json");
  const [first] = planSentences(await planned(withBudget(ties, "0.00")));
  expect(first).toMatch(/^No money is entered yet: /);
  expect(planSentences(await planned(ties))[0]).toMatch(/^With £/);
});

test("ties for the best plan are said", async () => {
  const view = await planned(exampleScenario("small/s10-plan-with-ties.json"));
  expect(planSentences(view).join(" ")).toContain("Others bring just as much: shown is the cheapest of them");
});

describe("when nothing fits", () => {
  let view: Prioritised;
  beforeAll(async () => {
    view = await planned(withBudget(exampleScenario("durham-2020-90.json"), "400000.00"));
  });

  it("the rules that conflict are said in words, each with its way out and the field where it is written", () => {
    const table = buildConflictTable(view);
    expect(table.rows.length).toBeGreaterThan(0);
    const budget = "/priorities/budgets/envelope";
    expect(textOf(table, budget, "rule")).toBe("The budget “90 % of £1,150,000” is £400,000.00");
    expect(textOf(table, budget, "way-out")).toMatch(
      /^Raise it to £[\d,]+\.\d\d, which is £[\d,]+\.\d\d more\.$/,
    );
    expect(ruleField(view, budget)).toEqual({
      page: "edit/priorities/budgets/envelope",
      field: `${budget}/amount`,
    });
  });

  it("no line is said to be left out, and a ranking that breaks a rule does not count", () => {
    expect(valueSentence(view)).not.toContain("Left out");
    expect(buildValueTable(view).columns.map(({ id }) => id)).toEqual(["line", "cost", "benefit", "value"]);
    const rankings = buildRankingsTable(view);
    expect(rankings.title).toBe("The rankings");
    expect(rankings.columns.at(-1)?.label).toBe("Why it does not count");
  });

  it("no plan is shown, and the sentence says that this is proved", () => {
    const ids = prioritiesTables(view).map(({ id }) => id);
    expect(ids).toContain("priorities-conflict");
    expect(ids).not.toContain("priorities-lines");
    expect(planSentences(view).join(" ")).toContain("No plan obeys all the rules.");
  });
});

test("a line that requires one left out, or is excluded by one that is funded, says so", async () => {
  const scenario = exampleScenario("durham-2020-90.json");
  const without = withLine(scenario, "communications", { mustNot: true });
  const lines = buildPlanLinesTable(await planned(without));
  expect(textOf(lines, "communications", "why")).toBe("Must not be funded.");
  expect(textOf(lines, "community-champions", "why")).toContain(
    "Requires Communications strategy, which is left out.",
  );
  const excluded = withLine(scenario, "hardship", { mustFund: true, excludes: ["re-offer"] });
  expect(textOf(buildPlanLinesTable(await planned(excluded)), "re-offer", "why")).toContain(
    "Excluded by Restraining-order hardship support, which is funded.",
  );
});

test("with several budgets there is no frontier before one of them moves, and each budget has its own line", async () => {
  const scenario = withPriorities(exampleScenario("durham-2020-90.json"), (priorities) => ({
    ...priorities,
    budgets: [...priorities.budgets, { id: "grant", name: "Grant", amount: "1000.00" }],
  }));
  const view = await planned(scenario);
  expect(buildBudgetsTable(view).rows.map(({ id }) => id)).toEqual(["envelope", "grant"]);
  const ids = prioritiesTables(view).map(({ id }) => id);
  expect(ids).not.toContain("priorities-frontier");
  expect(buildSavingsTable(view)).toBeNull();
});
