import type { Pair, Problem, Rule } from "./problem";
import { equityMinimum } from "./program";

/** What the lines taken so far still mean for later ones. */
export type OpenState = {
  /** Bit n: line n is chosen, and a later line still asks about it. */
  readonly chosen: bigint;
  /** By equity need what it still lacks, in lines or in units of benefit. */
  readonly lacks: readonly number[];
};

/** One line's turn: its options, and what each does to the open state. */
export type LineStep = {
  readonly options: readonly (Pair | null)[];
  /** The state after an option; null where a rule forbids it or an equity need can no longer be met. */
  readonly after: (state: OpenState, option: Pair | null) => OpenState | null;
};

/** An equity minimum: so many lines, or so much benefit in units, of some lines. */
type Need = {
  readonly lines: ReadonlySet<number>;
  readonly minimum: number;
  readonly adds: (pair: Pair) => number;
};

/** The state before the first line, and the turns of the lines in an order that leaves few questions open at a time. */
export function lineSteps(problem: Problem): {
  readonly start: OpenState;
  readonly steps: readonly LineStep[];
} {
  const needs = problem.rules.flatMap((rule) => needsOf(problem, rule));
  const order = orderOfLines(problem);
  const steps = order.map((line, position) =>
    stepOf({ problem, needs, line, earlier: order.slice(0, position), later: order.slice(position + 1) }),
  );
  return { start: { chosen: 0n, lacks: needs.map((need) => need.minimum) }, steps };
}

function needsOf(problem: Problem, rule: Rule): Need[] {
  if (rule.kind !== "equity") return [];
  const lines = new Set(rule.lines);
  const { minimumLines, minimumUnits } = equityMinimum(problem, rule);
  return [
    ...(minimumLines === null ? [] : [{ lines, minimum: minimumLines, adds: () => 1 }]),
    ...(minimumUnits === null ? [] : [{ lines, minimum: minimumUnits, adds: (pair: Pair) => pair.units }]),
  ];
}

function stepOf(input: {
  readonly problem: Problem;
  readonly needs: readonly Need[];
  readonly line: number;
  readonly earlier: readonly number[];
  readonly later: readonly number[];
}): LineStep {
  const { problem, needs, line, earlier, later } = input;
  const rules = problem.rules.filter((rule) => "line" in rule);
  const askedLater = earlier
    .concat(line)
    .filter((one) => later.some((other) => partnersOf(rules, one).has(other)));
  const keep = askedLater.reduce((mask, one) => mask | (1n << BigInt(one)), 0n);
  const bit = 1n << BigInt(line);
  const known = new Set(earlier).add(line);
  const settled = rules.filter((rule) => touches(rule, line) && ends(rule).every((end) => known.has(end)));
  const range = needs.map((need) => rangeOf({ problem, need, lines: later }));
  return {
    options: [null, ...(problem.lines[line]?.pairs ?? []).map((place) => problem.pairs[place] as Pair)],
    after: (state, option) => {
      const chosen = option === null ? state.chosen : state.chosen | bit;
      if (!settled.every((rule) => holds(rule, chosen))) return null;
      const lacks = state.lacks.map((lack, at) => {
        const need = needs[at] as Need;
        const left = option !== null && need.lines.has(line) ? lack - need.adds(option) : lack;
        // What later lines cannot undo is met: no need to tell how far beyond.
        return Math.max(left, range[at]?.least ?? 0);
      });
      return lacks.some((lack, at) => lack > (range[at]?.most ?? 0))
        ? null
        : { chosen: chosen & keep, lacks };
    },
  };
}

type LineRule = Rule & { readonly kind: "must-fund" | "must-not" | "requires" | "excludes" };

/** The lines that a rule is about. */
function ends(rule: LineRule): number[] {
  return rule.kind === "requires" || rule.kind === "excludes" ? [rule.line, rule.other] : [rule.line];
}

function touches(rule: LineRule, line: number): boolean {
  return ends(rule).includes(line);
}

function partnersOf(rules: readonly LineRule[], line: number): Set<number> {
  return new Set(
    rules
      .filter((rule) => touches(rule, line))
      .flatMap(ends)
      .filter((end) => end !== line),
  );
}

function holds(rule: LineRule, chosen: bigint): boolean {
  const has = (line: number): boolean => ((chosen >> BigInt(line)) & 1n) === 1n;
  switch (rule.kind) {
    case "must-fund":
      return has(rule.line);
    case "must-not":
      return !has(rule.line);
    case "requires":
      return !has(rule.line) || has(rule.other);
    case "excludes":
      return !has(rule.line) || !has(rule.other);
  }
}

/** The least and the most that some lines can add to a need. */
function rangeOf(input: {
  readonly problem: Problem;
  readonly need: Need;
  readonly lines: readonly number[];
}): { readonly least: number; readonly most: number } {
  const { problem, need, lines } = input;
  let [least, most] = [0, 0];
  for (const line of lines.filter((one) => need.lines.has(one))) {
    const adds = (problem.lines[line]?.pairs ?? []).map((place) => need.adds(problem.pairs[place] as Pair));
    least += Math.min(0, ...adds);
    most += Math.max(0, ...adds);
  }
  return { least, most };
}

/** Takes next the line that leaves the fewest lines and equity rules half done; of equals the first of the file. */
function orderOfLines(problem: Problem): number[] {
  const rules = problem.rules.filter((rule) => "line" in rule);
  const groups = [
    ...problem.lines.map((_, line) => partnersOf(rules, line)).map((partners, line) => [...partners, line]),
    ...problem.rules.flatMap((rule) => (rule.kind === "equity" ? [rule.lines] : [])),
  ];
  const order: number[] = [];
  const left = new Set(problem.lines.keys());
  while (left.size > 0) {
    const halfDone = (next: number): number =>
      groups.filter(
        (group) =>
          group.some((line) => line === next || !left.has(line)) &&
          group.some((line) => line !== next && left.has(line)),
      ).length;
    const next = [...left].reduce((best, line) => (halfDone(line) < halfDone(best) ? line : best));
    order.push(next);
    left.delete(next);
  }
  return order;
}
