import { beforeAll, describe, expect, it } from "vitest";
import { planMovingGeneral } from "../../../app/cli/plan-along";
import { OPEN_IN_PLANNER } from "../../../app/workbook/planner-state";
import { columnLetters, type SheetName } from "../../../app/workbook/sheet";
import { writeWorkbook } from "../../../app/workbook/write-workbook";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { GENERAL_AND_GRANT } from "../../scenarios/optimise/general-and-grant";
import { evaluatedExample, exampleScenario } from "../../support/evaluated-example";
import { type ReadWorkbook, readWorkbook, sheetOf } from "../../support/read-workbook";
import { recalculate } from "../../support/recalculate";
import { scenarioWith } from "../../support/scenarios";
import { assumption, checkAddress, coverAddress } from "../../support/workbook-breaks";
import type { Typed } from "../../support/workbook-cells";

const CREATED_AT = new Date("2015-01-05T09:30:00Z");

/** What Checks says of a line after a change. */
function checkAfter(read: ReadWorkbook, about: RegExp, changes: readonly Typed[]): unknown {
  return recalculate(read, changes).valueAt("Checks", checkAddress(read, about));
}

/** What the last column of a sheet says in its first row after a change. */
function stateAfter(read: ReadWorkbook, name: string, changes: readonly Typed[]): unknown {
  const column = (sheetOf(read, name).rows[0] ?? []).findIndex(
    (cell) => cell?.value === "State of the figures",
  );
  return recalculate(read, changes).valueAt(name, `${columnLetters(column)}2`);
}

describe("a figure that only the planner works out", () => {
  let read: ReadWorkbook;
  beforeAll(async () => {
    const reference = { name: "As today", evaluation: evaluatedExample("llr-2015-s0.json") };
    read = await readWorkbook(
      await writeWorkbook(evaluatedExample("llr-2015-s1.json"), { createdAt: CREATED_AT, reference }),
    );
  });

  it.each([
    ["Capacity", "/provisions/joint/start", 42_309, /capacity and waits/],
    ["Capacity", "/contributions/districts/members/melton/choice", "Declines", /capacity and waits/],
    ["Data", "/provisions/joint/price/annual", 1_000_000, /data for pivot tables/],
  ] as const)("on %s is to be opened in the planner when %s changes", (sheet, path, value, check) => {
    const change = [assumption(read, path, value)];
    expect(stateAfter(read, sheet, [])).toBe("As in the planner");
    expect(stateAfter(read, sheet, change)).toBe(OPEN_IN_PLANNER);
    expect(checkAfter(read, check, change)).toBe(OPEN_IN_PLANNER);
  });

  it("still stands when nothing that it depends on changes: capacity when a price does", () => {
    const change = [assumption(read, "/provisions/joint/price/annual", 1_000_000)];
    expect(stateAfter(read, "Capacity", change)).toBe("As in the planner");
    expect(checkAfter(read, /capacity and waits/, change)).toBe(true);
  });

  it("is counted on the Cover, which says that no check fails", () => {
    const change = [assumption(read, "/provisions/joint/start", 42_309)];
    expect(recalculate(read, change).valueAt("Cover", coverAddress(read, "Checks"))).toMatch(
      /^No check fails; \d+ to open in the planner$/,
    );
  });

  it("of a comparison follows where the Summary has it, and says so where not", () => {
    const rows = sheetOf(read, "Compare").rows;
    const after = recalculate(read, [assumption(read, "/provisions/joint/price/annual", 1_000_000)]);
    const [total, gaps] = ["Total cost", "Days without a required service"].map((name) =>
      rows.findIndex((cells) => String(cells[1]?.value).startsWith(name)),
    );
    expect(after.valueAt("Compare", `F${(total ?? 0) + 1}`)).toBe(after.valueAt("Summary", "G4"));
    expect(after.valueAt("Compare", `I${(gaps ?? 0) + 1}`)).toBe(OPEN_IN_PLANNER);
  });
});

describe("the priorities of the Durham grants", () => {
  const scenario = exampleScenario("durham-2020-90.json");
  let read: ReadWorkbook;
  beforeAll(async () => {
    const budgetPlan = await prioritise(scenario);
    const evaluation = evaluateScenario(scenario);
    read = await readWorkbook(await writeWorkbook(evaluation, { createdAt: CREATED_AT, budgetPlan }));
  });

  it("come to the same in another engine, every check TRUE", () => {
    expect(recalculate(read).differences).toEqual([]);
    const holds = sheetOf(read, "Checks").rows.slice(1);
    expect(holds.every((cells) => cells[1]?.value === true)).toBe(true);
  });

  it("show the plan's cost and benefit as sums over its lines", () => {
    const { rows } = sheetOf(read, "Priorities");
    const best = rows.find((cells) => cells[0]?.value === "Best plan: together");
    expect(best?.[1]?.formula).toMatch(/^ROUND\(SUMPRODUCT/);
    expect(Number(best?.[1]?.value)).toBeGreaterThan(0);
  });

  it("turn the budget's check FALSE when the budget no longer holds the plan", () => {
    const budget = scenario.priorities?.budgets[0]?.id ?? "";
    const change = [assumption(read, `/priorities/budgets/${budget}/amount`, 1)];
    expect(checkAfter(read, /The plan shown keeps within the budget/, change)).toBe(false);
    expect(checkAfter(read, /The plan of the priorities is the planner's/, change)).toBe(OPEN_IN_PLANNER);
  });

  it("follow a score: its line brings more, and the best plan is to be opened in the planner", () => {
    const line = scenario.priorities?.lines[0];
    const criterion = scenario.priorities?.criteria[0]?.id ?? "";
    const path = `/priorities/lines/${line?.id ?? ""}/levels/${line?.levels[0]?.id ?? ""}/scores/${criterion}`;
    const column = (sheetOf(read, "Priorities").rows[0] ?? []).findIndex(
      (cell) => cell?.value === "Total score",
    );
    const address = `${columnLetters(column)}2`;
    const [before, after] = [[], [assumption(read, path, 100)]].map((changes) =>
      Number(recalculate(read, changes).valueAt("Priorities", address)),
    );
    expect(after).toBeGreaterThan(before ?? 0);
    expect(stateAfter(read, "Priorities", [assumption(read, path, 100)])).toBe(OPEN_IN_PLANNER);
  });
});

describe("the priorities of two budgets", () => {
  const scenario = scenarioWith({ priorities: GENERAL_AND_GRANT });
  let read: ReadWorkbook;
  beforeAll(async () => {
    const budgetPlan = await planMovingGeneral(await prioritise(scenario), scenario);
    read = await readWorkbook(
      await writeWorkbook(evaluateScenario(scenario), { createdAt: CREATED_AT, budgetPlan }),
    );
  });

  const textsOf = (sheet: SheetName): string[][] =>
    sheetOf(read, sheet)
      .rows.slice(1)
      .map((cells) => cells.map((cell) => String(cell?.value)));

  it("come to the same in another engine, every check TRUE", () => {
    expect(recalculate(read).differences).toEqual([]);
    expect(
      sheetOf(read, "Checks")
        .rows.slice(1)
        .every((cells) => cells[1]?.value === true),
    ).toBe(true);
  });

  it("have the frontier of the general fund, and the least more of it that brings in a line", () => {
    expect(textsOf("Frontier").map(([from, lines, benefit]) => [from, lines, benefit])).toEqual([
      ["0", "0", "0"],
      ["10000", "1", "5"],
      ["30000", "1", "6"],
      ["40000", "2", "11"],
      ["70000", "2", "15"],
      ["90000", "2", "16"],
      ["100000", "3", "21"],
    ]);
    const heads = (sheetOf(read, "Priorities").rows[0] ?? []).map((cell) => String(cell?.value));
    const least = heads.indexOf("Least more of General fund that brings it in");
    const rows = textsOf("Priorities").slice(0, 4);
    expect(rows.map((cells) => [cells[0], cells[least]])).toEqual([
      ["refuge", "n/a"],
      ["helpline", "10000"],
      ["housing", "n/a"],
      ["advice", "n/a"],
    ]);
  });

  it("say what cuts of the general fund and of every budget would lose", () => {
    expect(textsOf("Savings").map((cells) => cells.slice(0, 5))).toEqual([
      ["General fund", "5 % less", "76000", "70000", "15"],
      ["General fund", "10 % less", "72000", "70000", "15"],
      ["General fund", "20 % less", "64000", "40000", "11"],
      ["Every budget", "5 % less", "114000", "90000", "15"],
      ["Every budget", "10 % less", "108000", "90000", "15"],
      ["Every budget", "20 % less", "96000", "60000", "11"],
    ]);
  });

  it("are to be opened in the planner when a budget is changed", () => {
    const change = [assumption(read, "/priorities/budgets/general/amount", 90_000)];
    expect([stateAfter(read, "Frontier", change), stateAfter(read, "Savings", change)]).toEqual([
      OPEN_IN_PLANNER,
      OPEN_IN_PLANNER,
    ]);
  });

  it("without a frontier say so, not that there is none", async () => {
    const options = { createdAt: CREATED_AT, budgetPlan: await prioritise(scenario) };
    const without = await readWorkbook(await writeWorkbook(evaluateScenario(scenario), options));
    expect(String(sheetOf(without, "Frontier").rows[1]?.[0]?.value)).toBe(
      "Not worked out: open the priorities in the planner",
    );
  });
});

describe("what a panel said of the lines", () => {
  const scenario = exampleScenario("durham-2020-90.json");
  const cells = ["early", "response", "voice", "risk", "learning", "deliverability"];
  const scored = (points: string) => ({
    matac: {
      interest: "",
      points: Object.fromEntries(cells.map((criterion) => [`maintain/${criterion}`, points])),
    },
  });
  const member = { savedAt: null, answered: 6, interests: {} };
  const panel = {
    ...{ number: 1, openedAt: "2015-01-01", openedBy: "Ann", closedAt: "2015-01-02", closedBy: "Ann" },
    ...{ own: null, cells: 6 },
    members: [
      { ...member, person: "ann", name: "Ann", sheet: scored("80") },
      { ...member, person: "ben", name: "Ben", sheet: scored("50") },
      { ...member, person: "col", name: "Col", interests: { matac: "Works there" }, sheet: {} },
    ],
  };

  it("stands beside its scores: who scored, how far apart, the medians, and what was agreed in whose words", async () => {
    const agreements = new Map([["matac", { by: "Ann", note: "Ben had the old report" }]]);
    const budgetPlan = await prioritise(scenario);
    const options = { createdAt: CREATED_AT, budgetPlan, panel: { panel, agreements } };
    const read = await readWorkbook(await writeWorkbook(evaluateScenario(scenario), options));
    const { rows } = sheetOf(read, "Priorities");
    const heads = (rows[0] ?? []).map((cell) => String(cell?.value ?? ""));
    const matac = rows.find((row) => row[0]?.value === "MATAC co-ordination");
    const said = heads.flatMap((head, place) =>
      head.startsWith("Panel: ") ? [[head.slice(7), matac?.[place]?.value]] : [],
    );
    expect(Object.fromEntries(said)).toEqual({
      "scored by": "Ann; Ben",
      "kept out by an interest": "Col (Works there)",
      "widest range": 30,
      "differs most on": "Prevention through early intervention and education",
      "score by the medians": 65,
      agreed: "By Ann: Ben had the old report",
    });
    expect(recalculate(read).differences).toEqual([]);
  });
});

describe("the changes of a scenario", () => {
  const entry = { changeName: "", operations: [], reason: null, author: "", createdAt: "" };
  const history = [
    {
      ...entry,
      number: 2,
      changeName: "Price of the joint lot",
      operations: [{ op: "replace" as const, path: "/provisions/joint/price/annual", value: "1200000.00" }],
      reason: "Tender",
      author: "Finance",
      createdAt: "2015-01-04T16:20:00.000Z",
    },
    { ...entry, number: 1, changeName: "Imported", author: "Lead", createdAt: "2015-01-02T09:00:00.000Z" },
  ];

  it("are listed with who, when and why, and Inputs says who changed each assumption last", async () => {
    const read = await readWorkbook(
      await writeWorkbook(evaluatedExample("llr-2015-s1.json"), { createdAt: CREATED_AT, history }),
    );
    const rows = sheetOf(read, "Changes").rows.map((cells) => cells.map((cell) => cell?.value));
    expect(rows[1]).toEqual([
      2,
      "Price of the joint lot",
      "Finance",
      expect.closeTo(42_008.680_556, 5),
      "Tender",
      1,
      "/provisions/joint/price/annual",
    ]);
    const inputs = sheetOf(read, "Inputs").rows;
    const who = (path: string): unknown => inputs.find((cells) => cells[1]?.value === path)?.[9]?.value;
    expect(who("/provisions/joint/price/annual")).toBe("Finance");
    expect(who("/provisions/joint/start")).toBe("Lead");
  });
});
