import type { Consultation } from "../../../scenarios/consultation/consultation";
import type { DateText } from "../../../scenarios/model/calendar";
import { approximate } from "../../../scenarios/model/rational";
import { formatDateWords } from "../format-table";
import { namesOf } from "../names";
import type { Cell, KeyFigure, ReportColumn, ReportRow, ReportTable } from "../report-table";
import { choiceWords } from "../words";
import type { Offer, OfferedRound } from "./offer";
import { changeWords } from "./options";
import { paysNowAYear } from "./own-payments";
import { ownOutcome, ownYears, scenarioCell, scenarioColumn, sumOf, yearWords } from "./parts";
import type { PartnerPart } from "./partner-section";

/** The days are null where nobody has set them: a pack that is made from a file, beside any consultation. */
export type Terms = Pick<Consultation, "introduction" | "questions" | "silence"> & {
  readonly opens: DateText | null;
  readonly closes: DateText | null;
};

/** What is asked, by when, and what silence means. */
export function buildAsked(offers: readonly Offer[], terms: Terms): PartnerPart {
  const { introduction, opens, closes, silence, questions } = terms;
  return {
    sentences: [
      ...introduction
        .split(/\n+/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
      ...(opens === null || closes === null
        ? ["The last day of replies is not set yet."]
        : [
            `Please reply by ${formatDateWords(closes)}. Replies are taken from ${formatDateWords(opens)}, and you can change yours until the last day.`,
          ]),
      SILENCE[silence],
      ...questions.map(({ text }, place) => `Question ${place + 1}: ${text}`),
    ],
    figures: [
      { id: "closes", label: "Reply by", value: closes ?? { value: null, words: "Not set" }, kind: "date" },
      ...offers.slice(0, 1).flatMap((offer) => offer.rounds.flatMap((round) => askedFigures(offer, round))),
    ],
    tables: offers.some(({ rounds }) => rounds.length > 0) ? [askedTable(offers)] : [],
  };
}

const SILENCE: Readonly<Record<Terms["silence"], string>> = {
  undecided: "If you do not reply, you are shown as undecided and counted as not paying.",
  unchanged:
    "If you do not reply, you stand as the scenario has you now, marked as asked; your reply can change it.",
  declines: "If you do not reply, you are counted as declining.",
};

function askedFigures(offer: Offer, round: OfferedRound): readonly KeyFigure[] {
  if (!round.options.includes("B")) return [];
  const years = ownYears(offer, round, ["B"]);
  const share = years?.[round.year];
  const value: Cell = share ?? { value: null, words: "Cannot be met" };
  const parts = [
    `${choiceWords(["B"])}, if all join`,
    offer.evaluation.scenario.name,
    ...(share === undefined ? [] : [changeWords(share - paysNowAYear(offer))]),
  ];
  return [
    {
      id: `asked-${round.round.id}`,
      label: `Your share in ${yearWords(offer, round)}`,
      value,
      kind: "money",
      note: `${parts.join("; ")}.`,
    },
  ];
}

function askedTable(offers: readonly Offer[]): ReportTable {
  const columns: readonly ReportColumn[] = [
    { id: "round", label: "What is asked", kind: "text" },
    ...scenarioColumn(offers),
    { id: "provision", label: "Towards", kind: "text" },
    { id: "from", label: "From", kind: "date" },
    { id: "to", label: "To", kind: "date" },
    { id: "options", label: "You may choose", kind: "text" },
    { id: "share", label: "Your part of the pot", kind: "percent" },
    { id: "pot", label: "The pot over the period", kind: "money" },
    { id: "asked", label: "Your share over the period", kind: "money" },
  ];
  const rows = offers.flatMap((offer) =>
    offer.rounds.map((one): ReportRow => {
      const { round, options } = one;
      const names = namesOf(offer.evaluation.scenario);
      const asB = options.includes("B") ? one.outcome(["B"], "all") : null;
      const own = ownOutcome(asB, one, offer.organisation);
      const pot = asB?.contributions.get(round.id)?.pot ?? null;
      return {
        id: `${offer.evaluation.scenario.id}-${round.id}`,
        cells: [
          round.name,
          ...scenarioCell(offers, offer),
          names.provision(round.provision),
          round.from,
          round.to,
          [...options.map((option) => choiceWords([option])), "or decline"].join("; "),
          own === null ? null : approximate(own.blendedShare) * 100,
          sumOf(pot),
          own?.asked === null || own === null ? null : sumOf(own.asked),
        ],
      };
    }),
  );
  return {
    id: "partner-asked",
    title: "What is asked",
    note: "In pounds, net of recoverable VAT, if all join. The pot is what all members together are asked for.",
    columns,
    rows,
  };
}
