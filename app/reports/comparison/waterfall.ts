import {
  CHANGE_GROUPS,
  type ChangeGroup,
  type ExplainedMeasure,
  figureOf,
  type Measure,
  MILLIONTHS,
  type WaterfallStep,
} from "../../../scenarios/compare-scenarios";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { formatCell } from "../format-table";
import type { CellKind, CellValue, ReportTable } from "../report-table";

export const CHANGE_GROUP_WORDS: Readonly<Record<ChangeGroup, string>> = {
  provisions: "Lots, local services and their prices",
  transition: "Transition: existing, bridging, devolved grants",
  contributions: "Contributions",
  "demand-and-capacity": "Demand and capacity",
  indexation: "Indexation",
  funding: "Funding",
  other: "Anything else",
};

/** Why a figure differs between two scenarios: where it starts, what each group of changes does, where it ends. */
export type Waterfall = {
  readonly measure: Measure;
  /** Pence, or millionths of those who wait. */
  readonly from: bigint;
  readonly steps: readonly WaterfallStep[];
  readonly to: bigint;
};

export function waterfallOf(
  measure: Measure & { readonly explained: ExplainedMeasure },
  [first, second]: readonly [Evaluation, Evaluation],
  steps: readonly WaterfallStep[],
): Waterfall {
  const [from, to] = [first, second].map((evaluation) => figureOf(measure.explained, evaluation)) as [
    bigint,
    bigint,
  ];
  const sum = steps.reduce((total, { amount }) => total + amount, from);
  if (sum !== to) throw new Error(`the steps of ${measure.id} come to ${sum}, not ${to}`);
  return { measure, from, steps, to };
}

/** A step as the table and the picture show it: pence stay pence, millionths become a quantity. */
export function amountOf({ unit }: Measure, amount: bigint): CellValue {
  return unit === "£" ? amount : Number(amount) / MILLIONTHS;
}

export const kindOf = ({ unit }: Measure): CellKind => (unit === "£" ? "money" : "quantity");

/** The waterfall as a table that sums exactly: the start and the effects come to the end. */
export function buildWaterfallTable(
  { measure, from, steps, to }: Waterfall,
  names: { readonly first: string; readonly second: string },
): ReportTable {
  let sofar = from;
  return {
    id: "waterfall",
    title: `${measure.name}: from “${names.first}” to “${names.second}”`,
    note: "The effect of a group of changes is its average over every order in which the groups could be made, so that the effects add up exactly. A group without effect is left out.",
    columns: [
      { id: "step", label: "Step", kind: "text" },
      { id: "effect", label: unitLabel("Effect", measure), kind: kindOf(measure) },
      { id: "reached", label: unitLabel("Comes to", measure), kind: kindOf(measure) },
    ],
    rows: [
      { id: "from", cells: [`Reference: ${names.first}`, null, amountOf(measure, from)], subtotal: true },
      ...steps.map(({ group, amount }) => {
        sofar += amount;
        const cells = [CHANGE_GROUP_WORDS[group], amountOf(measure, amount), amountOf(measure, sofar)];
        return { id: group, cells };
      }),
      {
        id: "to",
        cells: [names.second, amountOf(measure, to - from), amountOf(measure, to)],
        subtotal: true,
      },
    ],
  };
}

function unitLabel(label: string, { unit }: Measure): string {
  return unit === "£" ? label : `${label} (${unit})`;
}

/** What the waterfall says, in a sentence or two. */
export function waterfallSentence(
  { measure, from, steps, to }: Waterfall,
  names: { readonly first: string; readonly second: string },
): string {
  const shown = (amount: bigint): string => formatCell(amountOf(measure, amount), kindOf(measure));
  const unit = measure.unit === "£" ? "" : ` ${measure.unit}`;
  const [size, word] = to >= from ? [to - from, "more"] : [from - to, "less"];
  const difference =
    to === from
      ? "the same"
      : `${shown(size)}${unit} ${word} than in “${names.first}” (${shown(from)}${unit})`;
  const largest = steps.toSorted((one, other) => Number(abs(other.amount) - abs(one.amount)))[0];
  const most =
    largest === undefined
      ? "No change of inputs moves it."
      : `The largest effect is that of ${CHANGE_GROUP_WORDS[largest.group].toLowerCase()}: ${largest.amount < 0n ? "" : "+"}${shown(largest.amount)}.`;
  return `${measure.name} in “${names.second}” is ${shown(to)}${unit}, ${difference}. ${most}`;
}

const abs = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** The groups with an effect first, in the order of the waterfall, then those that changed without one. */
export function groupsInOrder(steps: readonly WaterfallStep[]): readonly ChangeGroup[] {
  const moving = CHANGE_GROUPS.filter((group) => steps.some((step) => step.group === group));
  return [...moving, ...CHANGE_GROUPS.filter((group) => !moving.includes(group))];
}
