import { largestLotShare } from "../../scenarios/calculate/lot-patterns";
import type { Evaluation, LotPattern } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { LotStructure } from "../../scenarios/model/scenario";
import type { Cell, ReportColumn, ReportTable } from "./report-table";

/** A way to divide the blocks into lots, with the number that it has in the picture and the table. */
export type ShownPattern = LotPattern & {
  readonly number: number;
  /** "Domestic violence + Therapeutic support | Sexual violence" */
  readonly name: string;
  /** The pattern that the scenario procures. */
  readonly isChosen: boolean;
  /** No pattern with as many lots has fewer hand-offs. */
  readonly isBest: boolean;
  /** Part of the capacity that is lost if the largest provider fails, in percent. */
  readonly lostPercent: number;
};

/** Every pattern, fewest lots first; none without a lot structure. */
export function listLotPatterns({ scenario, lots }: Evaluation): readonly ShownPattern[] {
  const { lotStructure: structure } = scenario;
  if (structure === undefined) return [];
  const chosen = structure.chosen === undefined ? null : keyOf(structure.chosen);
  const fewest = new Map<number, LotPattern["handOffs"]>();
  for (const { lots: count, handOffs } of lots) {
    const sofar = fewest.get(count);
    if (sofar === undefined || handOffs.lt(sofar)) fewest.set(count, handOffs);
  }
  return lots.map((pattern, place) => ({
    ...pattern,
    number: place + 1,
    name: patternWords(structure, pattern.pattern),
    isChosen: keyOf(pattern.pattern) === chosen,
    isBest: fewest.get(pattern.lots)?.equals(pattern.handOffs) === true,
    lostPercent: largestLotShare(structure, pattern.pattern).mul(100n).valueOf(),
  }));
}

const COLUMNS: readonly ReportColumn[] = [
  { id: "pattern", label: "Lots", kind: "text" },
  { id: "lots", label: "Number of lots", kind: "whole" },
  { id: "overhead", label: "Overhead", kind: "money" },
  { id: "direct", label: "Direct money", kind: "money" },
  { id: "fte", label: "FTE", kind: "quantity" },
  { id: "hand-offs", label: "Hand-offs a user", kind: "quantity" },
  { id: "lost", label: "Capacity lost if the largest provider fails", kind: "percent" },
];

/** Left out where the scenario does not say what it procures: "No" in every row would say too much. */
const CHOSEN: ReportColumn = { id: "chosen", label: "Procured by the scenario", kind: "text" };

/** Every pattern with what it costs and does (rules §10), or those that are named. */
export function buildLotPatternsTable(
  evaluation: Evaluation,
  patterns: readonly ShownPattern[] = listLotPatterns(evaluation),
): ReportTable {
  const isAnyChosen = patterns.some(({ isChosen }) => isChosen);
  return {
    id: "lot-patterns",
    title: "Ways to divide the services into lots",
    note: "A year, in pounds, net of recoverable VAT. Direct money is the envelope less the overhead of each lot. A user is handed on once for each further lot that holds something that they need. What is lost counts every block that a user needs alike, and a provider of its own for each lot.",
    columns: isAnyChosen ? [...COLUMNS, CHOSEN] : COLUMNS,
    rows: patterns.map((pattern) => ({
      id: `pattern-${pattern.number}`,
      cells: [
        `${pattern.number}. ${pattern.name}`,
        pattern.lots,
        pattern.overhead,
        pattern.direct,
        twoDecimals(pattern.fte.valueOf()),
        twoDecimals(pattern.handOffs.valueOf()),
        pattern.lostPercent,
        ...(isAnyChosen ? [chosenCell(pattern)] : []),
      ],
      ...(pattern.isChosen ? { tone: "good" } : {}),
    })),
  };
}

function chosenCell({ isChosen }: ShownPattern): Cell {
  return isChosen ? { value: "Yes", words: "Yes", tone: "good" } : "No";
}

/** More patterns than this are not read in a table: six blocks have 203. */
const MOST_SHOWN = 60;
const BEST_OF_EACH = 5;

/** What a page shows: all, or of each number of lots the few with the fewest hand-offs, and the one that is procured. */
export function patternsToShow(patterns: readonly ShownPattern[]): readonly ShownPattern[] {
  if (patterns.length <= MOST_SHOWN) return patterns;
  const counts = [...new Set(patterns.map(({ lots }) => lots))];
  const best = counts.flatMap((count) =>
    patterns
      .filter(({ lots }) => lots === count)
      .toSorted((a, b) => a.handOffs.compare(b.handOffs))
      .slice(0, BEST_OF_EACH),
  );
  return patterns.filter((pattern) => pattern.isChosen || best.includes(pattern));
}

/** The precision at which patterns differ. */
export function twoDecimals(value: number): Exclude<Cell, null | string | number | bigint> {
  return { value, words: value.toFixed(2).replace("-", "−") };
}

export function patternWords({ blocks }: LotStructure, pattern: readonly (readonly Id[])[]): string {
  const names = new Map(blocks.map(({ id, name }) => [id, name]));
  return pattern.map((lot) => lot.map((id) => names.get(id) ?? id).join(" + ")).join(" | ");
}

/** The same for the same lots, in whatever order they and their blocks are written. */
function keyOf(pattern: readonly (readonly Id[])[]): string {
  return pattern
    .map((lot) => lot.toSorted().join(" "))
    .toSorted()
    .join("|");
}
