import type { Priorities } from "../../scenarios/model/scenario";
import { drawFrom } from "../scenarios/optimise/random-priorities";
import type { PrioritiesSize } from "./large-priorities";
import { typicalPriorities } from "./typical-priorities";

const YEARS = 5;

/**
 * The same lines and funds as a medium-term plan has them: the money of each fund is given for each of five years, and
 * a line costs something in every year from its start to its end. Half of the lines run all five years, the others
 * start later or end before; what a line costs rises by up to 5 % a year. Each year of a fund holds seven tenths
 * of what keeping all lines would cost it. Synthetic.
 */
export function yearlyPriorities(size: PrioritiesSize): Priorities {
  const { lines, budgets, ...rest } = typicalPriorities(size);
  const draw = drawFrom(size.seed + 1);
  const wanted = new Map<string, number>();
  const drafts = lines.map((line) => {
    const rise = 1 + draw(11) / 200;
    const [start, end] = draw(2) === 0 ? [0, YEARS] : spell(draw(4), draw(5));
    const levels = line.levels.map((level) => {
      const costs = Object.entries(level.costs).flatMap(([fund, cost]) =>
        Array.from({ length: end - start }, (_, at) => {
          const year = start + at;
          return [`${fund}-year-${year}`, Math.round(Number(cost) * rise ** year)] as const;
        }),
      );
      if (level.id === "keep")
        for (const [budget, cost] of costs) wanted.set(budget, (wanted.get(budget) ?? 0) + cost);
      return { ...level, costs: Object.fromEntries(costs.map(([id, cost]) => [id, cost.toFixed(2)])) };
    });
    return { ...line, levels };
  });
  const years = budgets.flatMap(({ id, name }) =>
    Array.from({ length: YEARS }, (_, year) => ({
      id: `${id}-year-${year}`,
      name: `${name}, year ${year + 1}`,
      amount: (Math.floor(((wanted.get(`${id}-year-${year}`) ?? 0) * 0.7) / 1000) * 1000).toFixed(2),
    })),
  );
  return { ...rest, lines: drafts, budgets: years };
}

function spell(start: number, length: number): [number, number] {
  return [start, Math.min(YEARS, start + 1 + length)];
}
