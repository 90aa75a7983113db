import { cheapestLeft, type LossCurve, lossWith, noLines, withLine } from "./loss-curve";
import type { Option, Priced } from "./priced";

/** The options of a line, those that lose least first. */
export type Line = readonly Option[];

/** The lines of a budget, the clearest first, with what they may lose. */
export type Block = {
  /** -1 for lines that draw on no budget. */
  readonly row: number;
  /** Lines of other blocks draw on it too. */
  readonly isShared: boolean;
  readonly lines: readonly Line[];
  readonly reach: number;
};

/** By row, the least and the most that a line and all after it add. */
export type Span = { readonly least: Float64Array; readonly most: Float64Array };

/** A priced program laid out budget by budget, with what each must lose. */
export type Laid = {
  readonly settled: readonly Option[];
  /** What the settled options leave of each row. */
  readonly limits: readonly number[];
  readonly prices: readonly number[];
  readonly leeways: readonly number[];
  readonly budgets: number;
  /** The lines that are open, in their order. */
  readonly order: readonly Line[];
  readonly spans: readonly Span[];
  readonly curves: readonly CurveAt[];
  /** What each block must lose at least. */
  readonly losses: readonly number[];
  readonly idle: number;
  /** What all blocks together must lose at least, with what is idle. */
  readonly mustLose: number;
};

/** What the lines after a line must lose: those of its budget by what is left of it, and all later ones. */
export type CurveAt = {
  readonly row: number;
  readonly curve: LossCurve;
  readonly later: number;
};

export const withinReach =
  (reach: number): ((line: Line) => Line) =>
  (line) =>
    line.filter((option) => option.shortfall <= reach);

/**
 * The lines within reach, budget by budget: each belongs to the budget it draws on that has the fewest lines, and small
 * budgets come first, so that few rows are open at a time. The first `budgets` rows are budgets.
 */
export function blocksOf(priced: Priced, budgets: number, reach: number): Block[] {
  const lines = priced.groups.map(withinReach(reach));
  const drawnOn = lines.map((line) => [...rowsOf(line)].filter((row) => row < budgets));
  const count = Array.from({ length: budgets }, () => 0);
  drawnOn.forEach((rows, line) => {
    if ((lines[line]?.length ?? 0) > 1) for (const row of rows) count[row] = (count[row] ?? 0) + 1;
  });
  const bySize = [...count.keys()].sort((a, b) => (count[a] ?? 0) - (count[b] ?? 0) || a - b);
  const smallest = drawnOn.map((rows) => bySize.find((row) => rows.includes(row)) ?? -1);
  return [-1, ...bySize].map((row) => ({
    row,
    isShared: drawnOn.some((rows, line) => smallest[line] !== row && rows.includes(row)),
    lines: lines
      .filter((_, line) => smallest[line] === row)
      .sort((a, b) => (b[1]?.shortfall ?? 0) - (a[1]?.shortfall ?? 0)),
    reach,
  }));
}

/** Settles every line that has one option, and works out what the others must lose. Null where no choice keeps the rows. */
export function layOut(
  { limits: all, prices, leeways }: Priced,
  blocks: readonly Block[],
  budgets: number,
): Laid | null {
  const settled = blocks.flatMap(({ lines }) => lines.flatMap((line) => (line.length === 1 ? line : [])));
  const limits = [...all];
  for (const option of settled)
    for (const [row, value] of option.values) limits[row] = (limits[row] as number) - value;
  const open = blocks.map((block) => ({ ...block, lines: block.lines.filter((line) => line.length > 1) }));
  const order = open.flatMap((block) => block.lines);
  const spans = spansOf(order, limits.length);
  const { least, most } = spans[0] as Span;
  if (limits.some((limit, row) => (least[row] as number) > limit)) return null;
  const idle = limits.reduce(
    (sum, limit, row) =>
      sum + Math.max(0, limit - (leeways[row] as number) - (most[row] as number)) * (prices[row] as number),
    0,
  );
  const { curves, losses } = curvesOf({ limits, prices, leeways, blocks: open, spans });
  const mustLose = losses.reduce((sum, loss) => sum + loss, idle);
  return { settled, limits, prices, leeways, budgets, order, spans, curves, losses, idle, mustLose };
}

/** The rows that the options of a line add to. */
export function rowsOf(line: Line): Set<number> {
  const rows = new Set<number>();
  for (const { values } of line) for (const row of values.keys()) rows.add(row);
  return rows;
}

function spansOf(order: readonly Line[], rows: number): Span[] {
  const spans: Span[] = [{ least: new Float64Array(rows), most: new Float64Array(rows) }];
  for (const line of [...order].reverse()) {
    const { least, most } = spans.at(-1) as Span;
    const span = { least: least.slice(), most: most.slice() };
    for (const row of rowsOf(line)) {
      const { least, most } = rangeOf(line, row);
      span.least[row] = (span.least[row] as number) + least;
      span.most[row] = (span.most[row] as number) + most;
    }
    spans.push(span);
  }
  return spans.reverse();
}

export type Range = { readonly least: number; readonly most: number };

/** What a line may add to a row. */
export function rangeOf(line: Line, row: number): Range {
  let [least, most] = [Infinity, -Infinity];
  for (const { values } of line) {
    const value = values.get(row) ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

/** For each line what the lines after it must lose, and for each block what it must lose. What is idle counts in none of them. */
function curvesOf(
  laid: Pick<Laid, "limits" | "prices" | "leeways" | "spans"> & { readonly blocks: readonly Block[] },
): {
  readonly curves: readonly CurveAt[];
  readonly losses: readonly number[];
} {
  const { prices, leeways, spans, blocks } = laid;
  const curves: CurveAt[] = [];
  const losses: number[] = [];
  let later = 0;
  let at = spans.length - 1;
  for (const { row, lines, reach } of [...blocks].reverse()) {
    let curve = noLines(prices[row] ?? 0, leeways[row] ?? 0);
    for (const options of [...lines].reverse()) {
      curves.push({ row, curve, later });
      curve = withLine(curve, { options, row, ...leftAt(--at, laid, row), reach });
    }
    const { least, most } = leftAt(at, laid, row);
    const loss = lines.length === 0 ? 0 : lossWith(curve, cheapestLeft(curve, least, most));
    losses.push(loss);
    later += loss;
  }
  return { curves: curves.reverse(), losses: losses.reverse() };
}

/**
 * The least and the most that can be left of a row at a turn, whatever is chosen before, as far as the lines from then
 * on can use it.
 */
function leftAt(at: number, { limits, spans }: Pick<Laid, "limits" | "spans">, row: number): Range {
  const [all, own] = [spans[0] as Span, spans[at] as Span];
  const ownMost = own.most[row] ?? 0;
  const usable = Math.min(limits[row] ?? 0, all.most[row] ?? 0);
  const left = (side: keyof Span): number =>
    Math.min(ownMost, usable - ((all[side][row] ?? 0) - (own[side][row] ?? 0)));
  return { least: left("most"), most: left("least") };
}
