import type { Plan, Selection } from "../../scenarios/optimise/plan";
import { formatBenefit } from "./priorities";

/** How sure a plan is: all that its names need. */
type Standing = Pick<Plan, "status">;

/** What the plan shown is called where it is named alone, in headings, columns and rows. */
export function planTitle({ status }: Standing): string {
  return status === "not-proved" ? "Best plan found, not proved" : "Best plan";
}

/** What the plan shown is called in a sentence: only what is proved is "the best plan". */
export function planName({ status }: Standing): string {
  return status === "not-proved" ? "the plan shown" : "the best plan";
}

/** In a few words, what is known of the plans that are not shown. */
export function proofWords({ noMoreThan }: Pick<Plan, "noMoreThan">): string {
  return noMoreThan === null
    ? "Proved: no plan brings more."
    : `Not proved: no plan brings more than ${formatBenefit(noMoreThan)}.`;
}

/** Why a line is not in a plan, where no rule stands in its way. */
export function leftOutReason({ status }: Standing): string {
  return status === "not-proved"
    ? "The plan shown brings more with others; another plan may have it."
    : "Within these budgets other lines bring more.";
}

/** What a history says of a plan that is handed over. */
export function takenOver(plan: Standing & Pick<Selection, "chosen">, from: string) {
  const count = plan.chosen.length;
  const [title, reason] =
    plan.status === "not-proved"
      ? ["The best plan found, not proved,", `Best plan found, not proved, for the budgets of ${from}`]
      : ["The best plan", `Proved best for the budgets of ${from}`];
  return {
    name: `${title} taken over: ${count === 1 ? "1 line as a provision" : `${count} lines as provisions`}`,
    reason,
  };
}
