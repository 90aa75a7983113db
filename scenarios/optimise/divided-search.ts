import { layOut } from "./search-layout";
import { search } from "./search";
import { type Group, type Priced, priceOptions } from "./search-layout";
import type { Goal, Row } from "./solver";

export type Visit = (columns: readonly number[], value: number) => number;
export type Allowance = { steps: number };
export type Divisible = {
  readonly rows: readonly Row[];
  readonly groups: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly price: (goal: Goal) => number[] | null;
  readonly holdColumn: (column: number, value: 0 | 1 | null) => void;
};
type Task = Divisible & { least: number; visits: number; readonly visit: Visit; readonly allowance: Allowance; lps: number };

const SLICE = Number(process.env.SLICE ?? 100_000);
const PRICING = 2_000;

export function visitAll(problem: Divisible, question: { visit: Visit; allowance: Allowance; least: number }): boolean {
  const task = { ...problem, ...question, visits: 0, lps: 0 };
  const r = explore(task, problem.groups.map((columns) => ({ columns, none: true })));
  if (process.env.DBG) console.log("lps", task.lps);
  return r;
}
export function visitBest(problem: Divisible, question: { visit: Visit; allowance: Allowance }): boolean {
  const groups = problem.groups.map((columns) => ({ columns, none: true }));
  const lowest = problem.groups.reduce((sum, group) => sum + Math.min(0, ...group.map((c) => problem.weights[c] as number)), 0);
  const prices = problem.price({ sense: "most", weights: problem.weights });
  if (prices === null) return true;
  const { bound } = priceOptions({ ...problem, groups, prices });
  const task = { ...problem, ...question, visits: 0, least: Infinity, lps: 0 };
  for (let depth = Math.max(1, Math.abs(bound) / 2048); task.visits === 0 && task.least > lowest; depth *= 1.5) {
    task.least = Math.max(lowest, Math.ceil(bound - depth));
    if (!explore(task, groups)) return false;
  }
  if (process.env.DBG) console.log("lps", task.lps);
  return true;
}

function explore(task: Task, groups: readonly Group[]): boolean {
  task.lps++;
  const prices = task.price({ sense: "most", weights: task.weights });
  task.allowance.steps -= PRICING;
  if (prices === null) return true;
  const priced = priceOptions({ rows: task.rows, groups, weights: task.weights, prices });
  const slice = { steps: Math.min(SLICE, task.allowance.steps) };
  const before = slice.steps;
  const done = search(priced, {
    least: task.least,
    allowance: slice,
    visit: (columns, value) => {
      task.visits++;
      task.least = Math.max(task.least, task.visit(columns, value));
      return task.least;
    },
  });
  task.allowance.steps -= before - slice.steps;
  if (done) return true;
  if (task.allowance.steps < 0) return false;
  const reach = priced.bound + priced.margin - task.least;
  const at = divideAt(priced, reach);
  if (at===-1) throw new Error("nothing to divide");
  for (const option of priced.groups[at] ?? []) {
    if (option.shortfall > priced.bound + priced.margin - task.least) break;
    const columns = groups[at]?.columns ?? [];
    for (const column of columns) task.holdColumn(column, column === option.column ? 1 : 0);
    const held: Group = option.column === null ? { columns: [], none: true } : { columns: [option.column], none: false };
    const ok = explore(task, groups.map((group, place) => (place === at ? held : group)));
    for (const column of columns) task.holdColumn(column, null);
    if (!ok) return false;
  }
  return true;
}

const MODE = process.env.MODE ?? "ambig";
function divideAt(priced: Priced, reach: number): number {
  let best = -1, score = -Infinity;
  priced.groups.forEach((options, at) => {
    const second = options[1];
    if (second === undefined || second.shortfall > reach) return;
    let s: number;
    if (MODE === "ambig") s = -second.shortfall;
    else if (MODE === "weight") { const near = options.filter(o => o.shortfall <= reach); s = Math.max(...near.map(o=>o.weight)) - Math.min(...near.map(o=>o.weight)); }
    else { // spread of priced row use among near options
      const near = options.filter(o => o.shortfall <= reach / 4);
      const use = near.map(o => [...o.values].reduce((a,[r,v])=>a+v*(priced.prices[r]??0),0));
      s = (near.length>1? Math.max(...use)-Math.min(...use):0) ;
    }
    if (s > score) { score = s; best = at; }
  });
  return best;
}
void layOut;
