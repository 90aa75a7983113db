import {
  type FinancialYear,
  financialYearOf,
  formatFinancialYear,
  formatMonth,
} from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { ContributionRound } from "../../scenarios/model/scenario";
import { buildContributionYearsTable } from "../reports/contribution-years";
import {
  type Cells,
  type ContributionYear,
  contributionRow,
  topUpRow,
  type Working,
} from "./contribution-sources";
import type { InputPlaces } from "./inputs";
import { memberCells } from "./member-cells";
import { potCells } from "./pot-cells";
import { type RoundTerms, roundTerms } from "./round-terms";
import { roundSpan } from "./service-sheet";
import { type Among, hasBounds, shareColumns, shareUses } from "./share-columns";
import { shareVectors, type Vectors } from "./share-vectors";
import { cellAddress, columnLetters, type Places, type Sheet, type SheetCell, type SheetRow } from "./sheet";
import { NOTHING } from "./table-sheet";
import { topUpCells } from "./top-up-cells";

/** The columns that sum down to a total. */
const SUMMED = ["share", "override", "buy-in", "top-up", "pays", "shortfall"];

type Sources = { readonly inputs: InputPlaces; readonly prices: Places; readonly service: Places };

/**
 * Contributions, live: for each round and year the pot, every member with the whole working of its share, and who
 * tops up. Shares follow choices, weights, bases, bounds and the rule for when some decline (rules §§3 and 4).
 */
export function contributionsSheet(evaluation: Evaluation, sources: Sources): Sheet {
  const uses = shareUses(evaluation.scenario);
  const columns = shareColumns(uses);
  const rows: SheetRow[] = [];
  for (const round of evaluation.scenario.contributions ?? []) {
    rows.push(...roundRows(evaluation, round, rows.length, { ...sources, columns, uses }));
  }
  const { title, note } = buildContributionYearsTable(evaluation);
  return {
    name: "Contributions",
    title,
    note: `${note ?? ""} Each row is the working of one share: basis, weight, quota, floor, rank, penny.`,
    columns,
    rows: [...rows, totalRow(rows, columns)],
    frozenColumns: 3,
  };
}

type RoundSources = Sources & Pick<ContributionYear, "columns" | "uses">;

function roundRows(
  evaluation: Evaluation,
  round: ContributionRound,
  firstRow: number,
  sources: RoundSources,
): SheetRow[] {
  const terms = roundTerms(evaluation, round, sources.inputs);
  const rowsAYear = 1 + round.members.length + terms.outcome.toppedUp.size;
  let before: ContributionYear["before"] = null;
  return evaluation.timeline.years.flatMap((year, place) => {
    const month = lastMonth(evaluation, year);
    const figures = terms.figures(place, sources.service.value(roundSpan(round.id), month));
    const ofYear: ContributionYear = {
      ...sources,
      evaluation,
      terms,
      place,
      year: formatFinancialYear(year),
      firstRow: firstRow + place * rowsAYear,
      months: sources.service.cell(roundSpan(round.id), month),
      refs: terms.refs(year),
      figures,
      working: workingOf(terms, figures, sources, before),
      before,
    };
    before = ofYear;
    return yearRows(ofYear);
  });
}

/** The last month of a financial year that is in the horizon. */
function lastMonth({ timeline }: Evaluation, year: FinancialYear): string {
  const months = timeline.months.filter((month) => financialYearOf(month) === year);
  return formatMonth(months.at(-1) ?? 0);
}

function workingOf(
  { round }: RoundTerms,
  figures: ContributionYear["figures"],
  { uses }: RoundSources,
  before: ContributionYear["before"],
): Working | null {
  if (round.share === undefined) return null;
  const among = (who: Among): Vectors => {
    const vectors = before?.working?.[who];
    const yearBefore = vectors === undefined ? null : { vectors, months: before?.figures.months ?? 0 };
    return shareVectors(figures, who, uses, hasBounds(round), yearBefore);
  };
  return { all: among("all"), payers: among("payers") };
}

function yearRows(sources: ContributionYear): SheetRow[] {
  const { terms, year, columns } = sources;
  const row = (id: string, cells: Cells): SheetRow => ({
    id: contributionRow(terms.round.id, year, id),
    cells: columns.map((column) => cells[column.id] ?? { value: NOTHING }),
  });
  return [
    { ...row("pot", potCells(sources)), sum: true },
    ...terms.round.members.map((member, at) => row(member.organisation, memberCells(sources, member, at))),
    ...[...terms.outcome.toppedUp.keys()].map((payer, at) => ({
      ...row(payer, topUpCells(sources, payer, at)),
      id: topUpRow(terms.round.id, year, payer),
    })),
  ];
}

function totalRow(rows: readonly SheetRow[], columns: Sheet["columns"]): SheetRow {
  const cells = columns.map(({ id }, place): SheetCell => {
    if (place === 0) return { value: "Total" };
    if (!SUMMED.includes(id)) return { value: NOTHING };
    const value = rows.reduce((sum, { cells: own }) => sum + pence(own[place]?.value), 0) / 100;
    const range = `${cellAddress(0, place)}:${columnLetters(place)}${rows.length + 1}`;
    return rows.length === 0 ? { value: 0 } : { value, formula: `SUM(${range})` };
  });
  return { id: "total", cells, sum: true };
}

function pence(value: SheetCell["value"] | undefined): number {
  return typeof value === "number" ? Math.round(value * 100) : 0;
}
