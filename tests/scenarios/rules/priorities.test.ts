import { describe } from "vitest";
import { shareWeights } from "../../../scenarios/calculate/weights";
import { planSteps } from "../../../scenarios/compare-scenarios";
import { parseMoney, type Pence } from "../../../scenarios/model/money";
import type { Rational } from "../../../scenarios/model/rational";
import type { Priorities } from "../../../scenarios/model/scenario";
import { withFrontier, workOutFrontier } from "../../../scenarios/optimise/budget-frontier";
import type { Plan, Selection } from "../../../scenarios/optimise/plan";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { scoreOf } from "../../../scenarios/optimise/problem";
import { loadSolver } from "../../../scenarios/optimise/solver";
import { ALL_BUDGETS } from "../../../scenarios/optimise/what-moves";
import { found, scenarioWith } from "../../support/scenarios";
import { GENERAL_AND_GRANT } from "../optimise/general-and-grant";
import { tableOfSection9 } from "../optimise/table-of-section-9";
import { cells, listed, vectors, wholePounds } from "./rules-document";

const MUST_FUND = ["refuge", "advocacy"];

const inThousands = (amount: Pence): string => wholePounds(amount / 1_000n);
const twoDecimals = (benefit: Rational): string => benefit.valueOf().toFixed(2);
const names = ({ chosen }: Pick<Selection, "chosen">): string[] => chosen.map(({ line }) => line);
const beside = (selection: Pick<Selection, "chosen">): string =>
  names(selection)
    .filter((line) => !MUST_FUND.includes(line))
    .join(", ");

const planOf = (priorities: Priorities): Promise<Plan> => prioritise(scenarioWith({ priorities }));

describe("prioritisation (rules §9)", () => {
  const table = tableOfSection9(850);
  const spent = ({ costs }: Selection): string => inThousands(found(costs.get("envelope")));

  vectors("ten lines", () =>
    table.lines.map(({ id, name, levels }) => {
      const level = found(levels[0]);
      const scores = cells(table.criteria, (one) => [
        `${one.id} ${one.weight}`,
        found(level.scores?.[one.id]),
      ]);
      return {
        ...{ line: id, name, "£k": inThousands(parseMoney(found(level.costs["envelope"]))) },
        ...{ ...scores, score: twoDecimals(scoreOf(table, level)) },
      };
    }),
  );

  vectors<"plan">("ten lines within £850,000", async (rows) => {
    const plan = await planOf(table);
    const plans = [plan, plan.rankByScore, plan.rankByScoreSkipping, plan.rankByValue];
    return plans.map((one, at) => ({
      plan: found(rows[at]).plan,
      "lines beside refuge and advocacy": beside(one),
      ...{ "£k": spent(one), benefit: twoDecimals(one.benefit) },
    }));
  });

  vectors("ten lines within £850,000 when nothing must be funded", async () => {
    const plan = await planOf(tableOfSection9(850, { mustFund: [] }));
    const leftOut = table.lines.map(({ id }) => id).filter((id) => !names(plan).includes(id));
    return [{ "left out": leftOut.join(", "), "£k": spent(plan), benefit: twoDecimals(plan.benefit) }];
  });

  vectors("what brings in a line left out of the best plan within £850,000", async () =>
    [...(await planOf(table)).wouldEnterWith].map(([line, more]) => ({
      line,
      "more, £k": inThousands(more),
    })),
  );

  vectors("the frontier of the ten lines", async () =>
    (await planOf(table)).frontier.map((point) => ({
      ...{ "£k": inThousands(point.budget), benefit: twoDecimals(point.benefit) },
      "lines beside refuge and advocacy": beside(point),
    })),
  );

  vectors("three lines of £60, £70 and £5 must be funded from £100", async () => {
    const lines = ["60", "70", "5"].map((cost, at) => ({
      ...{ id: found(["a", "b", "c"][at]), name: cost, mustFund: true },
      levels: [{ id: "whole", costs: { pot: `${cost}.00` }, benefit: "1" }],
    }));
    const budgets = [{ id: "pot", name: "Pot", amount: "100.00" }];
    const { conflict, waysOut } = await planOf({ criteria: [], budgets, lines });
    return conflict.map((rule) => {
      const out = found(waysOut.find((one) => one.rule === rule));
      const words = !out.enough
        ? "none"
        : out.way === "raise"
          ? `raise to ${wholePounds(out.to)}.00`
          : out.way;
      return { rule, "way out": words };
    });
  });

  vectors<"weights" | "sum to">("weights that keep their proportions", (rows) =>
    rows.map((row) => ({ ...row, shared: shareWeights(listed(row.weights), row["sum to"]).join(", ") })),
  );
});

describe("the difference of two plans (rules §12)", () => {
  vectors(
    "from a plan of a (£60, 30), b (£50, 20), c (£40, 19) within £90 to £110, a at £50, c of 25, b must be funded",
    async () => {
      const pot = (amount: string, lines: Priorities["lines"]): Priorities => ({
        ...{ criteria: [], lines },
        budgets: [{ id: "pot", name: "Pot", amount }],
      });
      const line = (id: string, cost: string, benefit: string, more = {}) => ({
        ...{ id, name: id, ...more, levels: [{ id: "whole", costs: { pot: cost }, benefit }] },
      });
      const planned = async (priorities: Priorities) => ({ priorities, plan: await planOf(priorities) });
      const [first, second] = await Promise.all([
        planned(pot("90.00", [line("a", "60", "30"), line("b", "50", "20"), line("c", "40", "19")])),
        planned(
          pot("110.00", [
            line("a", "50", "30"),
            line("b", "50", "20", { mustFund: true }),
            line("c", "40", "25"),
          ]),
        ),
      ]);
      return (await planSteps(first, second)).map(({ parts, plan }) => ({
        step: parts.join(", "),
        benefit: plan.benefit.toFraction(),
        lines: plan.chosen.map((choice) => choice.line).join(", "),
      }));
    },
  );
});

describe("several budgets (rules §9.1)", () => {
  async function moving(moves: string): Promise<Plan> {
    const work = workOutFrontier(GENERAL_AND_GRANT, moves, await loadSolver());
    for (let step = work.next(); ; step = work.next())
      if (step.done === true)
        return withFrontier(await planOf(GENERAL_AND_GRANT), GENERAL_AND_GRANT, step.value);
  }

  vectors("four lines of two budgets", () =>
    GENERAL_AND_GRANT.lines.map((line) => {
      const { costs, benefit } = found(line.levels[0]);
      const written = (budget: string): string =>
        costs[budget] === undefined ? "" : wholePounds(parseMoney(costs[budget]));
      return { line: line.id, grant: written("grant"), general: written("general"), benefit: found(benefit) };
    }),
  );

  for (const [caption, moves] of [
    ["the general fund moves", "general"],
    ["the grant moves", "grant"],
  ] as const) {
    vectors(caption, async () =>
      (await moving(moves)).frontier.map((point) => ({
        ...{ amount: wholePounds(point.budget), benefit: point.benefit.toString() },
        lines: names(point).join(", "),
      })),
    );
  }

  vectors("both move together", async () =>
    (await moving(ALL_BUDGETS)).frontier.map((point) => ({
      share: `${(Number(point.at) / 100).toFixed(2)} %`,
      ...{ amount: wholePounds(point.budget), benefit: point.benefit.toString() },
      lines: names(point).join(", "),
    })),
  );

  vectors("what less of both leaves", async () =>
    (await moving("general")).less.map(({ percent, amount, plan }) => ({
      ...{ less: `${percent} %`, amount: wholePounds(amount) },
      benefit: found(plan).benefit.toString(),
    })),
  );
});
