import type { Id } from "../model/identifiers";
import { isDecimalText, ONE, parseDecimal, type Rational, rational } from "../model/rational";
import type { DecimalText, Priorities, PriorityLevel, PriorityLine, Scenario } from "../model/scenario";

/** One thing to score: a level of a line on a criterion (rules §9). */
export type PanelCell = {
  /** `level/criterion`, unique in its line. */
  readonly key: string;
  readonly level: PriorityLevel;
  readonly criterion: Priorities["criteria"][number];
};

/** What one person says of a line: points from 0 to 100 by the key of the cell, or the interest that keeps them out. */
export type LineScores = {
  readonly points: Readonly<Record<string, DecimalText>>;
  /** Empty: none. A person with an interest in a line does not score it. */
  readonly interest: string;
};

/** A person's scores by line. */
export type PanelSheet = Readonly<Record<Id, LineScores>>;

/** A round of scoring as one person may see it. */
export type Panel = {
  readonly number: number;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  /** One's own scores; null for who is not asked. */
  readonly own: PanelSheet | null;
  readonly members: readonly {
    readonly person: Id;
    readonly name: string;
    readonly savedAt: string | null;
    /** How many of `cells` they have answered; a line with an interest counts as answered. */
    readonly answered: number;
    /** What they declared, by line: known to all from the start. */
    readonly interests: Readonly<Record<Id, string>>;
    /** Null while the round is open. */
    readonly sheet: PanelSheet | null;
  }[];
  /** How much there is to score. */
  readonly cells: number;
};

export type Spread = {
  readonly min: Rational;
  readonly median: Rational;
  readonly max: Rational;
  readonly range: Rational;
  /** The panel is far apart: worth talking about before a score is agreed. */
  readonly isWide: boolean;
};

/** A range from which on scores are far apart, in points of 100. */
export const WIDE_RANGE = 30n;
const MOST_DECIMALS = 2;
const HUNDRED = rational(100n);

/** What there is to score of a line: a level whose benefit is given as a figure has no scores. */
export function cellsOf({ criteria }: Pick<Priorities, "criteria">, line: PriorityLine): PanelCell[] {
  return line.levels
    .filter(({ benefit }) => benefit === undefined)
    .flatMap((level) =>
      criteria.map((criterion) => ({ key: `${level.id}/${criterion.id}`, level, criterion })),
    );
}

/** Whether a decimal is a score: from 0 to 100, with at most two decimals. */
export function arePoints(text: string): boolean {
  if (!isDecimalText(text) || (text.split(".")[1]?.length ?? 0) > MOST_DECIMALS) return false;
  const points = parseDecimal(text);
  return points.compare(0) >= 0 && points.compare(HUNDRED) <= 0;
}

/** The points of one cell by those who gave any and have no interest in the line. */
export function pointsOf(sheets: readonly PanelSheet[], line: Id, key: string): Rational[] {
  return sheets.flatMap((sheet) => {
    const own = sheet[line];
    const points = own?.interest === "" ? own.points[key] : undefined;
    return points === undefined ? [] : [parseDecimal(points)];
  });
}

/** How far a panel is apart, exactly; of an even number the median is half way between the two in the middle. */
export function spreadOf(points: readonly Rational[]): Spread | null {
  const sorted = points.toSorted((first, second) => first.compare(second));
  const min = sorted.at(0);
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  const lower = sorted[(sorted.length - 1) >> 1] ?? min;
  const upper = sorted[sorted.length >> 1] ?? max;
  const range = max.sub(min);
  const median = lower.add(upper).div(ONE.add(ONE));
  return { min, median, max, range, isWide: range.compare(rational(WIDE_RANGE)) >= 0 };
}

/** How many of the cells of a line a person has answered; all, where they declared an interest. */
export function answeredOf(sheet: PanelSheet, line: Id, cells: readonly PanelCell[]): number {
  const own = sheet[line];
  if (own === undefined) return 0;
  return own.interest === "" ? cells.filter(({ key }) => own.points[key] !== undefined).length : cells.length;
}

/** The scenario with moderated points of a line in the place of its scores. */
export function withScores(
  scenario: Scenario,
  id: Id,
  points: Readonly<Record<string, DecimalText>>,
): Scenario {
  const { priorities } = scenario;
  if (priorities === undefined) return scenario;
  const lines = priorities.lines.map((line) => {
    if (line.id !== id) return line;
    const cells = cellsOf(priorities, line);
    const levels = line.levels.map((level) => {
      const moderated = cells.flatMap(({ key, level: { id: of }, criterion }) => {
        const score = of === level.id ? points[key] : undefined;
        return score === undefined ? [] : [[criterion.id, score] as const];
      });
      if (moderated.length === 0) return level;
      return { ...level, scores: { ...level.scores, ...Object.fromEntries(moderated) } };
    });
    return { ...line, levels };
  });
  return { ...scenario, priorities: { ...priorities, lines } };
}
