import { MEASURE_GROUPS, type Measure, type MeasureGroup } from "../../../scenarios/compare-scenarios";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { type Pence, parseMoney } from "../../../scenarios/model/money";
import { parseQuantity } from "../../../scenarios/model/quantity";
import { formatCell } from "../format-table";
import { percentOf } from "../per-resident";
import { formatBenefit, type Prioritised } from "../priorities";
import type { Cell } from "../report-table";

/** A scenario of a comparison; without an evaluation it has faults, and its column says so. */
export type ComparedColumn = {
  /** As the address names it: `llr-2015-s1`, `llr-2015-s1@3`. */
  readonly key: string;
  readonly name: string;
  readonly evaluation: Evaluation | null;
  /** Its priorities with their plan; "under-way" while that is not worked out; absent where it sets none. */
  readonly prioritised?: Prioritised | "under-way" | undefined;
};

/** The priorities of a column, where their plan is known. */
export const planIn = ({ prioritised }: ComparedColumn): Prioritised | null =>
  prioritised === undefined || prioritised === "under-way" ? null : prioritised;

/** Scenarios on the same rows. The first column is the reference. */
export type Comparison = {
  readonly columns: readonly ComparedColumn[];
  /** The values are by column; null where a scenario has no such figure or has faults. */
  readonly measures: readonly Measure[];
};

export type ComparisonRow = {
  readonly measure: Measure;
  /** By column. */
  readonly cells: readonly ComparedCell[];
  readonly isEqual: boolean;
};

export type ComparedCell = {
  /** Pounds as whole pence, anything else as a number, with words where it has to say more. */
  readonly value: Cell;
  /** Against the reference, in the same unit; null in the reference itself, and where one of the two is not known. */
  readonly difference: Pence | number | null;
  /** In percent of the reference; null where that is nothing. */
  readonly percent: number | null;
  /** Where a direction is better; null where there is none, or nothing differs. */
  readonly verdict: "better" | "worse" | null;
};

export const GROUP_WORDS: Readonly<Record<MeasureGroup, string>> = {
  cost: "Cost",
  funding: "Who pays and how firm it is",
  funders: "By funding source",
  contributions: "Contributions",
  coverage: "Coverage",
  capacity: "Demand, capacity and waits",
  lots: "Lots and hand-offs",
  priorities: "Priorities",
};

export const FAULTY = "Has faults";

/** What stands where a scenario has no such figure. */
const NO_FIGURE: Readonly<Record<MeasureGroup, string>> = {
  cost: "Not in its period",
  funding: "Not known",
  funders: "No such source",
  contributions: "In no round",
  coverage: "Not known",
  capacity: "Does not apply",
  lots: "Not said",
  priorities: "No plan",
};

/** Nobody can say how long people wait where nothing serves them. */
function noFigureWords({ id, group }: Measure): string {
  return id.startsWith("wait-") ? "No service at the end" : NO_FIGURE[group];
}

/** The rows of evaluated scenarios spread over all columns: those with faults have no figure in any row. */
export function compareColumns(columns: readonly ComparedColumn[], measures: readonly Measure[]): Comparison {
  const places = columns.flatMap(({ evaluation }, place) => (evaluation === null ? [] : [place]));
  const spread = <Value>(values: readonly Value[]): (Value | null)[] =>
    columns.map((_, place) => values[places.indexOf(place)] ?? null);
  return {
    columns,
    measures: measures.map((measure) => ({
      ...measure,
      values: spread(measure.values),
      ...(measure.months === undefined ? {} : { months: spread(measure.months) }),
    })),
  };
}

/** One row with its differences against the reference. */
export function comparisonRow({ columns }: Comparison, measure: Measure): ComparisonRow {
  const values = measure.values.map((text) => readValue(text, measure.unit));
  const [reference = null] = values;
  const cells = values.map((value, place): ComparedCell => {
    const difference = place === 0 ? null : differenceOf(reference, value);
    const shown = columns[place]?.evaluation === null ? FAULTY : noFigureWords(measure);
    return {
      value: value === null ? { value: null, words: shown, tone: "muted" } : withWords(value, measure, place),
      difference,
      percent: difference === null ? null : percentOfReference(difference, reference),
      verdict: verdictOf(difference, measure.betterWhen),
    };
  });
  return { measure, cells, isEqual: isEqual(columns, measure) };
}

/** The rows in their groups; in each group as they come, or the largest difference first. */
export function groupedRows(
  comparison: Comparison,
  { hideEqual, sort }: { readonly hideEqual: boolean; readonly sort: "group" | "difference" },
): readonly { readonly group: MeasureGroup; readonly rows: readonly ComparisonRow[] }[] {
  const rows = comparison.measures.map((measure) => comparisonRow(comparison, measure));
  const shown = hideEqual ? rows.filter((row) => !row.isEqual) : rows;
  return MEASURE_GROUPS.map((group) => {
    const own = shown.filter(({ measure }) => measure.group === group);
    return { group, rows: sort === "difference" ? byDifference(own) : own };
  }).filter((part) => part.rows.length > 0);
}

/** By amount where all rows have one unit, else by percentage, because units cannot be set against each other. */
function byDifference(rows: readonly ComparisonRow[]): ComparisonRow[] {
  const oneUnit = new Set(rows.map(({ measure }) => measure.unit)).size === 1;
  const size = (row: ComparisonRow): number =>
    Math.max(
      0,
      ...row.cells.map(({ difference, percent }) => {
        if (difference === null || Number(difference) === 0) return 0;
        return Math.abs(oneUnit ? Number(difference) : (percent ?? Number.MAX_VALUE));
      }),
    );
  return rows.toSorted((one, other) => size(other) - size(one));
}

export function readValue(text: string | null, unit: string): Pence | number | null {
  if (text === null) return null;
  return unit === "£" ? parseMoney(text) : parseQuantity(text);
}

/** "£12,000.00 more", "3 fewer", "Equal"; with the percentage where there is one. */
export function differenceWords(
  { difference, percent }: ComparedCell,
  measure: Pick<Measure, "unit">,
): string | null {
  if (difference === null) return null;
  if (Number(difference) === 0) return "Equal";
  const size = difference < 0 ? -difference : difference;
  const words = `${figureWords(size, measure)} ${difference < 0 ? "less" : "more"}`;
  if (percent === null) return words;
  return `${words} (${percent < 0 ? "−" : "+"}${formatCell(Math.abs(percent), "percent")})`;
}

/** A figure of a row as it is said: a benefit as on its own page. */
export const figureWords = (value: Pence | number, { unit }: Pick<Measure, "unit">): string => {
  if (typeof value === "bigint") return formatCell(value, "money");
  return unit.startsWith("points") ? formatBenefit(value) : formatCell(value, "quantity");
};

/** A part year says how many months it has. */
function withWords(value: Pence | number, measure: Measure, place: number): Cell {
  const { months, unit } = measure;
  const count = months?.[place] ?? null;
  if (count === null || count >= 12)
    return unit.startsWith("points") ? { value, words: figureWords(value, measure) } : value;
  const words = `${formatCell(value, "money")} (part year: ${count} ${count === 1 ? "month" : "months"})`;
  return { value, words };
}

function differenceOf(from: Pence | number | null, to: Pence | number | null): Pence | number | null {
  if (typeof from === "bigint" && typeof to === "bigint") return to - from;
  if (typeof from !== "number" || typeof to !== "number") return null;
  // Both are shown to six decimals; what binary numbers add beyond that is no difference.
  return Number((to - from).toFixed(6));
}

function percentOfReference(difference: Pence | number, reference: Pence | number | null): number | null {
  if (typeof difference === "bigint" && typeof reference === "bigint")
    return percentOf(difference, reference);
  if (typeof reference !== "number" || reference === 0) return null;
  return (Number(difference) / reference) * 100;
}

function verdictOf(
  difference: Pence | number | null,
  betterWhen: Measure["betterWhen"],
): ComparedCell["verdict"] {
  if (difference === null || betterWhen === null || Number(difference) === 0) return null;
  return difference < 0 === (betterWhen === "lower") ? "better" : "worse";
}

/** Whether all scenarios that could be evaluated say the same. */
function isEqual(columns: readonly ComparedColumn[], { values, months }: Measure): boolean {
  const evaluated = columns.flatMap(({ evaluation }, place) => (evaluation === null ? [] : [place]));
  return new Set(evaluated.map((place) => `${values[place] ?? ""} ${months?.[place] ?? ""}`)).size <= 1;
}
