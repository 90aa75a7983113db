import { type LossCurve, leastLoss, noLines, withLine } from "./loss-curve";
import type { Option, Priced } from "./priced";

/** One line's turn in the search, and what is known of all turns after it. */
export type Stage = {
  readonly options: readonly Option[];
  /** Rows that the partial plans before it hold, or that it touches. */
  readonly rows: readonly StageRow[];
  /** Places in {@link rows} of the rows that partial plans hold after it: those that later lines touch. */
  readonly kept: readonly number[];
  /** Among {@link kept}: the two budgets that most lines touch (or -1), and all other rows. */
  readonly budgets: readonly [number, number];
  readonly others: readonly number[];
  /** What the lines left of its budget must lose, by what is left of it. */
  readonly curve: LossCurve;
  /** Place of that budget in {@link rows}. */
  readonly curveRow: number;
  /** What the lines of later budgets must lose, whatever else is chosen. */
  readonly later: number;
};

export type StageRow = {
  /** Its place among the rows that partial plans hold before, -1 where they hold none of it. */
  readonly before: number;
  /** What is used of it before where they hold none. */
  readonly start: number;
  readonly limit: number;
  readonly price: number;
  /** By option. */
  readonly adds: Float64Array;
  /** The least and the most that later lines add. */
  readonly least: number;
  readonly most: number;
};

/** A priced program as the search walks it. */
export type Walk = {
  readonly settled: readonly Option[];
  readonly stages: readonly Stage[];
  /** What is lost before the first turn: price × what no choice can use. */
  readonly idle: number;
  /** What every plan loses at least, with what is idle. */
  readonly mustLose: number;
};

/** What each budget must lose leaves others less to lose: worked out anew so often, where options go by it in number. */
const ROUNDS = 4;
const MANY = 0.03;

/**
 * Settles every line that has one option within reach, and orders the others budget by budget: each line belongs to
 * the budget it draws on that has the fewest lines, and small budgets come first, so that few rows are open at a time.
 * The first `budgets` rows are budgets. Null when no solution is within reach.
 */
export function walkThrough(priced: Priced, budgets: number, reach: number): Walk | null {
  let blocks = blocksOf(priced.groups.map(withinReach(reach)), budgets, reach);
  for (let round = 1; ; round++) {
    const laid = layOut(priced, blocks, budgets);
    if (laid === null || laid.mustLose > reach) return null;
    const spare = reach - laid.mustLose;
    const smaller = blocks.map((block, at) => {
      const within = spare + (laid.losses[at] as number);
      return { ...block, reach: within, lines: block.lines.map(withinReach(within)) };
    });
    if (round === ROUNDS || optionsOf(smaller) >= optionsOf(blocks) * (1 - MANY))
      return { settled: laid.settled, stages: stagesOf(laid), idle: laid.idle, mustLose: laid.mustLose };
    blocks = smaller;
  }
}

/** What every plan within reach must lose at the prices, by what each budget must lose for itself; null when there is none. */
export function mustLoseAtLeast(priced: Priced, budgets: number, reach: number): number | null {
  const laid =
    reach < 0
      ? null
      : layOut(priced, blocksOf(priced.groups.map(withinReach(reach)), budgets, reach), budgets);
  return laid === null || laid.mustLose > reach ? null : laid.mustLose;
}

type Line = readonly Option[];
/** The lines of a budget, the clearest first, with what they may lose; `row` is -1 for lines that draw on none. */
type Block = { readonly row: number; readonly lines: readonly Line[]; readonly reach: number };
/** By row, the least and the most that a line and all after it add. */
type Span = { readonly least: Float64Array; readonly most: Float64Array };

type Laid = {
  readonly settled: readonly Option[];
  /** What the settled options leave of each row. */
  readonly limits: readonly number[];
  readonly prices: readonly number[];
  readonly budgets: number;
  /** The lines that are open, in their order. */
  readonly order: readonly Line[];
  readonly spans: readonly Span[];
  readonly curves: readonly CurveAt[];
  readonly idle: number;
  /** What the lines of each block must lose at least, and all together, with what is idle. */
  readonly losses: readonly number[];
  readonly mustLose: number;
};

const withinReach =
  (reach: number): ((line: Line) => Line) =>
  (line) =>
    line.filter((option) => option.shortfall <= reach);

const optionsOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { lines }) => lines.reduce((all, line) => all + line.length, sum), 0);

function layOut({ limits: all, prices }: Priced, blocks: readonly Block[], budgets: number): Laid | null {
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
    (sum, limit, row) => sum + Math.max(0, limit - (most[row] as number)) * (prices[row] as number),
    0,
  );
  const { curves, losses } = curvesOf({ limits, prices, blocks: open, spans });
  const mustLose = losses.reduce((sum, loss) => sum + loss, idle);
  return { settled, limits, prices, budgets, order, spans, curves, idle, losses, mustLose };
}

function blocksOf(lines: readonly Line[], budgets: number, reach: number): Block[] {
  const drawnOn = lines.map((line) => [...rowsOf(line)].filter((row) => row < budgets));
  const count = Array.from({ length: budgets }, () => 0);
  drawnOn.forEach((rows, line) => {
    if ((lines[line]?.length ?? 0) > 1) for (const row of rows) count[row] = (count[row] ?? 0) + 1;
  });
  const bySize = [...count.keys()].sort((a, b) => (count[a] ?? 0) - (count[b] ?? 0) || a - b);
  const smallest = drawnOn.map((rows) => bySize.find((row) => rows.includes(row)) ?? -1);
  return [-1, ...bySize].map((row) => ({
    row,
    lines: lines
      .filter((_, line) => smallest[line] === row)
      .sort((a, b) => (b[1]?.shortfall ?? 0) - (a[1]?.shortfall ?? 0)),
    reach,
  }));
}

function rowsOf(line: Line): Set<number> {
  return new Set(line.flatMap((option) => [...option.values.keys()]));
}

function spansOf(order: readonly Line[], rows: number): Span[] {
  const spans: Span[] = [{ least: new Float64Array(rows), most: new Float64Array(rows) }];
  for (const line of [...order].reverse()) {
    const { least, most } = spans.at(-1) as Span;
    const span = { least: least.slice(), most: most.slice() };
    for (const row of rowsOf(line)) {
      const values = line.map((option) => option.values.get(row) ?? 0);
      span.least[row] = (span.least[row] as number) + Math.min(...values);
      span.most[row] = (span.most[row] as number) + Math.max(...values);
    }
    spans.push(span);
  }
  return spans.reverse();
}

function stagesOf({ limits, prices, budgets: ofBudgets, order, spans, curves }: Laid): Stage[] {
  const first = limits.map(() => Infinity);
  const last = limits.map(() => -1);
  order.forEach((line, at) => {
    for (const row of rowsOf(line)) {
      first[row] = Math.min(first[row] as number, at);
      last[row] = at;
    }
  });
  const heldFrom = (at: number): number[] =>
    [...limits.keys()].filter((row) => (first[row] as number) <= at && (last[row] as number) > at);
  return order.map((options, at) => {
    const before = heldFrom(at - 1);
    const touched = rowsOf(options);
    const places = [...new Set([...before, ...touched])];
    const [all, rest] = [spans[0] as Span, spans[at + 1] as Span];
    const rows = places.map((row) => ({
      before: before.indexOf(row),
      start: Math.max(0, (limits[row] as number) - (all.most[row] as number)),
      limit: limits[row] as number,
      price: prices[row] as number,
      adds: Float64Array.from(options, (option) => option.values.get(row) ?? 0),
      least: rest.least[row] as number,
      most: rest.most[row] as number,
    }));
    const kept = heldFrom(at).map((row) => places.indexOf(row));
    const { curve, later, row: ofBlock } = curves[at] as CurveAt;
    const curveRow = places.indexOf(ofBlock);
    const size = (place: number): number =>
      place === curveRow ? Infinity : (all.most[places[place] as number] as number);
    const budgets = kept.filter((place) => (places[place] as number) < ofBudgets);
    const [one = -1, other = -1] = budgets.sort((a, b) => size(b) - size(a));
    const others = kept.filter((place) => place !== one && place !== other);
    return { options, rows, kept, budgets: [one, other], others, curve, curveRow, later };
  });
}

type CurveAt = { readonly row: number; readonly curve: LossCurve; readonly later: number };

/**
 * For each line what the lines after it must lose: those of its budget by what is left of it, and all later ones; and
 * for each block what it must lose. What no choice can use is lost before, and counts in none of them.
 */
function curvesOf(laid: Pick<Laid, "limits" | "prices" | "spans"> & { readonly blocks: readonly Block[] }): {
  readonly curves: readonly CurveAt[];
  readonly losses: readonly number[];
} {
  const { limits, prices, spans, blocks } = laid;
  const curves: CurveAt[] = [];
  const losses: number[] = [];
  let later = 0;
  let from = spans.length - 1;
  for (const { row, lines, reach } of [...blocks].reverse()) {
    const most = limits[row] ?? 0;
    let curve = noLines(prices[row] ?? 0);
    for (const options of [...lines].reverse()) {
      curves.push({ row, curve, later });
      curve = withLine(curve, { options, row, most, reach });
    }
    from -= lines.length;
    const [all, own] = [spans[0] as Span, spans[from] as Span];
    const ownMost = own.most[row] ?? 0;
    const usable = Math.min(most, all.most[row] ?? 0);
    const left = (side: keyof Span): number =>
      Math.min(ownMost, usable - ((all[side][row] ?? 0) - (own[side][row] ?? 0)));
    const loss = lines.length === 0 ? 0 : leastLoss(curve, left("most"), left("least"));
    losses.push(loss);
    later += loss;
  }
  return { curves: curves.reverse(), losses: losses.reverse() };
}
