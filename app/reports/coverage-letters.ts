import {
  type FinancialYearText,
  financialYearOf,
  formatFinancialYear,
  formatMonth,
} from "../../scenarios/model/calendar";
import type { CellState, CoverageRow, Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { formatLongMonth } from "./format-table";
import { namesOf } from "./names";
import type { Address } from "./report-table";

/** The coverage of each area by month as one letter a month: what fits a page when months are columns. */
export type CoverageLetters = {
  readonly years: readonly { readonly year: FinancialYearText; readonly months: number }[];
  /** "April 2015", for those who do not see the year above the letter. */
  readonly months: readonly string[];
  readonly activities: readonly {
    readonly activity: Id;
    readonly name: string;
    /** `states` has one of the letters of {@link STATE_LETTERS} a month, a space where nothing is required. */
    readonly areas: readonly {
      readonly area: Id;
      readonly name: string;
      readonly states: string;
      /** What explains the letters. */
      readonly explains: Address;
    }[];
  }[];
};

export const STATE_LETTERS: Readonly<Record<CellState, string>> = {
  covered: "C",
  unconfirmed: "U",
  gap: "G",
};

/** All required activities, or one alone when it is named. */
export function buildCoverageLetters(evaluation: Evaluation, activity?: Id): CoverageLetters {
  const { coverage, scenario, timeline } = evaluation;
  const names = namesOf(scenario);
  const wanted = scenario.activities.filter(({ id }) => activity === undefined || id === activity);
  const activities = wanted.map(({ id, name }) => ({
    activity: id,
    name,
    areas: coverage.cells
      .filter((row) => row.activity === id)
      .map((row) => ({
        area: row.area,
        name: names.area(row.area),
        states: letters(row),
        explains: ["cover", row.area, id] as const,
      })),
  }));
  return {
    years: timeline.years.map((year) => ({
      year: formatFinancialYear(year),
      months: timeline.months.filter((month) => financialYearOf(month) === year).length,
    })),
    months: timeline.months.map((month) => formatLongMonth(formatMonth(month))),
    activities: activities.filter(({ areas }) => areas.length > 0),
  };
}

function letters({ states }: CoverageRow): string {
  return states.map((state) => (state === null ? " " : STATE_LETTERS[state])).join("");
}
