import type { Priorities } from "../../scenarios/model/scenario";
import { type Draw, drawFrom } from "../scenarios/optimise/random-priorities";

export type PrioritiesSize = { readonly lines: number; readonly budgets: number; readonly seed: number };

/**
 * A prioritisation as large partnerships would have it: every line at three levels (reduce, keep, grow), paid from
 * its own ring-fenced budget, three lines in ten partly from the first one too; some lines that must be funded, some
 * that need or exclude another, an equity rule. The budgets hold six tenths of what all lines would cost. Synthetic.
 */
export function largePriorities({ lines, budgets, seed }: PrioritiesSize): Priorities {
  const draw = drawFrom(seed);
  const wanted = Array.from({ length: budgets }, () => 0);
  const areas = ["north", "south", "east", "west"];
  const drafts = Array.from({ length: lines }, (_, place) => draftLine({ draw, place, budgets, wanted }));
  return {
    criteria: [
      { id: "safety", name: "Safety", weight: "45" },
      { id: "reach", name: "Reach", weight: "35" },
      { id: "prevention", name: "Prevention", weight: "20" },
    ],
    budgets: wanted.map((pence, at) => ({
      id: `fund-${at}`,
      name: `Fund ${at}`,
      amount: pounds(Math.floor(pence * 0.6)),
    })),
    lines: drafts.map((line) => ({ ...line, areas: areas.filter(() => draw(2) === 0) })),
    equity: [{ areas: ["north"], minimumLines: Math.floor(lines / 4) }],
  };
}

function draftLine(input: {
  readonly draw: Draw;
  readonly place: number;
  readonly budgets: number;
  readonly wanted: number[];
}): Priorities["lines"][number] {
  const { draw, place, budgets, wanted } = input;
  const id = (at: number): string => `line-${String(at).padStart(4, "0")}`;
  const own = draw(budgets);
  const base = 2_000_000 + draw(30_000_000);
  const shared = draw(10) < 3 ? 0.3 : 0;
  const scores = [draw(60), draw(60), draw(60)];
  const levels = [0.7, 1, 1.3].map((size, level) => {
    const pence = Math.round((base * size * (80 + draw(40))) / 10_000) * 100;
    const first = Math.round((pence * shared) / 100) * 100;
    const costs: Record<string, string> = { [`fund-${own}`]: pounds(pence - first) };
    if (own !== 0 && first > 0) costs["fund-0"] = pounds(first);
    if (level === 1) wanted[own] = (wanted[own] ?? 0) + pence - first;
    if (level === 1) wanted[0] = (wanted[0] ?? 0) + first;
    const [safety, reach, prevention] = scores.map((score) => String(20 + score + level * 6 + draw(5)));
    return {
      id: ["reduce", "keep", "grow"][level] ?? "",
      costs,
      scores: { safety, reach, prevention } as Record<string, string>,
    };
  });
  return {
    id: id(place),
    name: id(place),
    ...(draw(30) === 0 ? { mustFund: true } : {}),
    ...(place > 0 && draw(10) === 0 ? { requires: [id(draw(place))] } : {}),
    ...(place > 0 && draw(20) === 0 ? { excludes: [id(draw(place))] } : {}),
    levels,
  };
}

function pounds(pence: number): string {
  return (pence / 100).toFixed(2);
}
