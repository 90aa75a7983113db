import type { Evaluation } from "../../../scenarios/model/evaluation";
import type { Commitment } from "../../../scenarios/model/scenario";
import { joinFew } from "../names";
import { withoutMoney } from "../strategy";
import type { Question } from "./question";

const MOST_NAMED = 3;

/** The commitments that are not started, and how many of them no money stands behind. */
export function askPromises(evaluation: Evaluation): Question {
  const { commitments = [] } = evaluation.scenario;
  const about = {
    id: "promises",
    question: "What did we promise and not yet start?",
    page: { path: "strategy", text: "Every commitment and the money behind it" },
  } as const;
  if (commitments.length === 0)
    return { ...about, tone: "muted", lead: "Nothing", rest: ": the scenario names no commitment." };
  const open = commitments.filter(({ state }) => state === "not-started");
  const all = `of ${commitments.length} ${commitments.length === 1 ? "commitment" : "commitments"}`;
  if (open.length > 0) {
    const names = joinFew(
      open.map(({ name }) => `“${name}”`),
      MOST_NAMED,
    );
    return {
      ...about,
      tone: "warn",
      lead: `${open.length} ${all}`,
      rest: `: ${names}; ${moneyWords(evaluation, open)}.`,
    };
  }
  const unknown = commitments.filter(({ state }) => state === "unknown");
  return unknown.length === 0
    ? { ...about, tone: "good", lead: "Nothing", rest: `: none ${all} is “not started”.` }
    : {
        ...about,
        tone: "warn",
        lead: "Nothing that we know of",
        rest: `: none ${all} is “not started”, and of ${unknown.length} the state is not known.`,
      };
}

function moneyWords(evaluation: Evaluation, open: readonly Commitment[]): string {
  const unpaid = withoutMoney(evaluation, open).length;
  if (unpaid === 0) return `provisions are named that pay for ${open.length === 1 ? "it" : "each"}`;
  if (open.length === 1) return "no money is shown behind it";
  return unpaid === open.length
    ? "no money is shown behind any of them"
    : `no money is shown behind ${unpaid} of them`;
}
