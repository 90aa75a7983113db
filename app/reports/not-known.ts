import type { Evaluation } from "../../scenarios/model/evaluation";
import { namesOf } from "./names";
import { withoutPrice } from "./table-parts";

/** What is not known or not decided, as sentences: never shown as zero without being said. */
export function notKnownSentences(evaluation: Evaluation): readonly string[] {
  const { scenario } = evaluation;
  const names = namesOf(scenario);
  const prices = withoutPrice(evaluation).map((name) => `The price of ${name} is not known.`);
  const replies = (scenario.contributions ?? []).flatMap((round) =>
    round.members
      .filter(({ choice }) => choice === "undecided")
      .map(({ organisation }) => `${names.organisation(organisation)} has not decided on ${round.name}.`),
  );
  const counted = new Set(evaluation.capacity.map(({ activity }) => activity));
  const required = new Set((scenario.requirements ?? []).map(({ activity }) => activity));
  const demand = [...required]
    .filter((activity) => !counted.has(activity))
    .map(
      (activity) =>
        `${names.activity(activity)} is required, but neither its demand nor its capacity is known.`,
    );
  return [...prices, ...replies, ...demand];
}
