import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { sumPence } from "../../scenarios/model/money";
import { roundOf } from "./contributions";
import { formatCell, formatPounds } from "./format-table";
import { namesOf } from "./names";
import type { KeyFigure } from "./report-table";

/** What came of a round, at a glance: asked for, paid, missing, and what is left without money. */
export function buildRoundFigures(evaluation: Evaluation, roundId: Id): readonly KeyFigure[] {
  const { round, outcome } = roundOf(evaluation, roundId);
  const paid = sumPence(outcome.members.map(({ total }) => total));
  const toppedUp = sumPence([...outcome.toppedUp.values()].flat());
  const shortfall = sumPence(outcome.shortfall);
  const provision = evaluation.funding.provisions.get(round.provision) ?? [];
  const ofProvision = sumPence(provision.map(({ unfunded }) => unfunded));
  const unfunded = sumPence(evaluation.funding.unfunded);
  const payers = outcome.members.filter(({ takesShare }) => takesShare && outcome.happens).length;
  return [
    {
      id: "pot",
      label: "Asked for",
      value: sumPence(outcome.pot),
      kind: "money",
      explains: ["asked-by", roundId],
      note: "If all join, over the period.",
    },
    {
      id: "paid",
      label: "Districts pay",
      value: paid,
      kind: "money",
      explains: ["paid-to", roundId],
      note: `${payers} of ${outcome.members.length} pay a share.${toppedUp === 0n ? "" : ` Topped up with ${formatPounds(toppedUp)}.`}`,
    },
    {
      id: "shortfall",
      label: "Shortfall",
      value: shortfall,
      kind: "money",
      explains: ["shortfall", roundId],
      tone: shortfall > 0n ? "warn" : "good",
      ...capacityNote(evaluation, roundId),
    },
    {
      id: "unfunded",
      label: "Unfunded",
      value: unfunded,
      kind: "money",
      explains: ["unfunded"],
      note: `Of all provisions; of ${namesOf(evaluation.scenario).provision(round.provision)}: ${formatPounds(ofProvision)}.`,
      tone: unfunded > 0n ? "bad" : "good",
    },
  ];
}

/** Under the rule scale nothing is short, because less is bought. */
function capacityNote(evaluation: Evaluation, roundId: Id): { readonly note?: string } {
  const { outcome } = roundOf(evaluation, roundId);
  if (!outcome.happens) return { note: "The round does not go ahead, so nothing is asked." };
  if (!outcome.scaled) return {};
  return {
    note: `The pot buys ${formatCell(outcome.capacityScale.valueOf() * 100, "percent")} of its capacity.`,
  };
}
