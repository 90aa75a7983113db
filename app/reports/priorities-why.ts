import type { Id } from "../../scenarios/model/identifiers";
import { parseMoney } from "../../scenarios/model/money";
import type { PriorityLine } from "../../scenarios/model/scenario";
import { formatPounds } from "./format-table";
import { joinWords } from "./names";
import { choiceIn, lineName, type Prioritised } from "./priorities";

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
    line.mustFund === true ? mustFundWords(line) : "Part of the plan that brings the most within the budget.",
    ...(neededBy.length === 0 ? [] : [`${joinWords(neededBy.map(({ name }) => name))} needs it.`]),
  ];
  return sentences.join(" ");
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

function entersWords({ plan, priorities }: Prioritised, line: Id, isBlocked: boolean): string {
  const [budget, ...others] = priorities.budgets;
  if (budget === undefined || others.length > 0) {
    return isBlocked ? "" : "Within these budgets other lines bring more.";
  }
  const extra = plan.wouldEnterWith.get(line);
  if (extra !== undefined) {
    const total = parseMoney(budget.amount) + extra;
    return `Other lines bring more for this money. Comes in with ${formatPounds(extra)} more, at a budget of ${formatPounds(total)}.`;
  }
  return plan.frontierComplete
    ? "Comes in at no budget."
    : "The least budget that brings it in is not known.";
}
