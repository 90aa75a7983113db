import type { Priorities, PriorityLine } from "../../scenarios/model/scenario";
import { type Draw, drawFrom } from "../scenarios/optimise/random-priorities";
import type { PrioritiesSize } from "./large-priorities";

const CRITERIA = [
  ["safety", "35"],
  ["reach", "20"],
  ["prevention", "20"],
  ["equity", "15"],
  ["deliverability", "10"],
] as const;

/**
 * A prioritisation as partnerships write them down: most money in one general budget, the rest in small budgets that
 * are ring-fenced. Of ten lines seven are paid from the general one, two from a ring-fenced one, one from both. Costs
 * are estimates to £500, scores in steps of five. The budgets hold seven tenths of what keeping all lines would cost.
 * Synthetic.
 */
export function typicalPriorities({ lines, budgets, seed }: PrioritiesSize): Priorities {
  const draw = drawFrom(seed);
  const wanted = Array.from({ length: budgets }, () => 0);
  const drafts = Array.from({ length: lines }, (_, place) => draftLine({ draw, place, wanted }));
  return {
    criteria: CRITERIA.map(([id, weight]) => ({ id, name: id, weight })),
    budgets: wanted.map((amount, at) => ({
      id: `fund-${at}`,
      name: at === 0 ? "General" : `Ring-fenced ${at}`,
      amount: pounds(Math.floor((amount * 0.7) / 1000) * 1000),
    })),
    lines: drafts,
    equity: [{ areas: ["north"], minimumLines: Math.floor(lines / 5) }],
  };
}

function draftLine(input: {
  readonly draw: Draw;
  readonly place: number;
  readonly wanted: number[];
}): PriorityLine {
  const { draw, place, wanted } = input;
  const id = (at: number): string => `line-${String(at).padStart(4, "0")}`;
  const kind = draw(10);
  const fenced = 1 + draw(wanted.length - 1);
  const share = kind < 7 ? 0 : kind < 9 ? 1 : 0.5;
  const keep = 15_000 + draw(40) * draw(40) * 250;
  const scores = CRITERIA.map(() => 4 + draw(13));
  const levels = [0.75, 1, 1.25].map((size, level) => {
    const cost = toStep(keep * size * (0.9 + draw(20) / 100));
    const fromFence = toStep(cost * share);
    if (level === 1) {
      wanted[0] = (wanted[0] ?? 0) + cost - fromFence;
      wanted[fenced] = (wanted[fenced] ?? 0) + fromFence;
    }
    return {
      id: ["reduce", "keep", "grow"][level] ?? "",
      costs: {
        ...(cost > fromFence ? { "fund-0": pounds(cost - fromFence) } : {}),
        ...(fromFence > 0 ? { [`fund-${fenced}`]: pounds(fromFence) } : {}),
      },
      scores: Object.fromEntries(
        CRITERIA.map(([criterion], at) => [criterion, String(5 * ((scores[at] ?? 0) + level + draw(2)))]),
      ),
    };
  });
  return {
    id: id(place),
    name: id(place),
    areas: ["north", "south", "east", "west"].filter(() => draw(3) > 0),
    ...(draw(12) === 0 ? { mustFund: true } : {}),
    ...(place > 0 && draw(20) === 0 ? { requires: [id(draw(place))] } : {}),
    ...(place > 0 && draw(40) === 0 ? { excludes: [id(draw(place))] } : {}),
    levels,
  };
}

const toStep = (amount: number): number => Math.round(amount / 500) * 500;

const pounds = (amount: number): string => amount.toFixed(2);
