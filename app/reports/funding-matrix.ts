import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { LedgerLine } from "../../scenarios/model/ledger";
import { type Pence, sumPence } from "../../scenarios/model/money";
import type { Organisation } from "../../scenarios/model/scenario";
import { namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { known, moneyNote, totalRow } from "./table-parts";
import { FUNDING_CERTAINTIES, ringFenceWords } from "./words";

const ABOUT: readonly ReportColumn[] = [
  { id: "payer", label: "Money of", kind: "text" },
  { id: "year", label: "Financial year", kind: "year" },
  { id: "kind", label: "Kind", kind: "text" },
  { id: "certainty", label: "Certainty", kind: "text" },
  { id: "amount", label: "Amount of the year", kind: "money" },
  { id: "carried-in", label: "Carried in", kind: "money" },
  { id: "available", label: "Available", kind: "money", sumOf: ["amount", "carried-in"] },
];

/**
 * All money by year and what it pays for: a row for each source, each contributor and what is unfunded, a column for
 * each provision. Down a column it comes to the provision's cost (and contributions beyond it).
 */
export function buildFundingMatrixTable(evaluation: Evaluation): ReportTable {
  const provisions = evaluation.scenario.provisions.map(({ id }) => id);
  const names = namesOf(evaluation.scenario);
  const columns: readonly ReportColumn[] = [
    ...ABOUT,
    ...provisions.map(
      (id): ReportColumn => ({ id: `provision-${id}`, label: names.provision(id), kind: "money" }),
    ),
    { id: "used", label: "Used", kind: "money", sumOf: provisions.map((id) => `provision-${id}`) },
    { id: "unused", label: "Unused", kind: "money" },
    { id: "may-pay-for", label: "May pay for", kind: "text" },
  ];
  const rows = evaluation.timeline.years.flatMap((_, place) => [
    ...sourceRows(evaluation, provisions, place),
    ...contributorRows(evaluation, provisions, place),
    unfundedRow(evaluation, provisions, place),
  ]);
  return {
    id: "funding-matrix",
    title: "Money by year and what it pays for",
    note: moneyNote(
      evaluation,
      "A pooled total is never called funded: each source pays only for what it may.",
    ),
    columns,
    rows,
    total: totalRow(columns, rows, { except: ["amount", "carried-in", "available", "unused"] }),
  };
}

function sourceRows(evaluation: Evaluation, provisions: readonly Id[], place: number): ReportRow[] {
  const names = namesOf(evaluation.scenario);
  return (evaluation.scenario.fundingSources ?? []).map((source) => {
    const ofYear = known(evaluation.funding.sources.get(source.id)?.[place], `${source.id} in year ${place}`);
    const paid = provisions.map(
      (id) => evaluation.funding.provisions.get(id)?.[place]?.sources.get(source.id) ?? 0n,
    );
    return row(evaluation, place, `source-${source.id}`, [
      source.name,
      "Funding source",
      FUNDING_CERTAINTIES[source.certainty ?? "confirmed"],
      ringFenceWords(source, names),
      {
        amounts: [ofYear.available - ofYear.carriedIn, ofYear.carriedIn, ofYear.available],
        paid,
        unused: ofYear.unused,
      },
    ]);
  });
}

function contributorRows(evaluation: Evaluation, provisions: readonly Id[], place: number): ReportRow[] {
  const lines = evaluation.ledger.filter(
    ({ round, year }) => round !== null && year === evaluation.timeline.years[place],
  );
  const payers = contributors(evaluation);
  return evaluation.scenario.organisations
    .filter(({ id }) => payers.has(id))
    .map((organisation) => contributorRow(evaluation, organisation, lines, provisions, place));
}

/** Everyone who may contribute: the members of the rounds, whatever they chose, and those who top up. */
export function contributors({ scenario, contributions }: Evaluation): ReadonlySet<Id> {
  const members = (scenario.contributions ?? []).flatMap((round) =>
    round.members.map(({ organisation }) => organisation),
  );
  return new Set([
    ...members,
    ...[...contributions.values()].flatMap(({ toppedUp }) => [...toppedUp.keys()]),
  ]);
}

function contributorRow(
  evaluation: Evaluation,
  { id, name }: Organisation,
  lines: readonly LedgerLine[],
  provisions: readonly Id[],
  place: number,
): ReportRow {
  const own = lines.filter(({ payer }) => payer === id);
  const paid = provisions.map((provision) =>
    sumPence(own.filter((line) => line.provision === provision).map(({ amount }) => amount)),
  );
  const total = sumPence(paid);
  return row(evaluation, place, `contributor-${id}`, [
    name,
    "Contribution",
    null,
    null,
    { amounts: [total, 0n, total], paid, unused: 0n },
  ]);
}

function unfundedRow(evaluation: Evaluation, provisions: readonly Id[], place: number): ReportRow {
  const paid = provisions.map((id) => evaluation.funding.provisions.get(id)?.[place]?.unfunded ?? 0n);
  const unfunded = { amounts: [0n, 0n, 0n], paid, unused: 0n };
  const cells = row(evaluation, place, "unfunded", ["Unfunded", "Nobody pays", null, null, unfunded]);
  return sumPence(paid) > 0n ? { ...cells, tone: "bad" } : cells;
}

type Money = { readonly amounts: readonly Pence[]; readonly paid: readonly Pence[]; readonly unused: Pence };

function row(
  { timeline }: Evaluation,
  place: number,
  id: string,
  [payer, kind, certainty, mayPayFor, money]: readonly [string, Cell, Cell, Cell, Money],
): ReportRow {
  const year = formatFinancialYear(known(timeline.years[place], `year ${place}`));
  return {
    id: `${id}-${year}`,
    cells: [
      payer,
      year,
      kind,
      certainty,
      ...money.amounts,
      ...money.paid,
      sumPence(money.paid),
      money.unused,
      mayPayFor,
    ],
  };
}
