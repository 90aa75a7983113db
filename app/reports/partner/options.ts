import { formatFinancialYear } from "../../../scenarios/model/calendar";
import type { ByYear } from "../../../scenarios/model/evaluation";
import { type Pence, parseMoney } from "../../../scenarios/model/money";
import { formatCell } from "../format-table";
import { perHead } from "../per-resident";
import type { Cell, KeyFigure, ReportColumn, ReportRow, ReportTable } from "../report-table";
import { choiceWords } from "../words";
import type { Offer, OfferedRound } from "./offer";
import { paysNowAYear } from "./own-payments";
import {
  choicesOf,
  notWorkedOut,
  ownYears,
  roundWords,
  scenarioCell,
  scenarioColumn,
  sumOf,
  yearWords,
} from "./parts";
import type { PartnerPart, PartnerTable } from "./partner-section";
import type { PartnerPicture } from "./picture";

/** Every option of every scenario with what it costs the partner by year, for each resident and home, and beside today. */
export function buildOptions(offers: readonly Offer[]): PartnerPart {
  if (offers.every(({ rounds }) => rounds.length === 0)) {
    return { sentences: ["These scenarios ask you for no contribution."] };
  }
  const lines = offers.flatMap(linesOf);
  return {
    figures: lines.filter(({ choice }) => choice.length > 0).map((line) => optionFigure(offers, line)),
    sentences: [...unitsSentences(offers), ...unaskedSentences(offers)],
    tables: [optionsTable(offers, lines), ...bandTables(offers)],
    pictures: [picture(offers, lines)],
  };
}

type Line = {
  readonly offer: Offer;
  readonly round: OfferedRound;
  readonly id: string;
  readonly label: string;
  readonly choice: readonly ("A" | "B" | "C")[];
  readonly years: ByYear | null;
};

function linesOf(offer: Offer): Line[] {
  return offer.rounds.flatMap((round) =>
    choicesOf(round).map(({ id, label, choice }) => ({
      ...{ offer, round, choice },
      id: `${offer.evaluation.scenario.id}-${round.round.id}-${id}`,
      label: `${label}${roundWords(offer, round)}`,
      years: ownYears(offer, round, choice),
    })),
  );
}

/** What an option costs in a year, and in words what that means. */
function optionFigure(offers: readonly Offer[], { id, label, offer, round, years, choice }: Line): KeyFigure {
  const inYear = years?.[round.year] ?? null;
  const value: Cell = inYear ?? notWorkedOut(choice);
  const whose = offers.length < 2 ? "" : `, ${offer.evaluation.scenario.name}`;
  const figure = { id: `cost-${id}`, label: `${label}${whose}`, value, kind: "money" } as const;
  if (inYear === null) return figure;
  const a = perHead(inYear, offer.areas, "population");
  const parts = [
    `In ${yearWords(offer, round)}`,
    `${formatCell(sumOf(years), "money")} over the period`,
    ...(a === null ? [] : [`${formatCell(a, "money")} for each resident that year`]),
    changeWords(inYear - paysNowAYear(offer)),
  ];
  return { ...figure, note: `${parts.join("; ")}.` };
}

/** "£1,200.00 more a year than you pay now" */
export function changeWords(change: Pence): string {
  if (change === 0n) return "as much as you pay now";
  const amount = formatCell(change < 0n ? -change : change, "money");
  return `${amount} ${change < 0n ? "less" : "more"} a year than you pay now`;
}

function optionsTable(offers: readonly Offer[], lines: readonly Line[]): ReportTable {
  const isPaidIn = (year: number): boolean =>
    lines.some(({ offer, years }) => (years?.[offer.evaluation.timeline.years.indexOf(year)] ?? 0n) !== 0n);
  const years = [...new Set(offers.flatMap(({ evaluation }) => evaluation.timeline.years))]
    .filter(isPaidIn)
    .toSorted((first, second) => first - second);
  const yearly = years.map(
    (year): ReportColumn => ({
      id: formatFinancialYear(year),
      label: formatFinancialYear(year),
      kind: "money",
    }),
  );
  const hasHomes = offers.some(({ areas }) => perHead(1n, areas, "households") !== null);
  const columns: readonly ReportColumn[] = [
    { id: "option", label: "Option", kind: "text" },
    ...scenarioColumn(offers),
    ...yearly,
    { id: "total", label: "Over the period", kind: "money" },
    { id: "year", label: "Year of the next columns", kind: "year" },
    { id: "per-resident", label: "For each resident that year", kind: "money" },
    ...(hasHomes
      ? ([{ id: "per-household", label: "For each household that year", kind: "money" }] as const)
      : []),
    { id: "change", label: "Change on what you pay now", kind: "money" },
  ];
  const rows = lines.map((line): ReportRow => {
    const { offer, round, years: paid, choice } = line;
    const inYear = paid?.[round.year] ?? null;
    const byYear = years.map((year): Cell => {
      const place = offer.evaluation.timeline.years.indexOf(year);
      return place < 0 ? null : (paid?.[place] ?? notWorkedOut(choice));
    });
    const ofYear = inYear === null ? null : inYear;
    return {
      id: line.id,
      cells: [
        line.label,
        ...scenarioCell(offers, offer),
        ...byYear,
        sumOf(paid) ?? notWorkedOut(choice),
        yearWords(offer, round),
        ofYear === null ? null : perHead(ofYear, offer.areas, "population"),
        ...(hasHomes ? [ofYear === null ? null : perHead(ofYear, offer.areas, "households")] : []),
        ofYear === null ? null : ofYear - paysNowAYear(offer),
      ],
    };
  });
  return {
    id: "partner-options",
    title: "What each option costs you",
    note: "In pounds, net of recoverable VAT, if all others join. In other years you pay nothing. Years without a whole year of the round have fewer months. The change compares the year named with what you pay now in a year.",
    columns,
    rows,
  };
}

function unitsSentences(offers: readonly Offer[]): string[] {
  const said = offers.flatMap(({ rounds }) =>
    rounds.flatMap(({ options, units }) => {
      if (!options.includes("A")) return [];
      if (units === null)
        return [`${choiceWords(["A"])} costs what the units cost that you buy; the prices are below.`];
      return units.isOwn
        ? []
        : [
            `${choiceWords(["A"])} is shown with ${units.words} a year, as many as your share would give you; you can ask for another number.`,
          ];
    }),
  );
  return [...new Set(said)];
}

function unaskedSentences(offers: readonly Offer[]): string[] {
  return offers
    .filter(({ rounds }) => rounds.length === 0)
    .map(({ evaluation }) => `${evaluation.scenario.name} asks you for no contribution.`);
}

/** The prices of a buy-in, once where several scenarios have the same. */
function bandTables(offers: readonly Offer[]): PartnerTable[] {
  const seen = new Set<string>();
  return offers.flatMap((offer) =>
    offer.rounds.flatMap(({ round }) => {
      const key = JSON.stringify(round.buyIn);
      if (round.buyIn === undefined || seen.has(key)) return [];
      seen.add(key);
      return [bandsTable(offer, round.id, round.buyIn)];
    }),
  );
}

function bandsTable(
  { evaluation }: Offer,
  roundId: string,
  { activity: id, bands, method }: NonNullable<OfferedRound["round"]["buyIn"]>,
): PartnerTable {
  const activity = evaluation.scenario.activities.find((one) => one.id === id);
  return {
    id: `partner-buy-in-${evaluation.scenario.id}-${roundId}`,
    title: `Prices of a buy-in: ${activity?.name ?? id}`,
    note:
      method === "incremental"
        ? "Each unit costs the price of its own band."
        : "All units cost the price of the band in which the last one lies.",
    columns: [
      { id: "up-to", label: `Up to (${activity?.unit ?? "units"} a year)`, kind: "text" },
      { id: "price", label: "Price of a unit", kind: "money" },
    ],
    rows: bands.map(({ upTo, price }, place) => ({
      id: `band-${place + 1}`,
      cells: [upTo ?? "Any more", parseMoney(price)],
    })),
    isBehind: true,
  };
}

/** A year of each option, the scenarios beside each other. */
function picture(offers: readonly Offer[], lines: readonly Line[]): PartnerPicture {
  const asking = offers.filter(({ rounds }) => rounds.length > 0);
  const groups = [...new Set(lines.map(({ label }) => label))];
  return {
    id: "partner-options-picture",
    title: "What each option costs you in a year",
    caption:
      "What each option costs you in the year that the table names. Declining costs nothing; what it means for your residents stands in the sections below.",
    tableId: "partner-options",
    groups,
    series: asking.map((offer) => ({
      name: offer.evaluation.scenario.name,
      values: groups.map((group) => {
        const line = lines.find((one) => one.offer === offer && one.label === group);
        return line?.years?.[line.round.year] ?? null;
      }),
    })),
  };
}
