import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";

import type { FundingSource } from "../../scenarios/model/scenario";
import { buildFundingMatrixTable, contributors } from "../reports/funding-matrix";
import { leftOf, paidByLines } from "./agreed-lines";
import { balanceRow, LIVE } from "./balances-sheet";
import { contributionPayments } from "./contribution-payments";
import { contributorRow, provisionColumn, sourceRow, unfundedRow } from "./funding-places";
import type { InputPlaces } from "./inputs";
import { FOLLOWS, matchState, STATE, STATE_COLUMN } from "./planner-state";
import { type Places, placesOf, type Sheet, type SheetCell, type SheetRow } from "./sheet";
import { NOTHING, tableSheet } from "./table-sheet";

export type FundingSources = {
  readonly inputs: InputPlaces;
  readonly lines: Places;
  readonly balances: Places;
  readonly contributions: Places;
};

/** The Funding sheet without its formulas: where its cells are. */
export function fundingTable(evaluation: Evaluation): Sheet {
  const sheet = tableSheet("Funding", buildFundingMatrixTable(evaluation), 2);
  const left = leftAfterLines(evaluation);
  return {
    ...sheet,
    columns: [
      ...sheet.columns,
      { id: "left", label: "Left after agreed lines", format: "money" },
      STATE_COLUMN,
    ],
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: [...row.cells, { value: left.get(row.id) ?? NOTHING }, { value: FOLLOWS }],
    })),
  };
}

/** What each source has left in each year when the agreed lines have drawn, by the id of its row. */
function leftAfterLines(evaluation: Evaluation): ReadonlyMap<string, number> {
  const { scenario, timeline, funding } = evaluation;
  return new Map(
    (scenario.fundingSources ?? []).flatMap(({ id }) =>
      timeline.years.map((year, place) => [
        sourceRow(id, formatFinancialYear(year)),
        Number(leftOf(id, funding, place)) / 100,
      ]),
    ),
  );
}

/** All money by year and what it pays for, live: amounts from Inputs, contributions, agreed lines and the match. */
export function fundingSheet(evaluation: Evaluation, sources: FundingSources): Sheet {
  const sheet = fundingTable(evaluation);
  const places = placesOf(sheet);
  const formulas = new Map(
    evaluation.timeline.years.flatMap((_, place) => yearFormulas(evaluation, place, places, sources)),
  );
  const rows = sheet.rows.map((row): SheetRow => {
    const own = formulas.get(row.id);
    const state = matchState(
      sources.balances,
      row.id.startsWith("source-") || row.id.startsWith("unfunded-"),
    );
    if (own === undefined) return { ...row, cells: [...row.cells.slice(0, -1), state] };
    const cells = row.cells.map((cell, place): SheetCell => {
      if (sheet.columns[place]?.id === STATE) return state;
      const formula = own[sheet.columns[place]?.id ?? ""];
      return formula === undefined ? cell : { ...cell, formula };
    });
    return { ...row, cells };
  });
  return { ...sheet, rows };
}

type RowFormulas = readonly [string, Readonly<Record<string, string>>];

function yearFormulas(
  evaluation: Evaluation,
  place: number,
  places: Places,
  sources: FundingSources,
): RowFormulas[] {
  const { scenario, timeline } = evaluation;
  const year = formatFinancialYear(timeline.years[place] ?? 0);
  const unfunded = scenario.provisions.map(
    ({ id }) => [provisionColumn(id), sources.balances.cell(balanceRow(id, year), "unfunded")] as const,
  );
  return [
    ...(scenario.fundingSources ?? []).map(
      (source): RowFormulas => [
        sourceRow(source.id, year),
        sourceFormulas(evaluation, source, { place, year }, places, sources),
      ],
    ),
    ...[...contributors(evaluation)].map(
      (organisation): RowFormulas => [
        contributorRow(organisation, year),
        contributorFormulas(evaluation, organisation, { place, year }, places, sources),
      ],
    ),
    [unfundedRow(year), Object.fromEntries(unfunded)],
  ];
}

type Year = { readonly place: number; readonly year: string };

function sourceFormulas(
  evaluation: Evaluation,
  source: FundingSource,
  { place, year }: Year,
  places: Places,
  sources: FundingSources,
): Record<string, string> {
  const row = sourceRow(source.id, year);
  const amount = `/fundingSources/${source.id}/amounts/${year}`;
  const before = evaluation.timeline.years[place - 1];
  const carries = source.carryForward === true && before !== undefined;
  const paid = evaluation.scenario.provisions.flatMap(({ id, funding = [] }) => {
    const hasLine = funding.some((line) => line.source === source.id);
    const formula = paidFormula(evaluation, source.id, id, { place, year }, hasLine, sources);
    return formula === null ? [] : [[provisionColumn(id), formula] as const];
  });
  return {
    ...(sources.inputs.has(amount) ? { amount: sources.inputs.at(amount) } : {}),
    ...(carries
      ? { "carried-in": places.cell(sourceRow(source.id, formatFinancialYear(before)), "unused") }
      : {}),
    ...Object.fromEntries(paid),
    left: leftFormula(evaluation, source.id, place, places.cell(row, "available"), sources.lines),
    unused: `ROUND(${places.cell(row, "available")}-${places.cell(row, "used")},2)`,
  };
}

function leftFormula(
  evaluation: Evaluation,
  source: Id,
  place: number,
  available: string,
  lines: Places,
): string {
  const drawn = paidByLines(evaluation, place, lines, { source });
  return drawn === null ? available : `ROUND(${available}-${drawn},2)`;
}

/** What agreed lines pay, and what the planner matched while that stands. */
function paidFormula(
  evaluation: Evaluation,
  source: Id,
  provision: Id,
  { place, year }: Year,
  hasLine: boolean,
  { lines, balances }: FundingSources,
): string | null {
  const ofYear = evaluation.funding.provisions.get(provision)?.[place];
  const matched = (ofYear?.sources.get(source) ?? 0n) - (ofYear?.agreed.get(source) ?? 0n);
  const agreed = hasLine ? paidByLines(evaluation, place, lines, { source, provision }) : null;
  const state = (): string => balances.cell(balanceRow(provision, year), "state");
  const match = matched === 0n ? [] : [`IF(${state()}="${LIVE}",${Number(matched) / 100},0)`];
  const terms = [...(agreed === null ? [] : [agreed]), ...match];
  return terms.length === 0 ? null : `ROUND(${terms.join("+")},2)`;
}

function contributorFormulas(
  evaluation: Evaluation,
  organisation: Id,
  { place, year }: Year,
  places: Places,
  { contributions }: FundingSources,
): Record<string, string> {
  const paid = evaluation.scenario.provisions.flatMap(({ id }) => {
    const own = contributionPayments(evaluation, id, place).filter(({ payer }) => payer === organisation);
    if (own.length === 0) return [];
    return [
      [
        provisionColumn(id),
        `ROUND(${own.map(({ row }) => contributions.cell(row, "pays")).join("+")},2)`,
      ] as const,
    ];
  });
  return { amount: places.cell(contributorRow(organisation, year), "used"), ...Object.fromEntries(paid) };
}
