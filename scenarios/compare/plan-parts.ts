import { compareIds, type Id } from "../model/identifiers";
import type { Priorities, PriorityLevel, PriorityLine } from "../model/scenario";

/**
 * The kinds of changes by which the difference of two plans is explained, in the order in which they are made (rules
 * §12): the money, what there is to choose from, its costs, its points and people, the weights, and the rules on lines
 * and areas.
 */
export const PLAN_PARTS = ["budgets", "lines", "costs", "points", "weights", "rules"] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** The part of a change by its place in the scenario file; null where no plan depends on it. */
export function planPartOfPath(path: string): PlanPart | null {
  const [, section, list, , field, , ofLevel] = path.split("/");
  if (section !== "priorities" || list === undefined) return null;
  if (list !== "lines") return SECTIONS[list] ?? null;
  if (field !== undefined && RULES.includes(field)) return "rules";
  if (ofLevel === "costs") return "costs";
  return ofLevel === "scores" || ofLevel === "people" || ofLevel === "benefit" ? "points" : "lines";
}

const SECTIONS: Readonly<Record<string, PlanPart>> = {
  budgets: "budgets",
  criteria: "weights",
  benefit: "points",
  equity: "rules",
};

const RULES: readonly string[] = ["mustFund", "mustFundReason", "mustNot", "requires", "excludes", "areas"];

/**
 * The parts in their order, those together that cannot be mixed: costs are from budgets that there are, and points are on
 * criteria that there are.
 */
export function partsTogether(first: Priorities, second: Priorities): readonly (readonly PlanPart[])[] {
  const joined = new Set<PlanPart>([
    ...(sameIds(first.budgets, second.budgets) ? [] : (["budgets", "lines", "costs"] as const)),
    ...(sameIds(first.criteria, second.criteria) && first.benefit === second.benefit
      ? []
      : (["lines", "points", "weights"] as const)),
  ]);
  const together = PLAN_PARTS.filter((part) => joined.has(part));
  const alone = PLAN_PARTS.filter((part) => !joined.has(part)).map((part) => [part]);
  return together.length === 0 ? alone : [together, ...alone];
}

type Named = { readonly id: Id };

function sameIds(first: readonly Named[], second: readonly Named[]): boolean {
  const ids = (all: readonly Named[]): string =>
    all
      .map(({ id }) => id)
      .sort(compareIds)
      .join(" ");
  return ids(first) === ids(second);
}

/** The priorities in which some parts are as in the second, the others as in the first. What only one of them has comes whole. */
export function mixPriorities(
  first: Priorities,
  second: Priorities,
  taken: ReadonlySet<PlanPart>,
): Priorities {
  const side = (part: PlanPart): Priorities => (taken.has(part) ? second : first);
  const { lines } = side("lines");
  const ids = new Set(lines.map(({ id }) => id));
  const { benefit } = side("points");
  return {
    criteria: side("weights").criteria,
    budgets: side("budgets").budgets,
    equity: side("rules").equity ?? [],
    ...(benefit === undefined ? {} : { benefit }),
    lines: lines.map((line) => ({
      ...{ id: line.id, name: line.name },
      ...rulesOf(lineIn(side("rules"), line), ids),
      levels: line.levels.map((level) => ({
        ...withoutFigures(level),
        costs: levelIn(side("costs"), line, level).costs,
        ...pointsOf(levelIn(side("points"), line, level)),
      })),
    })),
  };
}

const lineIn = ({ lines }: Priorities, line: PriorityLine): PriorityLine =>
  lines.find(({ id }) => id === line.id) ?? line;

const levelIn = (priorities: Priorities, line: PriorityLine, level: PriorityLevel): PriorityLevel =>
  lineIn(priorities, line).levels.find(({ id }) => id === level.id) ?? level;

/** Rules on lines that are not in the mix are left out. */
function rulesOf(
  { mustFund, mustNot, requires = [], excludes = [], areas = [] }: PriorityLine,
  ids: ReadonlySet<Id>,
): Partial<PriorityLine> {
  return {
    mustFund: mustFund === true,
    mustNot: mustNot === true,
    requires: requires.filter((id) => ids.has(id)),
    excludes: excludes.filter((id) => ids.has(id)),
    areas,
  };
}

const withoutFigures = ({ id, name }: PriorityLevel): Pick<PriorityLevel, "id" | "name"> => ({
  id,
  ...(name === undefined ? {} : { name }),
});

const pointsOf = ({ scores, benefit, people }: PriorityLevel): Partial<PriorityLevel> => ({
  ...(scores === undefined ? {} : { scores }),
  ...(benefit === undefined ? {} : { benefit }),
  ...(people === undefined ? {} : { people }),
});
