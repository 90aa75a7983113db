import { isDeclared, type Others } from "../../../scenarios/disclosure/partner-view";
import { sumPence } from "../../../scenarios/model/money";
import type { Option } from "../../../scenarios/model/scenario";
import { namesOf } from "../names";
import type { Cell, ReportRow, ReportTable } from "../report-table";
import { declineRuleSentence } from "../words";
import { coverageCell } from "./gets";
import type { Offer, OfferedRound } from "./offer";
import { ofScenario, ownOutcome, tableId, yearWords } from "./parts";
import type { PartnerPart } from "./partner-section";
import { paidByYear } from "../contributions";
import type { PartnerPicture } from "./picture";

/** What the partner pays and gets with its share when all join, the others stand as declared, it alone joins, or nobody. */
export function buildOthers(offers: readonly Offer[]): PartnerPart {
  const asking = offers.flatMap((offer) =>
    offer.rounds.filter(({ options }) => options.includes("B")).map((round) => ({ offer, round })),
  );
  if (asking.length === 0)
    return { sentences: ["No share is asked of you, so nobody else's answer changes it."] };
  return {
    sentences: [
      "You see of the others only what their members have decided and made known; all who have not are counted as not joining.",
      ...new Set(asking.flatMap(({ offer, round }) => sentencesOf(offers, offer, round))),
    ],
    tables: asking.map(({ offer, round }) => othersTable(offers, offer, round)),
    pictures: [picture(asking)],
  };
}

type Asking = { readonly offer: Offer; readonly round: OfferedRound };

const CASES: readonly {
  readonly id: string;
  readonly label: string;
  readonly own: readonly Option[];
  readonly others: Others;
}[] = [
  { id: "all", label: "All join, you too", own: ["B"], others: "all" },
  { id: "declared", label: "You join, the others as declared", own: ["B"], others: "declared" },
  { id: "only", label: "Only you join", own: ["B"], others: "none" },
  { id: "none", label: "Nobody joins, nor do you", own: [], others: "none" },
];

function sentencesOf(offers: readonly Offer[], offer: Offer, { round }: OfferedRound): string[] {
  const others = round.members.filter(({ organisation }) => organisation !== offer.organisation);
  const names = namesOf(offer.evaluation.scenario);
  const declared = others.filter(isDeclared).length;
  const who = offers.length < 2 ? "" : `${offer.evaluation.scenario.name}: `;
  return [`${who}${declareWords(declared, others.length)} ${declineRuleSentence(round, names)}`];
}

function declareWords(declared: number, others: number): string {
  if (declared === 0) return `None of the ${others} others has declared yet.`;
  return `${declared} of the ${others} others ${declared === 1 ? "has" : "have"} declared.`;
}

function othersTable(offers: readonly Offer[], offer: Offer, round: OfferedRound): ReportTable {
  const year = yearWords(offer, round);
  return {
    id: tableId("others", offer, round),
    title: ofScenario(offers, offer, "Your share if others decline"),
    note: "In pounds, net of recoverable VAT. The last column counts the months without a required service, or with one that is not confirmed, in your areas over the period.",
    columns: [
      { id: "case", label: "If", kind: "text" },
      { id: "happens", label: "The round", kind: "text" },
      { id: "year", label: `You pay in ${year}`, kind: "money" },
      { id: "total", label: "You pay over the period", kind: "money" },
      { id: "bought", label: "Of its capacity the pot buys", kind: "percent" },
      { id: "missing", label: "The pot lacks over the period", kind: "money" },
      { id: "coverage", label: "Your residents", kind: "text" },
    ],
    rows: CASES.map(
      ({ id, label, own, others }): ReportRow => ({
        id,
        cells: [label, ...caseCells({ offer, round }, own, others)],
      }),
    ),
  };
}

function caseCells({ offer, round }: Asking, own: readonly Option[], others: Others): Cell[] {
  const evaluation = round.outcome(own, others);
  const outcome = evaluation?.contributions.get(round.round.id);
  const member = ownOutcome(evaluation, round, offer.organisation);
  if (evaluation === null || outcome === undefined || member === null) {
    const words: Cell = { value: null, words: "Cannot be met", tone: "warn" };
    return [words, null, null, null, null, null];
  }
  const paid = paidByYear(member);
  const happens = outcome.happens ? "Goes ahead" : "Does not go ahead";
  return [
    outcome.happens ? happens : { value: happens, words: happens, tone: "warn" },
    paid[round.year] ?? 0n,
    sumPence(paid),
    outcome.capacityScale.valueOf() * 100,
    sumPence(outcome.shortfall),
    coverageCell(offer, evaluation),
  ];
}

function picture(asking: readonly Asking[]): PartnerPicture {
  const shown = CASES.filter(({ own }) => own.length > 0);
  const [first] = asking as [Asking, ...Asking[]];
  return {
    id: "partner-others-picture",
    title: "Your share over the period if others decline",
    caption: "What you pay over the period with your share, by what the others do.",
    tableId: tableId("others", first.offer, first.round),
    groups: shown.map(({ label }) => label),
    series: asking.map(({ offer, round }) => ({
      name: offer.rounds.length < 2 ? offer.evaluation.scenario.name : round.round.name,
      values: shown.map(({ own, others }) => {
        const member = ownOutcome(round.outcome(own, others), round, offer.organisation);
        return member === null ? null : sumPence(paidByYear(member));
      }),
    })),
  };
}
