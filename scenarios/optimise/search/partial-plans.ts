import { lossWith } from "./loss-curve";
import type { Option } from "./priced";
import type { Stage, StageRow, Walk } from "./stages";

/** Plans as far as they are chosen, side by side: one place a plan in every list. */
export type PartialPlans = {
  readonly count: number;
  /** Benefit in units. */
  readonly units: Float64Array;
  /** Cost over all budgets, and how many lines are chosen. */
  readonly pence: Float64Array;
  readonly lines: Int32Array;
  /** What it has lost against the bound, and what it must lose in the end at least. */
  readonly lost: Float64Array;
  readonly mustLose: Float64Array;
  /** What is used, by row that later lines touch, in the order of {@link Stage.kept}. */
  readonly used: readonly Float64Array[];
  /** The plan that it goes on from, and the option it adds. */
  readonly from: Int32Array;
  readonly option: Int32Array;
  readonly stage: Stage | null;
  readonly before: PartialPlans | null;
};

/** What a column costs over all budgets, in pence. */
export type Costs = readonly number[];

export function nothingDecided(walk: Walk, costs: Costs): PartialPlans {
  const columns = walk.settled.flatMap((option) => option.columns);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return {
    count: 1,
    units: Float64Array.of(sum(walk.settled.map((option) => option.weight))),
    pence: Float64Array.of(sum(columns.map((column) => costs[column] as number))),
    lines: Int32Array.of(columns.length),
    lost: Float64Array.of(walk.idle),
    mustLose: Float64Array.of(walk.idle),
    used: [],
    from: Int32Array.of(0),
    option: new Int32Array(1),
    stage: null,
    before: null,
  };
}

/** Every plan with every option of the next line that keeps the rows and stays within reach. */
export function withNextLine(
  plans: PartialPlans,
  stage: Stage,
  task: { readonly costs: Costs; readonly reach: number },
): PartialPlans {
  const most = withinReach(plans, stage, task.reach);
  const next = {
    ...emptyPlans(most, stage.kept.length),
    count: 0,
    stage,
    before: plans,
  };
  const held = new Float64Array(stage.rows.length);
  for (let plan = 0; plan < plans.count; plan++) {
    for (let option = 0; option < stage.options.length; option++) {
      const { shortfall, weight, columns } = stage.options[option] as Option;
      const lost = (plans.lost[plan] as number) + shortfall;
      if (lost > task.reach) break;
      const idle = hold({ plans, plan, stage, option, held });
      if (idle === null) continue;
      const left =
        stage.curveRow < 0 ? 0 : (stage.rows[stage.curveRow]?.limit ?? 0) - (held[stage.curveRow] as number);
      const mustLose = lost + idle + stage.later + lossWith(stage.curve, left);
      if (mustLose > task.reach) continue;
      const at = next.count++;
      next.units[at] = (plans.units[plan] as number) + weight;
      next.pence[at] = (plans.pence[plan] as number) + costOf(columns, task.costs);
      next.lines[at] = (plans.lines[plan] as number) + columns.length;
      next.lost[at] = lost + idle;
      next.mustLose[at] = mustLose;
      next.from[at] = plan;
      next.option[at] = option;
      for (let row = 0; row < stage.kept.length; row++)
        (next.used[row] as Float64Array)[at] = held[stage.kept[row] as number] as number;
    }
  }
  return next;
}

/** So many plans with an option of the next line are within reach before the rows are asked. */
function withinReach({ count, lost }: PartialPlans, { options }: Stage, reach: number): number {
  let most = 0;
  for (let plan = 0; plan < count; plan++)
    for (let option = 0; option < options.length; option++) {
      if ((lost[plan] as number) + (options[option] as Option).shortfall > reach) break;
      most++;
    }
  return most;
}

function costOf(columns: readonly number[], costs: Costs): number {
  let cost = 0;
  for (const column of columns) cost += costs[column] as number;
  return cost;
}

function emptyPlans(size: number, rows: number): Omit<PartialPlans, "count" | "stage" | "before"> {
  return {
    units: new Float64Array(size),
    pence: new Float64Array(size),
    lines: new Int32Array(size),
    lost: new Float64Array(size),
    mustLose: new Float64Array(size),
    used: Array.from({ length: rows }, () => new Float64Array(size)),
    from: new Int32Array(size),
    option: new Int32Array(size),
  };
}

/**
 * What each row holds with an option, in `held`: at least so much that what is left can be used up. Answers price ×
 * what can no longer be used; null where a row cannot hold it.
 */
function hold(so: {
  readonly plans: PartialPlans;
  readonly plan: number;
  readonly stage: Stage;
  readonly option: number;
  readonly held: Float64Array;
}): number | null {
  let idle = 0;
  for (let at = 0; at < so.stage.rows.length; at++) {
    const row = so.stage.rows[at] as StageRow;
    const before =
      row.before < 0 ? row.start : ((so.plans.used[row.before] as Float64Array)[so.plan] as number);
    const used = before + (row.adds[so.option] as number);
    if (row.limit - used < row.least) return null;
    const floor = row.limit - row.leeway - row.most;
    if (used < floor) idle += (floor - used) * row.price;
    so.held[at] = Math.max(used, floor);
  }
  return idle;
}

/** Some of the plans, in the order of their places. */
export function only(plans: PartialPlans, places: Int32Array): PartialPlans {
  const pick = <List extends Float64Array | Int32Array>(list: List, to: List): List => {
    places.forEach((place, at) => {
      to[at] = list[place] as number;
    });
    return to;
  };
  const size = places.length;
  return {
    ...plans,
    count: size,
    units: pick(plans.units, new Float64Array(size)),
    pence: pick(plans.pence, new Float64Array(size)),
    lines: pick(plans.lines, new Int32Array(size)),
    lost: pick(plans.lost, new Float64Array(size)),
    mustLose: pick(plans.mustLose, new Float64Array(size)),
    used: plans.used.map((row) => pick(row, new Float64Array(size))),
    from: pick(plans.from, new Int32Array(size)),
    option: pick(plans.option, new Int32Array(size)),
  };
}

/** The columns that a plan has chosen since the first turn. */
export function columnsOf(plans: PartialPlans, place: number): number[] {
  const columns: number[] = [];
  let at = place;
  for (let now = plans; now.before !== null && now.stage !== null; now = now.before) {
    columns.push(...(now.stage.options[now.option[at] as number]?.columns ?? []));
    at = now.from[at] as number;
  }
  return columns;
}
