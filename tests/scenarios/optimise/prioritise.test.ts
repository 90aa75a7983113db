import { describe, expect, it } from "vitest";
import type { Priorities, PriorityLine, Scenario } from "../../../scenarios/model/scenario";
import { formatPlan, type PlanResult } from "../../../scenarios/optimise/format-plan";
import { issuesOfPriorities, prioritise } from "../../../scenarios/optimise/prioritise";
import { deepFreeze } from "../../support/deep-freeze";
import { scenarioWith } from "../../support/scenarios";
import { tableOfSection9 } from "./table-of-section-9";

async function planOf(priorities: Priorities): Promise<PlanResult> {
  return formatPlan(await prioritise(scenarioWith({ priorities })));
}

function linesOf({ chosen }: Pick<PlanResult, "chosen">): string[] {
  return chosen.map(({ line }) => line);
}

/** A line of one level that costs so many pounds and brings so much. */
function line(id: string, cost: number, benefit: number, changes: Partial<PriorityLine> = {}): PriorityLine {
  return {
    id,
    name: id,
    levels: [{ id: "whole", costs: { pot: `${cost}.00` }, benefit: String(benefit) }],
    ...changes,
  };
}

function prioritiesWith(
  pot: number | string,
  lines: readonly PriorityLine[],
  changes: Partial<Priorities> = {},
): Priorities {
  const amount = typeof pot === "number" ? `${pot}.00` : pot;
  return { criteria: [], budgets: [{ id: "pot", name: "Pot", amount }], lines, ...changes };
}

describe("the table of rules §9 at £850,000", () => {
  it("funds helpline, children, schools, training and hospital beside the two that must be funded, and proves it", async () => {
    const plan = await planOf(tableOfSection9(850));
    expect(linesOf(plan)).toEqual([
      "refuge",
      "advocacy",
      "helpline",
      "children",
      "schools",
      "training",
      "hospital",
    ]);
    expect([plan.status, plan.proof, plan.ties]).toEqual(["optimal", "enumeration", false]);
    expect([plan.benefit, plan.costs]).toEqual(["438.25", { envelope: "843000.00" }]);
  });

  it("shows the rank lists beside it: by score and stop, by score and go on, by value for money", async () => {
    const { rankByScore, rankByScoreSkipping, rankByValue } = await planOf(tableOfSection9(850));
    expect([rankByScore.benefit, rankByScoreSkipping.benefit, rankByValue.benefit]).toEqual([
      "278",
      "386.5",
      "417.25",
    ]);
  });

  it("drops the refuge when it need not be funded, and brings 480.25", async () => {
    const plan = await planOf(tableOfSection9(850, { mustFund: [] }));
    expect(plan.benefit).toBe("480.25");
    expect(linesOf(plan)).not.toContain("refuge");
  });

  it("has a frontier from the two that must be funded to all ten", async () => {
    const { frontier } = await planOf(tableOfSection9(850));
    const points = frontier.map(({ budget, benefit }) => [Number(budget) / 1000, benefit]);
    expect(points[0]).toEqual([430, "136.5"]);
    for (const point of [
      [563, "302.25"],
      [788, "417.25"],
      [843, "438.25"],
      [1048, "542"],
    ])
      expect(points).toContainEqual(point);
    expect(points.at(-1)).toEqual([1218, "612.25"]);
  });

  it("gives the same plan, read off the same frontier, at every budget where the plan changes", async () => {
    const { frontier } = await planOf(tableOfSection9(850));
    for (const [at, point] of frontier.entries()) {
      const there = await planOf(tableOfSection9(Number(point.budget) / 1000));
      expect(there.chosen).toEqual(point.chosen);
      const justBelow = await planOf(tableOfSection9(Number(point.budget) / 1000 - 1));
      expect(justBelow.chosen).toEqual(frontier[at - 1]?.chosen ?? []);
    }
  });
});

describe("the order among equally good plans", () => {
  it("takes the cheapest, and says that there are ties", async () => {
    const plan = await planOf(prioritiesWith(50, [line("dear", 50, 10), line("cheap", 40, 10)]));
    expect([linesOf(plan), plan.ties]).toEqual([["cheap"], true]);
  });

  it("takes the one with fewer lines at equal cost", async () => {
    const plan = await planOf(prioritiesWith(50, [line("a", 20, 4), line("b", 30, 6), line("z", 50, 10)]));
    expect([linesOf(plan), plan.ties]).toEqual([["z"], true]);
  });

  it("takes the first by ids when all else is equal, whatever the order of the file", async () => {
    const lines = [line("d", 25, 5), line("c", 25, 5), line("b", 25, 5), line("a", 25, 5)];
    const plan = await planOf(prioritiesWith(50, lines));
    expect([linesOf(plan), plan.ties]).toEqual([["b", "a"], true]);
  });

  it("says that there is no tie when every other plan brings less", async () => {
    expect((await planOf(prioritiesWith(50, [line("a", 50, 10), line("b", 50, 9)]))).ties).toBe(false);
  });

  it("holds with several budgets too: the cheapest over all of them", async () => {
    const both = (id: string, one: string, two: string): PriorityLine => ({
      id,
      name: id,
      levels: [{ id: "whole", costs: { pot: one, other: two }, benefit: "10" }],
      excludes: ["a", "b", "c"].filter((other) => other !== id),
    });
    const budgets = ["pot", "other"].map((id) => ({ id, name: id, amount: "100.00" }));
    const lines = [both("a", "60.00", "50.00"), both("c", "50.00", "50.00"), both("b", "10.00", "90.00")];
    const plan = await planOf(prioritiesWith(0, lines, { budgets }));
    expect([linesOf(plan), plan.ties]).toEqual([["b"], true]);
    expect([plan.frontier, plan.wouldEnterWith]).toEqual([[], {}]);
  });
});

describe("a budget", () => {
  it("that is short by a penny does not fund the line", async () => {
    expect(linesOf(await planOf(prioritiesWith("49.99", [line("a", 50, 10)])))).toEqual([]);
    expect(linesOf(await planOf(prioritiesWith("50.00", [line("a", 50, 10)])))).toEqual(["a"]);
  });

  it("that is short by a penny in ten million pounds does not fund the lines either", async () => {
    const lines = [line("a", 5_000_000, 10), line("b", 5_000_000, 10)];
    const budgets = ["pot", "unused"].map((id) => ({ id, name: id, amount: "9999999.99" }));
    expect(linesOf(await planOf(prioritiesWith(0, lines, { budgets })))).toEqual(["a"]);
  });

  it("that a line does not name is not drawn on", async () => {
    const budgets = ["pot", "ring-fenced"].map((id) => ({
      id,
      name: id,
      amount: id === "pot" ? "10.00" : "0.00",
    }));
    const plan = await planOf(prioritiesWith(0, [line("a", 10, 1)], { budgets }));
    expect([linesOf(plan), plan.costs]).toEqual([["a"], { pot: "10.00", "ring-fenced": "0.00" }]);
  });
});

describe("what it takes to bring in a line that is left out", () => {
  it("is the least extra budget with which the plan shown contains it", async () => {
    const lines = [line("a", 60, 30), line("b", 50, 20), line("c", 40, 19)];
    const plan = await planOf(prioritiesWith(70, lines));
    expect(linesOf(plan)).toEqual(["a"]);
    expect(plan.wouldEnterWith).toEqual({ c: "20.00", b: "20.00" });
  });

  it("is silent about lines that no budget brings in", async () => {
    const plan = await planOf(
      prioritiesWith(60, [line("a", 60, 30), line("never", 10, 5, { mustNot: true })]),
    );
    expect(plan.wouldEnterWith).toEqual({});
  });

  it("counts every line when nothing fits", async () => {
    const plan = await planOf(prioritiesWith(60, [line("a", 70, 30, { mustFund: true }), line("b", 10, 5)]));
    expect(plan.status).toBe("infeasible");
    expect(plan.wouldEnterWith).toEqual({ a: "10.00", b: "20.00" });
    expect(plan.frontier.map(({ budget }) => budget)).toEqual(["70.00", "80.00"]);
  });
});

describe("when nothing fits", () => {
  const tooDear = [
    line("a", 60, 1, { mustFund: true }),
    line("b", 70, 1, { mustFund: true }),
    line("c", 5, 1, { mustFund: true }),
  ];

  it("names the smallest set of rules that conflict", async () => {
    const plan = await planOf(prioritiesWith(100, tooDear));
    expect(plan.conflict).toEqual([
      "/priorities/budgets/pot",
      "/priorities/lines/a/mustFund",
      "/priorities/lines/b/mustFund",
    ]);
    expect([plan.chosen, plan.benefit, plan.costs]).toEqual([[], "0", { pot: "0.00" }]);
    expect(linesOf(plan.rankByScoreSkipping)).toEqual(["a", "c"]);
  });

  it("gives each of them its cheapest way out", async () => {
    expect((await planOf(prioritiesWith(100, tooDear))).waysOut).toEqual([
      { rule: "/priorities/budgets/pot", enough: true, way: "raise", to: "135.00", by: "35.00" },
      { rule: "/priorities/lines/a/mustFund", enough: true, way: "drop" },
      { rule: "/priorities/lines/b/mustFund", enough: true, way: "drop" },
    ]);
  });

  it("says how far an equity minimum has to fall", async () => {
    const lines = ["a", "b", "c"].map((id, at) => line(id, 40, 10 + at, { areas: ["north"] }));
    const equity = [{ areas: ["north"], minimumLines: 3, minimumBenefit: "30" }];
    const plan = await planOf(prioritiesWith(100, lines, { equity }));
    expect(plan.conflict).toEqual(["/priorities/budgets/pot", "/priorities/equity/0"]);
    expect(plan.waysOut).toEqual([
      { rule: "/priorities/budgets/pot", enough: true, way: "raise", to: "120.00", by: "20.00" },
      { rule: "/priorities/equity/0", enough: true, way: "lower", minimumLines: 2, minimumBenefit: "23" },
    ]);
  });

  it("says when no change of one rule alone is enough", async () => {
    const lines = [
      line("a", 1, 1, { mustFund: true, requires: ["b"] }),
      line("b", 1, 1, { mustNot: true }),
      line("c", 1, 1, { mustFund: true, requires: ["d"] }),
      line("d", 1, 1, { mustNot: true }),
    ];
    const plan = await planOf(prioritiesWith(100, lines));
    expect(plan.conflict).toHaveLength(3);
    expect(plan.waysOut?.map(({ enough }) => enough)).toEqual([false, false, false]);
  });

  it("finds a chain of rules: a must be funded, needs b, which excludes c, which must be funded", async () => {
    const lines = [
      line("a", 1, 1, { mustFund: true, requires: ["b"] }),
      line("b", 1, 1, { excludes: ["c"] }),
      line("c", 1, 1, { mustFund: true }),
      line("d", 1, 1, { mustFund: true }),
    ];
    expect((await planOf(prioritiesWith(100, lines))).conflict).toEqual([
      "/priorities/lines/a/mustFund",
      "/priorities/lines/a/requires/b",
      "/priorities/lines/b/excludes/c",
      "/priorities/lines/c/mustFund",
    ]);
  });
});

describe("equity", () => {
  it("counts a line in full for a group when one of its areas is in it", async () => {
    const lines = [
      line("both", 50, 5, { areas: ["north", "south"] }),
      line("far", 50, 9, { areas: ["east"] }),
    ];
    const equity = [{ areas: ["south", "west"], minimumBenefit: "4.5" }];
    expect(linesOf(await planOf(prioritiesWith(50, lines, { equity })))).toEqual(["both"]);
  });

  it("is ignored by the rank lists", async () => {
    const lines = [line("near", 50, 5, { areas: ["north"] }), line("far", 50, 9, { areas: ["east"] })];
    const plan = await planOf(prioritiesWith(50, lines, { equity: [{ areas: ["north"], minimumLines: 1 }] }));
    expect([linesOf(plan), linesOf(plan.rankByValue)]).toEqual([["near"], ["far"]]);
  });
});

describe("the benefit of a level", () => {
  const scored = (benefit: "score" | "score-times-people"): Priorities => ({
    criteria: [
      { id: "safety", name: "Safety", weight: "60" },
      { id: "reach", name: "Reach", weight: "40" },
    ],
    benefit,
    budgets: [{ id: "pot", name: "Pot", amount: "10.00" }],
    lines: [
      {
        id: "few",
        name: "Few",
        levels: [
          { id: "whole", costs: { pot: "10.00" }, scores: { safety: "100", reach: "50" }, people: "10" },
        ],
      },
      {
        id: "many",
        name: "Many",
        levels: [
          { id: "whole", costs: { pot: "10.00" }, scores: { safety: "10", reach: "12.5" }, people: "100" },
        ],
      },
      {
        id: "given",
        name: "Given",
        mustFund: true,
        levels: [{ id: "whole", costs: {}, benefit: "0.125", people: "1000" }],
      },
    ],
  });

  it("is its weighted score, or the score times the people it reaches; a given benefit is used as it is", async () => {
    const byScore = await planOf(scored("score"));
    expect([linesOf(byScore), byScore.benefit]).toEqual([["few", "given"], "80.125"]);
    const byPeople = await planOf(scored("score-times-people"));
    expect([linesOf(byPeople), byPeople.benefit]).toEqual([["many", "given"], "1100.125"]);
  });

  it("ranks by score, not by score times people, in the lists by score", async () => {
    expect(linesOf((await planOf(scored("score-times-people"))).rankByScore)).toEqual(["few", "given"]);
  });
});

describe("prioritise", () => {
  it("leaves the scenario as it was and answers the same when asked twice", async () => {
    const scenario = deepFreeze(scenarioWith({ priorities: tableOfSection9(700) }));
    expect(formatPlan(await prioritise(scenario))).toEqual(formatPlan(await prioritise(scenario)));
  });

  it("answers with no lines: the empty plan", async () => {
    const plan = await planOf(prioritiesWith(10, []));
    expect([plan.status, plan.chosen, plan.benefit, plan.ties]).toEqual(["optimal", [], "0", false]);
    const two = { budgets: ["one", "two"].map((id) => ({ id, name: id, amount: "1.00" })) };
    expect((await planOf(prioritiesWith(10, [], two))).status).toBe("optimal");
    const equity = [{ areas: ["north"], minimumLines: 1 }];
    expect((await planOf(prioritiesWith(10, [], { equity }))).conflict).toEqual(["/priorities/equity/0"]);
  });

  it("answers without budgets: everything that the rules allow", async () => {
    const plan = await planOf(
      prioritiesWith(0, [line("a", 5, 1), line("b", 5, 1, { mustNot: true })], { budgets: [] }),
    );
    expect([linesOf(plan), plan.costs]).toEqual([["a"], {}]);
  });

  it("says what is missing or too fine to be added exactly", () => {
    const codes = (scenario: Scenario): string[] => issuesOfPriorities(scenario).map(({ code }) => code);
    expect(codes(scenarioWith())).toEqual(["missing"]);
    const fine = ["1234567.123456789012", "7654321.210987654321"].map((benefit, at) =>
      line(`line-${at}`, 1, 1, { levels: [{ id: "whole", costs: {}, benefit }] }),
    );
    expect(codes(scenarioWith({ priorities: prioritiesWith(1, fine) }))).toEqual(["too-fine"]);
    const dear = line("a", 1, 1, {
      levels: [{ id: "whole", costs: { pot: "999999999999999.00" }, benefit: "1" }],
    });
    expect(codes(scenarioWith({ priorities: prioritiesWith(1, [dear]) }))).toEqual(["too-large"]);
    expect(codes(scenarioWith({ priorities: tableOfSection9(850) }))).toEqual([]);
  });
});
