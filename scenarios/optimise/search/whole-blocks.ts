import { type Block, type Line, rangeOf, withinReach } from "./blocks";
import { type LossCurve, lossWith, noLines, withLine } from "./loss-curve";
import type { Option, Priced } from "./priced";

/** The lines of a budget chosen so that they lose least at the prices, whatever those of others do. */
export type Whole = { readonly loss: number; readonly chosen: readonly Option[] };

const FURTHER = 4;

/**
 * The lines of a budget chosen whole. They are looked for among the choices that lose no more than `from`, which are
 * few, and further off only where there is none so near; null where no choice keeps the budget. A budget that lines of
 * other blocks draw on is left to its price.
 */
export function chooseWhole(priced: Priced, block: Block, from: number): Whole | null {
  if (block.row < 0 || block.isShared)
    return { loss: 0, chosen: block.lines.flatMap(([best]) => best ?? []) };
  for (let reach = from; ; reach *= FURTHER) {
    const whole = chooseNear(priced, block, reach);
    if (whole.loss <= reach) return whole;
    if (reach > priced.bound) return null;
  }
}

/** Chosen among few choices: right where it loses no more than `reach`. */
function chooseNear({ limits, prices, leeways }: Priced, { row, lines }: Block, reach: number): Whole {
  const use = (option: Option): number => option.values.get(row) ?? 0;
  const near = lines.map(withinReach(reach));
  const settled = near.flatMap((line) => (line.length === 1 ? line : []));
  const open = near.filter((line) => line.length > 1);
  const limit = settled.reduce((left, option) => left - use(option), limits[row] as number);
  const ranges = open.map((line) => rangeOf(line, row));
  let [least, most] = [limit, limit];
  for (const range of ranges) [least, most] = [least - range.most, most - range.least];
  let curve = noLines(prices[row] as number, leeways[row] as number);
  const curves = new Map<Line, LossCurve>();
  for (const options of [...open].reverse()) {
    const range = rangeOf(options, row);
    [least, most] = [least + range.most, most + range.least];
    curves.set(options, curve);
    curve = withLine(curve, { options, row, least, most, reach });
  }
  const loss = lossWith(curve, limit);
  let left = limit;
  const chosen = open.map((line) => {
    const after = curves.get(line) as LossCurve;
    const option = leastLosing(line, (each) => each.shortfall + lossWith(after, left - use(each)));
    left -= use(option);
    return option;
  });
  return { loss, chosen: [...settled, ...chosen] };
}

function leastLosing(line: Line, loses: (option: Option) => number): Option {
  return line.reduce((least, option) => (loses(option) < loses(least) ? option : least));
}
