import { rational } from "../../scenarios/model/rational";
import { formatPounds } from "./format-table";
import {
  changesBetween,
  comesTo,
  type FrontierHole,
  type FrontierPoints,
  type FrontierStep,
  holeAt,
  lastPlace,
  mostAt,
  stepAt,
  type WhatMoves,
} from "./frontier-points";
import { amountWords, benefitWords, placeWords } from "./frontier-words";
import { joinWords } from "./names";
import { benefitCell, benefitUnit, formatBenefit, linesWords, type Prioritised } from "./priorities";
import { frontierPoints, type MovingBudgets, movingBudgets, movingTableId } from "./priorities-moving";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";

export const PLAN_CHANGES: readonly ReportColumn[] = [
  { id: "enters", label: "Comes in", kind: "text" },
  { id: "leaves", label: "Goes out", kind: "text" },
  { id: "changes", label: "Changes its level to", kind: "text" },
];

/** Every place at which the best plan changes, and what changes there; and where none is proved, what is known. */
export function buildFrontierTable(view: Prioritised): ReportTable {
  const frontier = frontierPoints(view);
  const { moves } = frontier;
  const moving = movingBudgets(view);
  const present = moving === null ? -1 : Number(moving.present);
  const here = holeAt(frontier, present) === undefined ? stepAt(frontier, present) : -1;
  const rows = [
    ...frontier.points.map((point, place) => ({
      from: point.at,
      row: frontierRow(frontier, { point, place, isHere: place === here }),
    })),
    ...frontier.gaps
      .flatMap((hole) => partsOf(frontier, hole))
      .map((part) => ({ from: part.from, row: holeRow(frontier, part) })),
  ];
  return {
    id: movingTableId("priorities-frontier", view),
    title: TITLES[moves.kind](moves),
    note: `${completeWords(view, frontier)} Between two of them the plan of the lower one stays the best.${heldWords(moves)}`,
    columns: frontierColumns(view, moves),
    rows: rows.toSorted((a, b) => a.from - b.from).map(({ row }) => row),
  };
}

const TITLES: Readonly<Record<WhatMoves["kind"], (moves: WhatMoves) => string>> = {
  only: () => "What each budget buys",
  one: (moves) => `What each amount of ${moves.kind === "one" ? moves.name : ""} buys`,
  all: () => "What each share of all budgets buys",
};

function frontierColumns({ priorities }: Prioritised, { kind }: WhatMoves): ReportColumn[] {
  const places: Readonly<Record<WhatMoves["kind"], readonly ReportColumn[]>> = {
    only: [{ id: "budget", label: "From this budget on", kind: "money" }],
    one: [{ id: "budget", label: "From this amount on", kind: "money" }],
    all: [
      { id: "share", label: "From this share on", kind: "percent" },
      { id: "budget", label: "Budgets come to", kind: "money" },
    ],
  };
  return [
    ...places[kind],
    { id: "lines", label: "Lines", kind: "whole" },
    { id: "benefit", label: `Benefit (${benefitUnit(priorities)})`, kind: "quantity" },
    ...PLAN_CHANGES,
  ];
}

function completeWords({ plan }: Prioritised, { moves, upTo, gaps }: FrontierPoints): string {
  const what = moves.kind === "only" ? "budget" : moves.kind === "one" ? "amount" : "share";
  if (!plan.frontierComplete)
    return gaps.length === 0
      ? `Some of the ${what}s at which the best plan changes: there are too many to list. Each that is shown is exact.`
      : `The ${what}s at which the best plan changes, as far as they are proved. A row that says “not proved” stands for ${what}s whose best plan is not known; what comes in and goes out after it is against the last plan before it.`;
  const end = upTo === null ? "the best with no limit" : `the best at ${placeWords(moves, upTo)}`;
  return `Every ${what} at which the best plan changes, from the cheapest plan that obeys the rules to ${end}.`;
}

/** What is held while something moves, in a sentence after others. */
export function heldWords(moves: WhatMoves): string {
  if (moves.kind === "only") return "";
  return moves.kind === "one"
    ? " The other budgets are held at their amounts; lines and benefit are those of the whole plan."
    : " Every budget has the same share of its amount, ring-fenced ones too, in steps of a hundredth of a per cent, each rounded down to whole pence.";
}

function frontierRow(
  frontier: FrontierPoints,
  of: { readonly point: FrontierStep; readonly place: number; readonly isHere: boolean },
): ReportRow {
  const { point, place, isHere } = of;
  const before = frontier.points[place - 1]?.chosen ?? [];
  const { moves } = frontier;
  const value = moves.kind === "all" ? point.at / 100 : BigInt(point.at);
  return {
    id: `from-${point.at}`,
    cells: [
      isHere ? { value, words: `${placeWords(moves, point.at)}, the present plan` } : value,
      ...(moves.kind === "all" ? [comesTo(moves, point.at)] : []),
      point.chosen.length,
      benefitCell(rational(BigInt(Math.round(point.benefit * 1e6)), 1_000_000n)),
      ...changeCells(frontier, before, point.chosen),
    ],
    ...(isHere ? { tone: "good" as const } : {}),
  };
}

/** A wide gap has at most so many rows for the whole: what no plan can bring more than is another in each. */
const MOST_PARTS = 12;

function partsOf(frontier: FrontierPoints, hole: FrontierHole): FrontierHole[] {
  const step = roundStep(lastPlace(frontier) / MOST_PARTS);
  const first = Math.floor(hole.from / step);
  const parts = Math.max(1, Math.ceil(hole.to / step) - first);
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.max(hole.from, (first + part) * step);
    const to = part === parts - 1 ? hole.to : (first + part + 1) * step - 1;
    return { from, to, most: mostAt(frontier, hole, to) };
  });
}

/** The least of 1, 2 and 5 times a power of ten that is at least so much. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return power * ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10);
}

/** What is known where nothing is proved. */
function holeRow(frontier: FrontierPoints, { from, to, most }: FrontierHole): ReportRow {
  const { moves } = frontier;
  const least = frontier.points[stepAt(frontier, from)]?.benefit;
  const between = [
    ...(least === undefined ? [] : [`at least ${benefitWords(least)}`]),
    `at most ${benefitWords(most)}`,
  ];
  const words = `${placeWords(moves, from)} to ${placeWords(moves, to)}: not proved`;
  return {
    id: `not-proved-from-${from}`,
    cells: [
      { value: null, words },
      ...(moves.kind === "all" ? [null] : []),
      null,
      { value: null, words: between.join(", ") },
      ...[null, null, null],
    ],
    tone: "warn",
  };
}

export function changeCells(
  frontier: Pick<FrontierPoints, "choices" | "lines">,
  before: readonly number[],
  after: readonly number[],
): Cell[] {
  const { enters, leaves, changes } = changesBetween(frontier, before, after);
  return [enters, leaves, changes].map((names) => (names.length === 0 ? null : names.join("; ")));
}

const SPANS_NAMED = 3;

/** Where no plan is proved, and why; null where all is. */
export function notProvedSentence(view: Prioritised): string | null {
  const { moves, gaps, points } = frontierPoints(view);
  if (gaps.length === 0) return null;
  const named = gaps
    .slice(0, SPANS_NAMED)
    .map(({ from, to }) => `from ${placeWords(moves, from)} to ${placeWords(moves, to)}`);
  const others = gaps.length - named.length;
  const spans = joinWords([...named, ...(others === 0 ? [] : [`in ${others} other spans`])]);
  const known =
    points.length === 0
      ? "Nowhere is a plan proved to be the best"
      : `${points.length === 1 ? "1 plan is" : `${points.length} plans are`} proved to be the best from where they begin`;
  return `${known}; ${spans} none is: to prove them all takes longer than the planner allows.${points.length === 0 ? "" : " The table says what is known there."}`;
}

/** What the picture of the frontier says. */
export function frontierSentence(view: Prioritised): string {
  const { points, moves, gaps, upTo } = frontierPoints(view);
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined)
    return gaps.length === 0
      ? "No plan obeys the rules at any budget."
      : "The line of dots shows what no plan can bring more than; below it no plan is proved to be the best yet.";
  const moving = movingBudgets(view);
  const isFirst = !gaps.some(({ from }) => from < first.at);
  const isLast = !gaps.some(({ from }) => from > last.at);
  const dotted =
    gaps.length === 0
      ? ""
      : " Where no plan is proved, the line of dots shows what none can bring more than.";
  const ends = `${firstWords(moves, first, isFirst)}; ${lastWords(moves, last, { isLast, upTo })}.`;
  if (moving === null || view.plan.status === "infeasible") return `${ends}${dotted}`;
  return `${ends} ${presentWords(view, moving)}${dotted}`;
}

function firstWords(moves: WhatMoves, first: FrontierStep, isFirst: boolean): string {
  const brings = `brings ${formatBenefit(first.benefit)}`;
  if (!isFirst) return `With ${amountWords(moves, first.at)} the best plan ${brings}`;
  if (moves.kind === "only")
    return `The cheapest plan that obeys the rules costs ${placeWords(moves, first.at)} and ${brings}`;
  const held = moves.kind === "one" ? "With the other budgets held, a plan" : "A plan";
  return `${held} needs at least ${amountWords(moves, first.at)} to obey the rules and then ${brings}`;
}

function lastWords(
  moves: WhatMoves,
  last: FrontierStep,
  { isLast, upTo }: { readonly isLast: boolean; readonly upTo: number | null },
): string {
  const brings = `the best plan brings ${formatBenefit(last.benefit)}`;
  const place = placeWords(moves, last.at);
  if (!isLast) return `with ${place} ${brings}`;
  if (upTo !== null) return `from ${place} to ${placeWords(moves, upTo)} ${brings}`;
  return `with ${place} or more${moves.kind === "one" ? " of it" : ""} ${brings}`;
}

function presentWords({ plan }: Prioritised, { what, amount }: MovingBudgets): string {
  const brings = `${formatBenefit(plan.benefit)} from ${linesWords(plan.chosen.length)}.`;
  if (what.kind === "one") return `The present ${formatPounds(amount)} of it bring ${brings}`;
  return what.kind === "all"
    ? `The present budgets of ${formatPounds(amount)} together bring ${brings}`
    : `The present budget of ${formatPounds(amount)} brings ${brings}`;
}
