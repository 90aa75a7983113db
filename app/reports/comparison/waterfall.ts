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
import { figureWords } from "./comparison";
import type { Cell, CellKind, ReportTable } from "../report-table";

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
  /** Pence, or millionths of what is counted. */
  readonly from: bigint;
  readonly steps: readonly NamedStep[];
  readonly to: bigint;
  /** How the steps come about. */
  readonly note: string;
};

export type NamedStep = {
  readonly id: string;
  readonly name: string;
  readonly amount: bigint;
  /** Of a step from one plan to another: the lines that it treats otherwise, in words. */
  readonly lines?: string;
};

const AVERAGED =
  "The effect of a group of changes is its average over every order in which the groups could be made, so that the effects add up exactly. A group without effect is left out.";

export function waterfallOf(
  measure: Measure & { readonly explained: ExplainedMeasure },
  [first, second]: readonly [Evaluation, Evaluation],
  steps: readonly WaterfallStep[],
): Waterfall {
  const [from, to] = [first, second].map((evaluation) => figureOf(measure.explained, evaluation)) as [
    bigint,
    bigint,
  ];
  const named = steps.map(({ group, amount }) => ({ id: group, name: CHANGE_GROUP_WORDS[group], amount }));
  return summed({ measure, from, steps: named, to, note: AVERAGED });
}

/** The waterfall, whose steps have to come to its end. */
export function summed(waterfall: Waterfall): Waterfall {
  const { measure, from, steps, to } = waterfall;
  const sum = steps.reduce((total, { amount }) => total + amount, from);
  if (sum !== to) throw new Error(`the steps of ${measure.id} come to ${sum}, not ${to}`);
  return waterfall;
}

/** A step as the table and the picture show it: pence stay pence, millionths become a quantity. */
export function amountOf({ unit }: Measure, amount: bigint): bigint | number {
  return unit === "£" ? amount : Number(amount) / MILLIONTHS;
}

/** A step in words: "£1,200.00", "70.50" */
export const amountWords = (measure: Measure, amount: bigint): string =>
  figureWords(amountOf(measure, amount), measure);

const amountCell = (measure: Measure, amount: bigint): Cell => ({
  value: amountOf(measure, amount),
  words: amountWords(measure, amount),
});

export const kindOf = ({ unit }: Measure): CellKind => (unit === "£" ? "money" : "quantity");

/** The waterfall as a table that sums exactly: the start and the effects come to the end. */
export function buildWaterfallTable(
  { measure, from, steps, to, note }: Waterfall,
  names: { readonly first: string; readonly second: string },
): ReportTable {
  let sofar = from;
  const isOfPlans = steps.some(({ lines }) => lines !== undefined);
  const withLines = (words: string | null): Cell[] => (isOfPlans ? [words] : []);
  return {
    id: "waterfall",
    title: `${measure.name}: from “${names.first}” to “${names.second}”`,
    note,
    columns: [
      { id: "step", label: "Step", kind: "text" },
      { id: "effect", label: unitLabel("Effect", measure), kind: kindOf(measure) },
      { id: "reached", label: unitLabel("Comes to", measure), kind: kindOf(measure) },
      ...(isOfPlans
        ? [{ id: "lines", label: "What the best plan then changes", kind: "text" as const }]
        : []),
    ],
    rows: [
      {
        id: "from",
        cells: [`Reference: ${names.first}`, null, amountCell(measure, from), ...withLines(null)],
        subtotal: true,
      },
      ...steps.map(({ id, name, amount, lines = "" }) => {
        sofar += amount;
        const cells = [name, amountCell(measure, amount), amountCell(measure, sofar), ...withLines(lines)];
        return { id, cells };
      }),
      {
        id: "to",
        cells: [names.second, amountCell(measure, to - from), amountCell(measure, to), ...withLines(null)],
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
  const shown = (amount: bigint): string => amountWords(measure, amount);
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
      : `The largest effect is that of ${largest.name.toLowerCase()}: ${largest.amount < 0n ? "" : "+"}${shown(largest.amount)}.`;
  return `${measure.name} in “${names.second}” is ${shown(to)}${unit}, ${difference}. ${most}`;
}

const abs = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** The groups with an effect first, in the order of the waterfall, then those that changed without one. */
export function groupsInOrder(steps: readonly Pick<NamedStep, "id">[]): readonly ChangeGroup[] {
  const moving = CHANGE_GROUPS.filter((group) => steps.some(({ id }) => id === group));
  return [...moving, ...CHANGE_GROUPS.filter((group) => !moving.includes(group))];
}
