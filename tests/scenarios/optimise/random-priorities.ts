import type { Priorities, PriorityLine } from "../../../scenarios/model/scenario";

/** Draws whole numbers below a limit, the same for the same seed on every machine (mulberry32). */
export type Draw = (limit: number) => number;

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const AREAS = ["north", "south", "east"] as const;
/** So many plans at most, that each problem can be tried out whole. */
const PLANS = 6_000;

/**
 * A prioritisation of up to 14 lines with every kind of rule, small enough to try every plan. Few distinct figures, so
 * that ties are common; some pennies, so that a budget is missed by one. Synthetic.
 */
export function randomPriorities(seed: number): Priorities {
  const draw = drawFrom(seed);
  const oneIn = (chance: number): boolean => draw(chance) === 0;
  const budgets = Array.from({ length: oneIn(2) ? 1 : 1 + draw(3) }, (_, at) => `budget-${at}`);
  const benefit = (["score", "score-times-people"] as const)[draw(2)] ?? "score";
  const pennies = oneIn(3);
  const coarse = oneIn(3);
  const score = (): string => String(coarse ? draw(3) * 50 : draw(11) * 10);
  const ids = shuffled(
    Array.from({ length: 1 + draw(14) }, (_, at) => `line-${String.fromCharCode(97 + at)}`),
    draw,
  );
  let plans = 1;
  const lines = ids.map((id, place): PriorityLine => {
    const levels = plans * 4 * 2 ** (ids.length - place - 1) <= PLANS ? 1 + draw(3) : 1;
    plans *= levels + 1;
    return {
      id,
      name: id,
      areas: AREAS.filter(() => oneIn(2)),
      ...(oneIn(10) ? { mustFund: true } : {}),
      ...(oneIn(25) ? { mustNot: true } : {}),
      requires: ids.slice(0, place).filter(() => oneIn(12)),
      excludes: ids.filter((other) => other !== id && oneIn(30)),
      levels: Array.from({ length: levels }, (_, level) => ({
        id: `level-${level}`,
        costs: Object.fromEntries(
          budgets
            .filter(() => !oneIn(3))
            .map((budget) => [budget, money(draw(coarse ? 4 : 20) * 100 + (pennies ? draw(3) : 0))]),
        ),
        ...(oneIn(4)
          ? { benefit: `${coarse ? 10 * draw(4) : draw(40)}.5` }
          : {
              scores: { safety: score(), reach: score() },
              people: String(1 + draw(3)),
            }),
      })),
    };
  });
  const weight = coarse ? 50 : draw(11) * 10;
  return {
    criteria: [
      { id: "safety", name: "Safety", weight: String(weight) },
      { id: "reach", name: "Reach", weight: String(100 - weight) },
    ],
    benefit,
    budgets: budgets.map((id) => ({
      id,
      name: id,
      amount: money(draw(9 * ids.length) * 100 + (pennies ? draw(3) : 0)),
    })),
    lines,
    equity: AREAS.filter(() => oneIn(4)).map((area) => ({
      areas: [area],
      ...(oneIn(3) ? {} : { minimumLines: draw(Math.ceil(ids.length / 2) + 1) }),
      ...(oneIn(3) ? { minimumBenefit: `${draw(60 * ids.length)}.25` } : {}),
    })),
  };
}

const FUNDS = ["general", "grant"] as const;
const YEARS = [2027, 2028, 2029] as const;

/**
 * Such a prioritisation where the money of two funds is given by year: a line draws on one of them, one in four on both,
 * and costs something in each year from its start to its end, more with every year. Synthetic.
 */
export function prioritiesByYear(seed: number): Priorities {
  const draw = drawFrom(seed + 1_000);
  const { lines, ...rest } = randomPriorities(seed);
  const amount = (): string => money(draw(9 * lines.length) * 100 + draw(2));
  return {
    ...rest,
    budgets: FUNDS.flatMap((fund) =>
      YEARS.map((year) => ({ id: `${fund}-${year}`, name: `${fund} ${year}`, amount: amount() })),
    ),
    lines: lines.map((line) => {
      const from = draw(YEARS.length);
      const years = YEARS.slice(from, from + 1 + draw(YEARS.length));
      const only = draw(8);
      const funds = only < 2 ? FUNDS : FUNDS.filter((_, at) => at === only % 2);
      const levels = line.levels.map((level) => {
        const costs = funds.flatMap((fund) => {
          const base = draw(20) * 100;
          return years.map((year, at) => [`${fund}-${year}`, money((base * (10 + at)) / 10)] as const);
        });
        return { ...level, costs: Object.fromEntries(costs) };
      });
      return { ...line, levels };
    }),
  };
}

/**
 * Twenty lines of up to three levels, each paid from one or two of several ring-fenced budgets, some of which are more
 * than anybody could spend. In half of them costs are coarse, so that of no budget everything can be used. Too many plans to try, and no rule beside the money. Synthetic.
 */
export function ringFencedPriorities(seed: number): Priorities {
  const draw = drawFrom(seed);
  const isCoarse = draw(2) === 0;
  const budgets = Array.from({ length: 2 + draw(3) }, (_, at) => `budget-${at}`);
  const lines = Array.from({ length: 20 }, (_, at): PriorityLine => {
    const from = budgets[draw(budgets.length)] as string;
    const also = draw(3) === 0 ? budgets[draw(budgets.length)] : undefined;
    const unit = 1 + draw(isCoarse ? 4 : 30);
    return {
      ...{ id: `line-${String(at).padStart(2, "0")}`, name: `Line ${at}` },
      levels: Array.from({ length: 1 + draw(3) }, (_, level) => ({
        id: `level-${level}`,
        costs: Object.fromEntries(
          [from, also].flatMap((budget) =>
            budget === undefined
              ? []
              : [
                  [
                    budget,
                    money(isCoarse ? (1 + level) * unit * 7000 : (level + 1) * unit * 1000 + draw(5) * 100),
                  ],
                ],
          ),
        ),
        benefit: String((level + 1) * unit * 3 + draw(20)),
      })),
    };
  });
  return {
    ...{ criteria: [], benefit: "score", lines },
    budgets: budgets.map((id) => ({
      ...{ id, name: id },
      amount: money((draw(3) === 0 ? 900_000 : 10_000 + draw(80_000)) + draw(2)),
    })),
  };
}

function money(pence: number): string {
  return `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;
}

function shuffled<Thing>(things: readonly Thing[], draw: Draw): Thing[] {
  const left = [...things];
  return things.map(() => left.splice(draw(left.length), 1)[0] as Thing);
}
