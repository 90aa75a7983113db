import type { FinancialYear } from "../model/calendar";
import type { Evaluation } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import type { DecimalText } from "../model/scenario";

/** What a row is about; rows of one group stand together, in this order. */
export const MEASURE_GROUPS = [
  "cost",
  "funding",
  "funders",
  "contributions",
  "coverage",
  "capacity",
  "lots",
  "priorities",
] as const;
export type MeasureGroup = (typeof MEASURE_GROUPS)[number];

/** A unit of a waterfall of anything but money: a millionth, so that the steps sum as exactly as money does. */
export const MILLIONTHS = 1_000_000;

/** One row of a comparison: the same figure of every scenario. */
export type Measure = {
  readonly id: string;
  readonly group: MeasureGroup;
  readonly name: string;
  /** "£" for money; otherwise what is counted: days, cases, lots. */
  readonly unit: string;
  readonly betterWhen: "lower" | "higher" | null;
  /** By place of the scenario; null where a scenario has no such figure. */
  readonly values: readonly (DecimalText | null)[];
  /** For a figure of one financial year: how many of its months each scenario has; less than 12 is a part year. */
  readonly months?: readonly (number | null)[];
  /** What a waterfall of the difference explains; absent where there is none. */
  readonly explained?: ExplainedMeasure;
};

/** A figure that a waterfall can explain. */
export type ExplainedMeasure =
  | { readonly id: "total-cost" | "unfunded" }
  | { readonly id: "cost"; readonly year: FinancialYear }
  | { readonly id: "contribution"; readonly organisation: Id }
  | { readonly id: "waiting-at-end"; readonly activity: Id };

/** A row before it is filled: how its figure is read off an evaluation. */
export type Row = Omit<Measure, "values" | "months"> & {
  readonly figure: (evaluation: Evaluation) => DecimalText | null;
  readonly monthsOf?: (evaluation: Evaluation) => number | null;
};

export const POUNDS = { unit: "£", betterWhen: "lower" } as const;

/** Things that the scenarios name, each once, in the order of the first that has it. */
export function named<Item extends { readonly id: Id }>(
  evaluations: readonly Evaluation[],
  list: (evaluation: Evaluation) => readonly Item[],
): readonly Item[] {
  const items = new Map<Id, Item>();
  for (const item of evaluations.flatMap(list)) if (!items.has(item.id)) items.set(item.id, item);
  return [...items.values()];
}
