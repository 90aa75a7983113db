import { formatFinancialYear } from "../../../scenarios/model/calendar";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { namesOf } from "../names";
import { buildShareWorking } from "../share-working";
import { choiceWords, declineRuleSentence } from "../words";
import { sumPence } from "../../../scenarios/model/money";
import type { Explanation, Part } from "./explanation";

/** What a member of a round pays: driver, weight, share, floor, penny, then what was agreed and what it buys. */
export function explainShare(evaluation: Evaluation, roundId: Id, organisation: Id): Explanation | null {
  const { scenario, timeline } = evaluation;
  const round = scenario.contributions?.find(({ id }) => id === roundId);
  const member = evaluation.contributions
    .get(roundId)
    ?.members.find((one) => one.organisation === organisation);
  if (round === undefined || member === undefined) return null;
  const names = namesOf(scenario);
  const working = buildShareWorking(evaluation, roundId, organisation);
  const kinds = [
    { id: "share", label: "Share", amounts: member.share },
    { id: "override", label: "Agreed instead of the formula, difference", amounts: member.override ?? [] },
    { id: "buy-in", label: "Buy-in", amounts: member.buyIn },
  ];
  return {
    title: `What ${names.organisation(organisation)} pays to ${round.name}`,
    value: member.total,
    kind: "money",
    rule: [
      `Its choice is “${choiceWords(member.choice)}”. ${declineRuleSentence(round, names)}`,
      ...(working === null
        ? ["No share is worked out by a formula here."]
        : [
            working.among,
            "Driver by weight makes the share; each year's pot by the share is cut to whole pence, and the pence left over go to the largest fractions.",
          ]),
    ],
    parts: timeline.years.flatMap((year, place) =>
      kinds.flatMap(({ id, label, amounts }): Part[] => {
        const value = amounts[place] ?? 0n;
        return value === 0n
          ? []
          : [{ id: `${id}-${year}`, label: `${label}, ${formatFinancialYear(year)}`, value }];
      }),
    ),
    workings: working?.tables ?? [],
    inputs: [
      ...["choice", "buyInUnits", "minimum", "maximum", "override/annual"].map(
        (field) => `/contributions/${roundId}/members/${organisation}/${field}`,
      ),
      ...["pot/annual", "share/minimum", "share/maximum", "whenSomeDecline/rule"].map(
        (field) => `/contributions/${roundId}/${field}`,
      ),
      ...(round.share?.weights ?? []).flatMap(({ basis }, place) => [
        `/contributions/${roundId}/share/weights/${place}/percent`,
        ...(basis === "equal" ? [] : [`/areas/${member.area}/bases/${basis}`]),
      ]),
    ],
  };
}

/** What the members of a round pay to it: the sum of what each does. */
export function explainPaidTo({ contributions, scenario }: Evaluation, round: Id): Explanation | null {
  const outcome = contributions.get(round);
  if (outcome === undefined) return null;
  const names = namesOf(scenario);
  return {
    title: `What districts pay: ${names.round(round)}`,
    value: sumPence(outcome.members.map(({ total }) => total)),
    kind: "money",
    rule: [
      "What each member pays: its share where it takes one, what was agreed instead of the formula, and what it buys in; without top-ups.",
    ],
    parts: outcome.members.map(({ organisation, total }) => ({
      id: organisation,
      label: names.organisation(organisation),
      value: total,
      to: ["share", round, organisation],
    })),
    workings: [],
    inputs: [`/contributions/${round}/pot/annual`, `/contributions/${round}/whenSomeDecline/rule`],
  };
}

/** What a round asks for if all join: its pot of each year. */
export function explainAskedBy(
  { contributions, scenario, timeline }: Evaluation,
  id: Id,
): Explanation | null {
  const outcome = contributions.get(id);
  if (outcome === undefined) return null;
  const of = `/contributions/${id}`;
  return {
    title: `What is asked for: ${namesOf(scenario).round(id)}`,
    value: sumPence(outcome.pot),
    kind: "money",
    rule: [
      "The pot of a full year, by the part of each financial year that lies in the period of the round and in the plan, rounded once a year.",
    ],
    parts: timeline.years.flatMap((year, place): Part[] => {
      const value = outcome.pot[place] ?? 0n;
      return value === 0n ? [] : [{ id: String(year), label: formatFinancialYear(year), value }];
    }),
    workings: [],
    inputs: [`${of}/pot/annual`, `${of}/pot/index`, `${of}/from`, `${of}/to`],
  };
}
