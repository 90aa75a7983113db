import { type Pence, parseMoney, sumPence } from "../../scenarios/model/money";
import { parseDecimal, sumRationals } from "../../scenarios/model/rational";
import type { PriorityLine } from "../../scenarios/model/scenario";
import { joinWords, namesOf } from "./names";
import { planName, planTitle } from "./plan-words";
import {
  benefitCell,
  benefitUnit,
  choiceIn,
  costOf,
  linesWords,
  type Prioritised,
  pairOf,
} from "./priorities";
import type { Cell, ReportRow, ReportTable } from "./report-table";

/** What the best plan draws from each budget, and what is left. */
export function buildBudgetsTable({ priorities, plan }: Prioritised): ReportTable {
  return {
    id: "priorities-budgets",
    title: "Cost against each budget",
    note: "In pounds. A budget that a line does not name is not drawn on by it.",
    columns: [
      { id: "budget", label: "Budget", kind: "text" },
      { id: "amount", label: "Amount", kind: "money" },
      { id: "cost", label: `Cost of ${planName(plan)}`, kind: "money" },
      { id: "left", label: "Left", kind: "money" },
    ],
    rows: priorities.budgets.map(({ id, name, amount }) => {
      const cost = plan.status === "infeasible" ? null : (plan.costs.get(id) ?? 0n);
      return {
        id,
        cells: [name, parseMoney(amount), cost, cost === null ? null : parseMoney(amount) - cost],
      };
    }),
  };
}

/** Each objective's share of the money of the best plan, and those without a funded line. */
export function buildObjectivesTable(view: Prioritised): ReportTable {
  const { scenario, priorities } = view;
  const objectives = scenario.objectives ?? [];
  const without = priorities.lines.filter(({ objective }) => objective === undefined);
  return {
    id: "priorities-objectives",
    title: "What each objective gets",
    note: `The lines of ${planName(view.plan)} by the objective that they serve, over all budgets.`,
    columns: [
      { id: "objective", label: "Objective", kind: "text" },
      { id: "lines", label: "Lines funded", kind: "text" },
      { id: "cost", label: "Cost", kind: "money" },
      { id: "share", label: "Share of the money", kind: "percent" },
      { id: "benefit", label: `Benefit (${benefitUnit(priorities)})`, kind: "quantity" },
    ],
    rows: [
      ...objectives.map(({ id, name }) =>
        objectiveRow(view, { id, name, lines: priorities.lines.filter(({ objective }) => objective === id) }),
      ),
      ...(without.length === 0
        ? []
        : [objectiveRow(view, { id: "none", name: "No objective", lines: without })]),
    ],
    total: {
      id: "total",
      cells: [planTitle(view.plan), null, costOf(view.plan), null, benefitCell(view.plan.benefit)],
    },
  };
}

function objectiveRow(
  view: Prioritised,
  {
    id,
    name,
    lines,
  }: { readonly id: string; readonly name: string; readonly lines: readonly PriorityLine[] },
): ReportRow {
  const funded = lines.filter((line) => choiceIn(view.plan, line.id) !== undefined).length;
  const none = funded === 0;
  const words: Cell = none
    ? { value: "None", words: `None of ${linesWords(lines.length)}`, tone: "warn" }
    : `${funded} of ${linesWords(lines.length)}`;
  return {
    id,
    cells: [name, words, ...planFiguresOf(view, lines)],
    ...(none ? { tone: "warn" as const } : {}),
  };
}

/**
 * Of these lines those that the plan funds: their cost, its share of the plan's money and their benefit. The share is in
 * per cent, to four decimals towards zero; null where nothing is spent.
 */
export function planFiguresOf(
  view: Prioritised,
  lines: readonly Pick<PriorityLine, "id">[],
): readonly [Pence, number | null, Cell] {
  const pairs = lines
    .flatMap(({ id }) => choiceIn(view.plan, id) ?? [])
    .map((choice) => pairOf(view, choice));
  const cost = sumPence(pairs.map((pair) => pair.cost));
  const total = costOf(view.plan);
  return [
    cost,
    total === 0n ? null : Number((cost * 1_000_000n) / total) / 10_000,
    benefitCell(sumRationals(pairs.map(({ benefit }) => benefit))),
  ];
}

/** Fairness between areas: what is asked for a group of areas, and what the best plan has. Null where nothing is asked. */
export function buildEquityTable(view: Prioritised): ReportTable | null {
  const { equity = [] } = view.priorities;
  if (equity.length === 0) return null;
  return {
    id: "priorities-equity",
    title: "Fairness between areas",
    note: "A line counts, in full, for a group of areas when one of its areas is in it.",
    columns: [
      { id: "areas", label: "Areas", kind: "text" },
      { id: "least-lines", label: "At least so many lines", kind: "whole" },
      { id: "lines", label: `Lines of ${planName(view.plan)}`, kind: "whole" },
      { id: "least-benefit", label: "At least so much benefit", kind: "quantity" },
      { id: "benefit", label: `Benefit of ${planName(view.plan)}`, kind: "quantity" },
    ],
    rows: equity.map((rule, place) => equityRow(view, rule, place)),
  };
}

function equityRow(
  view: Prioritised,
  rule: NonNullable<Prioritised["priorities"]["equity"]>[number],
  place: number,
): ReportRow {
  const { area } = namesOf(view.scenario);
  const pairs = view.plan.chosen
    .filter(({ line }) => {
      const { areas = [] } = view.priorities.lines.find(({ id }) => id === line) ?? {};
      return areas.some((id) => rule.areas.includes(id));
    })
    .map((choice) => pairOf(view, choice));
  return {
    id: `group-${place + 1}`,
    cells: [
      joinWords(rule.areas.map(area)),
      rule.minimumLines ?? null,
      pairs.length,
      rule.minimumBenefit === undefined ? null : benefitCell(parseDecimal(rule.minimumBenefit)),
      benefitCell(sumRationals(pairs.map(({ benefit }) => benefit))),
    ],
  };
}
