import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { type Pence, sumPence } from "../../scenarios/model/money";
import { buildPayerYearsTable, type PayerKind, payerKindOf } from "../reports/payer-years";
import { cellValue, type ReportRow } from "../reports/report-table";
import { type FillName, SERIES_FILLS } from "./palette";
import type { YearBand, YearBands } from "./stacked-years";

/**
 * Who pays, year by year, from the table of the same name: sources by owner, all contributions as one, top-ups, what
 * nobody pays. More owners than there are fills cannot be told apart: the smallest are drawn as one.
 */
export function payerBandsOf(evaluation: Evaluation): YearBands {
  const years = yearsOf(evaluation);
  const { rows } = buildPayerYearsTable(evaluation);
  const amounts = (kind: PayerKind): Named[] =>
    rows
      .filter((row) => payerKindOf(row) === kind)
      .map((row) => ({ name: nameOf(row), amounts: amountsOf(row) }));
  const bands: readonly YearBand[] = [
    ...ownerBands(amounts("source")),
    ...together(amounts("contribution"), { name: "Contributions of districts", fill: "contributions" }),
    ...together(amounts("top-up"), { name: "Top-ups", fill: "topUps" }),
    ...together(amounts("unfunded"), { name: "Unfunded", fill: "missing" }),
  ];
  return { years, bands };
}

/** How firm the money is, year by year: the figures of the table of the same name. */
export function certaintyBandsOf(evaluation: Evaluation): YearBands {
  const { byCertainty } = evaluation.funding;
  return {
    years: yearsOf(evaluation),
    bands: [
      { name: "Confirmed", fill: "first", amounts: byCertainty.map(({ confirmed }) => confirmed) },
      { name: "Indicative", fill: "second", amounts: byCertainty.map(({ indicative }) => indicative) },
      { name: "At risk", fill: "unsure", amounts: byCertainty.map(({ atRisk }) => atRisk) },
      { name: "Unfunded", fill: "missing", amounts: byCertainty.map(({ unfunded }) => unfunded) },
    ],
  };
}

type Named = { readonly name: string; readonly amounts: readonly Pence[] };

function ownerBands(owners: readonly Named[]): YearBand[] {
  const bySize = owners.toSorted((a, b) => compare(sumPence(b.amounts), sumPence(a.amounts)));
  const most = SERIES_FILLS.length;
  const own = bySize
    .slice(0, most)
    .map((owner, place) => ({ ...owner, fill: SERIES_FILLS[place] as FillName }));
  const rest = bySize.slice(most);
  const name = rest.length === 1 ? (rest[0] as Named).name : `${rest.length} other organisations`;
  return [...own, ...together(rest, { name, fill: "others" })];
}

function together(parts: readonly Named[], band: Omit<YearBand, "amounts">): YearBand[] {
  const [first, ...rest] = parts.map(({ amounts }) => amounts);
  if (first === undefined) return [];
  const add = (sum: readonly Pence[], more: readonly Pence[]) =>
    sum.map((amount, place) => amount + (more[place] ?? 0n));
  return [{ ...band, amounts: rest.reduce(add, first) }];
}

function nameOf(row: ReportRow): string {
  return String(cellValue(row.cells[0] ?? null));
}

/** The years of a row: its cells of money but for the last, which is their sum. */
function amountsOf(row: ReportRow): Pence[] {
  return row.cells
    .map(cellValue)
    .filter((value) => typeof value === "bigint")
    .slice(0, -1);
}

function yearsOf({ timeline }: Evaluation): string[] {
  return timeline.years.map(formatFinancialYear);
}

function compare(first: Pence, second: Pence): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
