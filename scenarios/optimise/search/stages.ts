import {
  type Block,
  blocksOf,
  type CurveAt,
  type Laid,
  layOut,
  rowsOf,
  type Span,
  withinReach,
} from "./blocks";
import { chooseWhole } from "./whole-blocks";
import type { LossCurve } from "./loss-curve";
import type { Option, Priced } from "./priced";

/** One line's turn in the search, and what is known of all turns after it. */
export type Stage = {
  readonly options: readonly Option[];
  /** Rows that the partial plans before it hold, or that it touches. */
  readonly rows: readonly StageRow[];
  /** Places in {@link rows} of the rows that partial plans hold after it: those that later lines touch, or that have a leeway. */
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
  readonly leeway: number;
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

/** The lines with what is within reach of each, settled or in their turns. Null when no solution is within reach. */
export function walkThrough(priced: Priced, budgets: number, reach: number): Walk | null {
  const { blocks: all, losses, loss } = wholeBlocks(priced, budgets, reach);
  if (loss > reach) return null;
  let blocks = all.map((block, at) => upTo(block, reach - loss + (losses[at] as number)));
  for (let round = 1; ; round++) {
    const laid = layOut(priced, blocks, budgets);
    if (laid === null || laid.mustLose > reach) return null;
    const spare = reach - laid.mustLose;
    const smaller = blocks.map((block, at) => upTo(block, spare + (laid.losses[at] as number)));
    if (round === ROUNDS || optionsOf(smaller) >= optionsOf(blocks) * (1 - MANY))
      return { settled: laid.settled, stages: stagesOf(laid), idle: laid.idle, mustLose: laid.mustLose };
    blocks = smaller;
  }
}

/** What every plan must lose at the prices, by what each budget must lose for itself; null where none loses so little more than budgets chosen whole. */
export function mustLoseAtLeast(priced: Priced, budgets: number, more: number): number | null {
  const { blocks, losses, loss } = wholeBlocks(priced, budgets, Infinity);
  if (loss === Infinity) return null;
  const near = blocks.map((block, at) => upTo(block, more + (losses[at] as number)));
  const laid = layOut(priced, near, budgets);
  return laid === null || laid.mustLose > loss + more ? null : laid.mustLose;
}

/** The blocks of what is within reach, with what each must lose for itself. */
function wholeBlocks(
  priced: Priced,
  budgets: number,
  reach: number,
): { readonly blocks: readonly Block[]; readonly losses: readonly number[]; readonly loss: number } {
  const blocks = blocksOf(priced, budgets, reach);
  const losses = blocks.map((block) => chooseWhole(priced, block, 1)?.loss ?? Infinity);
  return { blocks, losses, loss: losses.reduce((sum, loss) => sum + loss, 0) };
}

const upTo = (block: Block, reach: number): Block => ({
  ...block,
  reach,
  lines: block.lines.map(withinReach(reach)),
});

const optionsOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { lines }) => lines.reduce((all, line) => all + line.length, sum), 0);

function stagesOf({ limits, prices, leeways, budgets: ofBudgets, order, spans, curves }: Laid): Stage[] {
  const first = limits.map(() => Infinity);
  const last = limits.map(() => -1);
  order.forEach((line, at) => {
    for (const row of rowsOf(line)) {
      first[row] = Math.min(first[row] as number, at);
      last[row] = (leeways[row] as number) > 0 ? Infinity : at;
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
      start: Math.max(0, (limits[row] as number) - (leeways[row] as number) - (all.most[row] as number)),
      limit: limits[row] as number,
      leeway: leeways[row] as number,
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
