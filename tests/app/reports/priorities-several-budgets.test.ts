import { beforeAll, describe, expect, it } from "vitest";
import { formatTable } from "../../../app/reports/format-table";
import { type Prioritised, prioritised } from "../../../app/reports/priorities";
import {
  buildFrontierTable,
  frontierSentence,
  notProvedSentence,
} from "../../../app/reports/priorities-frontier";
import { frontierPoints, movedBy } from "../../../app/reports/priorities-moving";
import { buildAllLessTable, buildSavingsTable } from "../../../app/reports/priorities-savings";
import { ceilingAlong, changeBeside } from "../../../app/reports/frontier-points";
import { aheadWords, nothingWords } from "../../../app/reports/frontier-words";
import { prioritiesTables } from "../../../app/reports/priorities-tables";
import { whyWords } from "../../../app/reports/priorities-why";
import type { ReportTable } from "../../../app/reports/report-table";
import { withFrontier, workOutFrontier } from "../../../scenarios/optimise/budget-frontier";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import type { FrontierLimits } from "../../../scenarios/optimise/frontier-walk";
import { loadSolver } from "../../../scenarios/optimise/solver";
import { ALL_BUDGETS } from "../../../scenarios/optimise/what-moves";
import { GENERAL_AND_GRANT } from "../../scenarios/optimise/general-and-grant";
import { scenarioWith } from "../../support/scenarios";

async function moving(
  moves: string,
  limits?: FrontierLimits,
  priorities = GENERAL_AND_GRANT,
): Promise<Prioritised> {
  const scenario = scenarioWith({ priorities });
  const work = workOutFrontier(priorities, moves, await loadSolver(), limits);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return prioritised(scenario, withFrontier(await prioritise(scenario), priorities, step.value));
}

const rowsOf = (table: ReportTable | null): readonly string[] =>
  (table === null ? [] : formatTable(table).rows).map(({ cells }) =>
    cells.map(({ text }) => text).join(" | "),
  );

function why(view: Prioritised, id: string): string {
  const line = view.priorities.lines.find((one) => one.id === id);
  return line === undefined ? "" : whyWords(view, line);
}

describe("a general fund that moves beside a grant that is held", () => {
  let view: Prioritised;
  beforeAll(async () => {
    view = await moving("general");
  });

  it("has its frontier, where the present amount is marked, and says which budget is meant", () => {
    const table = buildFrontierTable(view);
    expect(table.title).toBe("What each amount of General fund buys");
    expect(rowsOf(table).filter((row) => row.includes("the present plan"))).toEqual([
      "£70,000.00, the present plan | 2 | 15.00 | refuge | helpline | –",
    ]);
    expect(frontierSentence(view)).toContain("The present £80,000.00 of it bring 15.00 from 2 lines.");
  });

  it("says of a line left out how much more of it brings it in, or that none does", () => {
    expect(why(view, "helpline")).toBe(
      "Within these budgets other lines bring more. Comes in with £10,000.00 more of General fund, at £90,000.00.",
    );
    expect(why(view, "housing")).toContain("No amount of General fund, however large, brings it in");
  });

  it("says what 5, 10 and 20 % less of it would lose, and what less of every budget would", () => {
    expect(rowsOf(buildSavingsTable(view))).toEqual([
      "5 % less | £76,000.00 | £70,000.00 | 15.00 | 0.00% | – | – | –",
      "10 % less | £72,000.00 | £70,000.00 | 15.00 | 0.00% | – | – | –",
      "20 % less | £64,000.00 | £40,000.00 | 11.00 | 26.67% | helpline | refuge | –",
    ]);
    expect(rowsOf(buildAllLessTable(view))).toEqual([
      "5 % less | £114,000.00 | £90,000.00 | 15.00 | 0.00% | – | – | –",
      "10 % less | £108,000.00 | £90,000.00 | 15.00 | 0.00% | – | – | –",
      "20 % less | £96,000.00 | £60,000.00 | 11.00 | 26.67% | helpline | refuge | –",
    ]);
  });

  it("names in each file's address the budget that moves in it", () => {
    const ids = prioritiesTables(view).map(({ id }) => id);
    expect(ids.filter((id) => movedBy(view, id) !== null)).toEqual([
      "priorities-frontier-general",
      "priorities-savings-general",
      "priorities-all-less-general",
    ]);
    expect([movedBy(view, "priorities-savings-grant"), movedBy(view, "priorities-lines")]).toEqual([
      "grant",
      null,
    ]);
  });
});

describe("all budgets together", () => {
  let view: Prioritised;
  beforeAll(async () => {
    view = await moving(ALL_BUDGETS);
  });

  it("have a frontier of shares with what they come to, where the present plan is marked", () => {
    const table = buildFrontierTable(view);
    expect(table.title).toBe("What each share of all budgets buys");
    expect(rowsOf(table)).toEqual([
      "0.00% | £0.00 | 0 | 0.00 | – | – | –",
      "37.50% | £45,000.00 | 1 | 6.00 | helpline | – | –",
      "50.00% | £60,000.00 | 2 | 11.00 | advice | – | –",
      "87.50%, the present plan | £105,000.00 | 2 | 15.00 | refuge | helpline | –",
      "112.50% | £135,000.00 | 2 | 16.00 | helpline | advice | –",
      "125.00% | £150,000.00 | 3 | 25.00 | housing | – | –",
      "175.00% | £210,000.00 | 4 | 30.00 | advice | – | –",
    ]);
    expect(frontierSentence(view)).toBe(
      "A plan needs at least 0.00% of every budget to obey the rules and then brings 0.00; with 175.00% or more the best plan brings 30.00. The present budgets of £120,000.00 together bring 15.00 from 2 lines.",
    );
  });

  it("say of a line left out the share that brings it in, and what that is more", () => {
    expect(why(view, "helpline")).toBe(
      "Within these budgets other lines bring more. Comes in at 112.50% of every budget, £15,000.00 more together.",
    );
  });

  it("have their cuts in one table, none for a budget alone", () => {
    expect(buildSavingsTable(view)).toBeNull();
    expect(rowsOf(buildAllLessTable(view))[2]).toContain(
      "20 % less | £96,000.00 | £60,000.00 | 11.00 | 26.67%",
    );
  });

  it("say what comes next, and that nothing above ten times the budgets was looked at", async () => {
    const budgets = GENERAL_AND_GRANT.budgets.map((one) =>
      one.id === "grant" ? { ...one, amount: "400.00" } : one,
    );
    const frontier = frontierPoints(await moving(ALL_BUDGETS, undefined, { ...GENERAL_AND_GRANT, budgets }));
    expect(aheadWords(frontier, 10_000)).toBe("The next change is at 112.50%: helpline comes in.");
    expect(aheadWords(frontier, 13_000)).toBe(
      "Nothing changes above that, up to 1,000.00%; what more would change was not looked at.",
    );
  });
});

describe("a frontier of which not all is proved", () => {
  let view: Prioritised;
  beforeAll(async () => {
    view = await moving("general", { points: 3, plans: 400_000, inAll: 1_000_000 });
  });

  it("says in a sentence what is proved and where nothing is", () => {
    expect(notProvedSentence(view)).toBe(
      "3 plans are proved to be the best from where they begin; from £0.00 to £39,999.99, from £88,000.01 to £89,999.99 and from £90,000.01 to £100,000.00 none is: to prove them all takes longer than the planner allows. The table says what is known there.",
    );
  });

  it("says of the picture what its line of dots is; where all is proved there is none", async () => {
    const dots = "Where no plan is proved, the line of dots shows what none can bring more than.";
    expect(frontierSentence(view)).toContain(dots);
    expect(frontierSentence(await moving("general"))).not.toContain("dots");
  });

  it("has a row for each span that is not proved, with what the best plan brings there at least and at most", () => {
    expect(rowsOf(buildFrontierTable(view)).filter((row) => row.includes("not proved"))).toEqual([
      "£0.00 to £9,999.99: not proved | – | at most 9.00 | – | – | –",
      "£10,000.00 to £19,999.99: not proved | – | at most 11.00 | – | – | –",
      "£20,000.00 to £29,999.99: not proved | – | at most 11.00 | – | – | –",
      "£30,000.00 to £39,999.99: not proved | – | at most 11.00 | – | – | –",
      "£88,000.01 to £89,999.99: not proved | – | at least 15.00, at most 16.00 | – | – | –",
      "£90,000.01 to £100,000.00: not proved | – | at least 16.00, at most 24.00 | – | – | –",
    ]);
  });

  it("draws over each span what no plan there can bring more than, which bends but never falls", () => {
    const frontier = frontierPoints(view);
    const [low, , high] = frontier.gaps.map((gap) =>
      ceilingAlong(frontier, gap).map(({ at, benefit }) => [at, Math.round(benefit * 100) / 100]),
    );
    // The grant alone brings 7.2 of housing; £30,000 bring 6 more, but here no plan is better than the next proved one.
    expect([low?.[0], low?.at(-1)]).toEqual([
      [0, 7.2],
      [3_999_999, 11],
    ]);
    expect([high?.[0], high?.at(-1)]).toEqual([
      [9_000_001, 23.2],
      [10_000_000, 24],
    ]);
  });

  it("shows no plan where none is proved, and says how far one is", () => {
    const frontier = frontierPoints(view);
    expect(nothingWords(frontier, 8_900_000)).toBe(
      "With £89,000.00 of General fund it is not proved which plan is the best, nor anywhere from £88,000.01 to £89,999.99. It brings at least 15.00 and at most 16.00.",
    );
    expect(aheadWords(frontier, 8_000_000)).toBe(
      "From £88,000.01 to £89,999.99 it is not proved which plan is the best.",
    );
  });

  it("leads from each change to the next, down to nothing, up to the last", () => {
    const frontier = frontierPoints(view);
    const walk = (from: number, side: "above" | "below"): number[] => {
      const next = changeBeside(frontier, from, side);
      return next === from ? [] : [next, ...walk(next, side)];
    };
    const up = [4_000_000, 7_000_000, 8_800_001, 9_000_000, 9_000_001, 10_000_001];
    expect(walk(0, "above")).toEqual(up);
    expect(walk(9_500_000, "below")).toEqual([...up.slice(0, -1).toReversed(), 0]);
  });

  it("names no least amount beyond such a span", () => {
    expect(why(view, "helpline")).toBe(
      "Within these budgets other lines bring more. How much more of General fund brings it in is not known.",
    );
  });
});
