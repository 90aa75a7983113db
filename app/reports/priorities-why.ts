import type { Id } from "../../scenarios/model/identifiers";
import type { PriorityLine } from "../../scenarios/model/scenario";
import { formatPounds } from "./format-table";
import type { WhatMoves } from "./frontier-points";
import { joinWords } from "./names";
import { leftOutReason } from "./plan-words";
import {
  choiceIn,
  formatBenefit,
  levelName,
  lineName,
  type Prioritised,
  pairOf,
  valueForMoney,
} from "./priorities";
import { amountWords, placeWords } from "./frontier-words";
import { entryOf, type MovingBudgets, movingBudgets } from "./priorities-moving";
import { valuePoints } from "./value-points";

/** Why a line is in the best plan or left out, in a sentence or two. */
export function whyWords(view: Prioritised, line: PriorityLine): string {
  if (view.plan.status === "infeasible") return "No plan obeys all the rules.";
  return choiceIn(view.plan, line.id) === undefined ? whyOut(view, line) : whyIn(view, line);
}

function whyIn(view: Prioritised, line: PriorityLine): string {
  const neededBy = view.priorities.lines.filter(
    ({ id, requires = [] }) => requires.includes(line.id) && choiceIn(view.plan, id) !== undefined,
  );
  const sentences = [
    ...(line.mustFund === true ? [mustFundWords(line)] : []),
    valueWords(view, line),
    ...dearerWords(view, line),
    ...(neededBy.length === 0 ? [] : [`${joinWords(neededBy.map(({ name }) => name))} needs it.`]),
  ];
  return sentences.join(" ");
}

/** Why a line of the best plan is in, in as few words as a record has room for. */
export function shortReason(view: Prioritised, line: PriorityLine): string {
  return line.mustFund === true ? mustFundWords(line) : valueWords(view, line);
}

/** "Brings 4.48 for each £1,000: 1st of 15 by value for money." */
function valueWords(view: Prioritised, { id }: PriorityLine): string {
  const points = valuePoints(view);
  const point = points.find(({ pair }) => pair.lineId === id);
  const value = point === undefined ? null : valueForMoney(point.pair);
  if (point === undefined || value === null) return "Costs nothing.";
  return `Brings ${formatBenefit(value)} for each £1,000: number ${point.number} of ${points.length} by value for money.`;
}

/** What the next dearer level would cost and bring more than the chosen one. */
function dearerWords(view: Prioritised, line: PriorityLine): string[] {
  const choice = choiceIn(view.plan, line.id);
  if (choice === undefined) return [];
  const chosen = pairOf(view, choice);
  const [dearer] = line.levels
    .map((level) => ({ level, pair: pairOf(view, { line: line.id, level: level.id }) }))
    .filter(({ pair }) => pair.cost > chosen.cost)
    .toSorted((a, b) => a.pair.totalPence - b.pair.totalPence);
  if (dearer === undefined) return [];
  const more = formatPounds(dearer.pair.cost - chosen.cost);
  const difference = dearer.pair.benefit.sub(chosen.benefit);
  const brings = `${formatBenefit(difference.abs())} ${difference.compare(0) < 0 ? "less" : "more"}`;
  return [`${levelName(dearer.level)} would cost ${more} more and bring ${brings}.`];
}

function mustFundWords({ mustFundReason }: PriorityLine): string {
  return mustFundReason === undefined
    ? "Must be funded; no reason is given."
    : `Must be funded: ${mustFundReason.replace(/\.$/, "")}.`;
}

function whyOut(view: Prioritised, line: PriorityLine): string {
  if (line.mustNot === true) return "Must not be funded.";
  const blocks = blockWords(view, line);
  return [...blocks, entersWords(view, line.id, blocks.length > 0)].join(" ");
}

/** Rules that stand between a line and the present plan. */
function blockWords({ plan, priorities }: Prioritised, line: PriorityLine): string[] {
  const isIn = (id: Id): boolean => choiceIn(plan, id) !== undefined;
  const missing = (line.requires ?? []).filter((id) => !isIn(id));
  const excluding = priorities.lines.filter(
    ({ id, excludes = [] }) => isIn(id) && (excludes.includes(line.id) || (line.excludes ?? []).includes(id)),
  );
  const names = (ids: readonly Id[]): string => joinWords(ids.map((id) => lineName({ priorities }, id)));
  return [
    ...(missing.length === 0 ? [] : [`Requires ${names(missing)}, which is left out.`]),
    ...(excluding.length === 0
      ? []
      : [`Excluded by ${names(excluding.map(({ id }) => id))}, which is funded.`]),
  ];
}

function entersWords(view: Prioritised, line: Id, isBlocked: boolean): string {
  const { plan } = view;
  const moving = movingBudgets(view);
  const reason = isBlocked ? "" : leftOutReason(plan);
  if (moving === null) return reason;
  const { what, present, amount } = moving;
  const extra = plan.wouldEnterWith.get(line);
  if (extra === undefined) {
    const isKnown = !plan.frontierGaps.some(({ to }) => to > present);
    return what.kind === "only"
      ? neverWords(plan)
      : `${reason} ${isKnown ? neverOf(moving) : notKnownOf(what)}`.trim();
  }
  const more = formatPounds(extra);
  switch (what.kind) {
    case "only":
      return `Other lines bring more for this money. Comes in with ${more} more, at a budget of ${formatPounds(amount + extra)}.`;
    case "one":
      return `${reason} Comes in with ${more} more of ${what.name}, at ${formatPounds(amount + extra)}.`.trim();
    case "all":
      return `${reason} Comes in at ${amountWords(what, Number(entryOf(view, present, line)?.at ?? present))}, ${more} more together.`.trim();
  }
}

function neverWords({ frontierComplete }: Prioritised["plan"]): string {
  return frontierComplete
    ? "No budget, however large, brings it in."
    : "The least budget that brings it in is not known.";
}

/** What of several budgets never brings a line in. */
function neverOf({ what, upTo }: MovingBudgets): string {
  return what.kind === "one"
    ? `No amount of ${what.name}, however large, brings it in while the other budgets are held.`
    : `No share of every budget${upTo === null ? ", however large," : ` up to ${placeWords(what, upTo)}`} brings it in.`;
}

function notKnownOf(what: WhatMoves): string {
  return what.kind === "one"
    ? `How much more of ${what.name} brings it in is not known.`
    : "What share of every budget brings it in is not known.";
}
