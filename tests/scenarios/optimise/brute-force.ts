import type { Priorities, PriorityLevel, PriorityLine } from "../../../scenarios/model/scenario";
import type { PlanResult } from "../../../scenarios/optimise/format-plan";

/** The fields of a plan that the rules fix. */
export type Documented = Omit<PlanResult, "proof" | "frontierComplete" | "frontierGaps" | "waysOut">;

/**
 * The budget plan by trying every plan there is, written from rules §9 alone and sharing nothing with the optimiser:
 * whole numbers, plain loops. Costs in pence, benefit in ten-thousandths.
 */
export function bruteForcePlan(priorities: Priorities): Documented {
  const all = everyPlan(priorities);
  const [budget] = priorities.budgets;
  const fits = all.filter((plan) => plan.broken.length === 0);
  const best = fits.reduce<Tried | undefined>(
    (a, b) => (a === undefined || compare(b, a) < 0 ? b : a),
    undefined,
  );
  const withoutBudget = all.filter((plan) =>
    plan.broken.every((path) => path.startsWith("/priorities/budgets/")),
  );
  const frontier = priorities.budgets.length === 1 ? frontierOf(withoutBudget) : [];
  const amount = pence(budget?.amount ?? "0");
  const entries = priorities.lines.flatMap(({ id }) => {
    const has = (plan: Tried): boolean => plan.picks.some(({ line }) => line.id === id);
    const point = frontier.find((plan) => plan.cost > amount && has(plan));
    return (best !== undefined && has(best)) || point === undefined
      ? []
      : [[id, money(point.cost - amount)] as const];
  });
  return {
    status: best === undefined ? "infeasible" : "optimal",
    ties: fits.filter((plan) => plan.benefit === best?.benefit).length > 1,
    ...shown(priorities, best?.picks ?? []),
    rankByScore: rank(priorities, { by: "score", stop: true }),
    rankByScoreSkipping: rank(priorities, { by: "score", stop: false }),
    rankByValue: rank(priorities, { by: "value", stop: false }),
    wouldEnterWith: Object.fromEntries(entries),
    ...(best === undefined ? { conflict: smallestConflict(all) } : {}),
    frontier: frontier.map((plan) => {
      const { chosen, benefit } = shown(priorities, plan.picks);
      return { budget: money(plan.cost), benefit, chosen };
    }),
  };
}

/** Every amount of one budget at which the best plan changes, the others held, by trying every plan at each of them. */
export function bruteForceFrontier(priorities: Priorities, budget: string): PlanResult["frontier"] {
  const own = `/priorities/budgets/${budget}`;
  const allowed = everyPlan(priorities)
    .filter(({ broken }) => broken.every((path) => path === own))
    .map((plan) => ({ plan, place: drawnFrom(plan, budget) }));
  return changesOf(allowed).map(({ plan, place }) => {
    const { chosen, benefit } = shown(priorities, plan.picks);
    return { budget: money(place), benefit, chosen };
  });
}

const MOST_SHARE = 100_000;

/**
 * Every share of all budgets, in hundredths of a per cent up to ten times, at which the best plan changes: by trying every
 * plan, and for each of them one share after the other until every budget, in whole pence, is enough.
 */
export function bruteForceTogether(priorities: Priorities): PlanResult["frontier"] {
  const amounts = priorities.budgets.map(({ id, amount }) => ({ id, amount: pence(amount) }));
  const part = (amount: number, share: number): number => Math.floor((amount * share) / 10_000);
  const allowed = everyPlan(priorities)
    .filter(({ broken }) => broken.every((path) => path.startsWith("/priorities/budgets/")))
    .map((plan) => {
      let place = 0;
      for (const { id, amount } of amounts) {
        const drawn = drawnFrom(plan, id);
        while (place <= MOST_SHARE && part(amount, place) < drawn) place++;
      }
      return { plan, place };
    })
    .filter(({ place }) => place <= MOST_SHARE);
  return changesOf(allowed).map(({ plan, place }) => {
    const { chosen, benefit } = shown(priorities, plan.picks);
    const together = sum(amounts.map(({ amount }) => part(amount, place)));
    return { share: money(place), budget: money(together), benefit, chosen };
  });
}

const drawnFrom = ({ picks }: Tried, budget: string): number =>
  sum(picks.map(({ level }) => pence(level.costs[budget] ?? "0")));

type Placed = { readonly plan: Tried; readonly place: number };

/** From the lowest place up, those where a plan comes within reach that goes before all others. */
function changesOf(allowed: readonly Placed[]): Placed[] {
  const points: Placed[] = [];
  for (const one of allowed.toSorted((a, b) => a.place - b.place || compare(a.plan, b.plan))) {
    const last = points.at(-1);
    if (last === undefined || compare(one.plan, last.plan) < 0) points.push(one);
  }
  return points;
}

type Pick = { readonly line: PriorityLine; readonly level: PriorityLevel };
type Tried = {
  readonly picks: readonly Pick[];
  readonly benefit: number;
  readonly cost: number;
  /** The rules that it breaks, by path. */
  readonly broken: readonly string[];
};

function everyPlan(priorities: Priorities): Tried[] {
  const figures = priorities.lines.map((line) =>
    line.levels.map((level) => ({
      pick: { line, level },
      benefit: benefitOf(priorities, level),
      cost: costOf(level),
    })),
  );
  const rules = rulesOf(priorities);
  const tried: Tried[] = [];
  const take = (place: number, picks: readonly Pick[], benefit: number, cost: number): void => {
    const levels = figures[place];
    if (levels === undefined) {
      const broken = rules.filter((rule) => !rule.holds(picks)).map((rule) => rule.path);
      tried.push({ picks, benefit, cost, broken });
      return;
    }
    take(place + 1, picks, benefit, cost);
    for (const level of levels) {
      take(place + 1, [...picks, level.pick], benefit + level.benefit, cost + level.cost);
    }
  };
  take(0, [], 0, 0);
  return tried;
}

/** Whole, because scores and weights are tens and given benefits have one decimal. */
function benefitOf(priorities: Priorities, level: PriorityLevel): number {
  const people =
    priorities.benefit === "score-times-people" && level.benefit === undefined ? Number(level.people) : 1;
  return scoreOf(priorities, level) * people;
}

function scoreOf(priorities: Priorities, level: PriorityLevel): number {
  if (level.benefit !== undefined) return Math.round(Number(level.benefit) * 10_000);
  return sum(priorities.criteria.map(({ id, weight }) => Number(weight) * Number(level.scores?.[id]) * 100));
}

function costOf(level: PriorityLevel): number {
  return sum(Object.values(level.costs).map(pence));
}

type Rule = { readonly path: string; readonly holds: (picks: readonly Pick[]) => boolean };

function rulesOf(priorities: Priorities): Rule[] {
  const rule = (path: string, holds: Rule["holds"]): Rule => ({ path: `/priorities/${path}`, holds });
  const has = (picks: readonly Pick[], id: string): boolean => picks.some(({ line }) => line.id === id);
  return [
    ...priorities.budgets.map(({ id, amount }) =>
      rule(`budgets/${id}`, withinBudget(priorities, id, pence(amount))),
    ),
    ...priorities.lines.flatMap((line) => [
      ...(line.mustFund === true ? [rule(`lines/${line.id}/mustFund`, (picks) => has(picks, line.id))] : []),
      ...(line.mustNot === true ? [rule(`lines/${line.id}/mustNot`, (picks) => !has(picks, line.id))] : []),
      ...(line.requires ?? []).map((other) =>
        rule(`lines/${line.id}/requires/${other}`, (picks) => !has(picks, line.id) || has(picks, other)),
      ),
      ...(line.excludes ?? []).map((other) =>
        rule(`lines/${line.id}/excludes/${other}`, (picks) => !has(picks, line.id) || !has(picks, other)),
      ),
    ]),
    ...(priorities.equity ?? []).map(({ areas, minimumLines = 0, minimumBenefit = "-999999" }, place) => {
      const least = Number(minimumBenefit) * 10_000;
      const counts = new Map(
        priorities.lines.flatMap((line) =>
          line.areas?.some((area) => areas.includes(area))
            ? line.levels.map((level) => [level, benefitOf(priorities, level)] as const)
            : [],
        ),
      );
      return rule(`equity/${place}`, (picks) => {
        const counted = picks.filter(({ level }) => counts.has(level));
        return (
          counted.length >= minimumLines && sum(counted.map(({ level }) => counts.get(level) ?? 0)) >= least
        );
      });
    }),
  ];
}

function withinBudget(priorities: Priorities, id: string, amount: number): Rule["holds"] {
  const costs = new Map(
    priorities.lines.flatMap((line) =>
      line.levels.map((level) => [level, pence(level.costs[id] ?? "0")] as const),
    ),
  );
  return (picks) => sum(picks.map(({ level }) => costs.get(level) ?? 0)) <= amount;
}

/** Most benefit, least cost, fewest lines, first by ids. */
function compare(a: Tried, b: Tried): number {
  return (
    b.benefit - a.benefit ||
    a.cost - b.cost ||
    a.picks.length - b.picks.length ||
    compareIds(idsOf(a), idsOf(b))
  );
}

function idsOf({ picks }: Tried): string[] {
  return picks.map(({ line, level }) => `${line.id} ${level.id}`).sort();
}

function compareIds(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((id, place) => id !== b[place]);
  return at === -1 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
}

function frontierOf(plans: readonly Tried[]): Tried[] {
  const frontier: Tried[] = [];
  for (const plan of [...plans].sort((a, b) => a.cost - b.cost || compare(a, b))) {
    if (plan.benefit > (frontier.at(-1)?.benefit ?? -Infinity)) frontier.push(plan);
  }
  return frontier;
}

/** Rules conflict when every plan breaks one of them: tries sets of rules, the smallest first. */
function smallestConflict(plans: readonly Tried[]): string[] {
  const rules = [...new Set(plans.flatMap((plan) => plan.broken))];
  const bit = new Map(rules.map((path, at) => [path, 1n << BigInt(at)]));
  const masks = [
    ...new Set(plans.map((plan) => plan.broken.reduce((mask, path) => mask | (bit.get(path) ?? 0n), 0n))),
  ];
  const least = masks.filter((mask) => !masks.some((other) => other !== mask && (other & mask) === other));
  const hits = (set: bigint, size: number): bigint | null => {
    const missed = least.find((mask) => (mask & set) === 0n);
    if (missed === undefined) return set;
    for (let at = 0; size > 0 && at < rules.length; at++) {
      const rule = 1n << BigInt(at);
      const found = (missed & rule) === 0n ? null : hits(set | rule, size - 1);
      if (found !== null) return found;
    }
    return null;
  };
  for (let size = 0; ; size++) {
    const found = hits(0n, size);
    if (found !== null) return rules.filter((_, at) => ((found >> BigInt(at)) & 1n) === 1n);
  }
}

function rank(
  priorities: Priorities,
  how: { readonly by: "score" | "value"; readonly stop: boolean },
): PlanResult["rankByScore"] {
  const pairs = priorities.lines.flatMap((line) => line.levels.map((level) => ({ line, level })));
  const value = ({ level }: Pick): number =>
    costOf(level) === 0 ? Infinity : benefitOf(priorities, level) / costOf(level);
  const key = how.by === "score" ? ({ level }: Pick) => scoreOf(priorities, level) : value;
  const must = ({ line }: Pick): number => (line.mustFund === true ? 0 : 1);
  pairs.sort(
    (a, b) =>
      must(a) - must(b) ||
      descending(key(a), key(b)) ||
      (`${a.line.id} ${a.level.id}` < `${b.line.id} ${b.level.id}` ? -1 : 1),
  );
  const taken: Pick[] = [];
  for (const pair of pairs) {
    const ids = taken.map(({ line }) => line.id);
    const { id, mustNot, requires = [], excludes = [] } = pair.line;
    const excluded = taken.some(({ line }) => excludes.includes(line.id) || line.excludes?.includes(id));
    if (ids.includes(id) || mustNot === true || excluded || requires.some((other) => !ids.includes(other)))
      continue;
    const fits = priorities.budgets.every(({ id: budget, amount }) =>
      withinBudget(priorities, budget, pence(amount))([...taken, pair]),
    );
    if (!fits && how.stop) break;
    if (fits) taken.push(pair);
  }
  return shown(priorities, taken);
}

function descending(a: number, b: number): number {
  return a === b ? 0 : b - a;
}

function shown(priorities: Priorities, picks: readonly Pick[]): PlanResult["rankByScore"] {
  const benefit = sum(picks.map(({ level }) => benefitOf(priorities, level)));
  return {
    chosen: priorities.lines.flatMap((line) =>
      picks.filter((pick) => pick.line === line).map((pick) => ({ line: line.id, level: pick.level.id })),
    ),
    benefit: String(benefit / 10_000),
    costs: Object.fromEntries(
      priorities.budgets.map(({ id }) => [
        id,
        money(sum(picks.map(({ level }) => pence(level.costs[id] ?? "0")))),
      ]),
    ),
  };
}

function pence(text: string): number {
  return Math.round(Number(text) * 100);
}

function money(amount: number): string {
  return (amount / 100).toFixed(2);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
