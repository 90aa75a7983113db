import { formatDay, formatMonth } from "../../../scenarios/model/calendar";
import { type CoverageStretch, type Evaluation, waitWeeks } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { formatCell, formatDateWords, formatLongMonth } from "../format-table";
import { joinFew, namesOf } from "../names";
import { shortOfCapacity } from "../waits";
import type { Question } from "./question";

/** The services that are required for the residents of one area: what is missing, and how long they wait. */
export function askResidents(evaluation: Evaluation, area: Id): Question {
  const { scenario, coverage } = evaluation;
  const names = namesOf(scenario);
  const about = {
    id: "residents",
    question: `What do the residents of ${names.area(area)} get?`,
    page: { path: "capacity", text: "Demand, capacity and waits, area by area" },
  } as const;
  const required = coverage.cells.filter((row) => row.area === area).map(({ activity }) => activity);
  if (required.length === 0)
    return {
      ...about,
      tone: "muted",
      lead: "No service is required",
      rest: ` there, ${plannedWords(evaluation, area)}.`,
    };
  const gaps = coverage.gaps.filter((gap) => gap.area === area);
  const missing = new Set(gaps.map(({ activity }) => activity)).size;
  const cover =
    missing === 0
      ? `none of them is missing in any month`
      : `${missing === required.length ? "all" : missing} of them ${missing === 1 ? "is" : "are"} missing for a time, first from ${firstDayWords(gaps)}`;
  const wait = longestWait(evaluation, area);
  const short = shortOfCapacity(evaluation).filter((one) => one.area === area).length;
  const waits =
    wait === null
      ? ""
      : `; the longest wait at the end is ${formatCell(wait.weeks, "quantity")} weeks, for ${names.activity(wait.activity)}`;
  return {
    ...about,
    lead: count(required.length, "service"),
    rest: `: ${joinFew(required.map(names.activity), 3)}; ${cover}${waits}${shortWords(short)}.`,
    tone: missing > 0 ? "bad" : short > 0 ? "warn" : "good",
  };
}

/** What the provisions supply where nothing is required. */
function plannedWords({ scenario }: Evaluation, area: Id): string {
  const supplied = scenario.activities.filter(({ id }) =>
    scenario.provisions.some(({ areas, activities }) => areas.includes(area) && activities.includes(id)),
  );
  return supplied.length === 0
    ? "and nothing is planned"
    : `and ${count(supplied.length, "service")} ${supplied.length === 1 ? "is" : "are"} planned: ${joinFew(
        supplied.map(({ name }) => name),
        3,
      )}`;
}

function longestWait(
  evaluation: Evaluation,
  area: Id,
): { readonly activity: Id; readonly weeks: number } | null {
  const last = evaluation.timeline.months.length - 1;
  const waits = evaluation.capacity.flatMap((series) => {
    const weeks = series.area === area && !series.turnAway ? waitWeeks(series, last) : null;
    return weeks === null || weeks === 0 ? [] : [{ activity: series.activity, weeks }];
  });
  return waits.toSorted((one, other) => other.weeks - one.weeks)[0] ?? null;
}

function shortWords(short: number): string {
  return short === 0
    ? ""
    : `; ${short} ${short === 1 ? "has" : "have"} less capacity than demand in the last year`;
}

/** The months of the calendar with a gap in a required service, anywhere. */
export function askGaps(evaluation: Evaluation): Question {
  const { coverage, timeline } = evaluation;
  const { covered, unconfirmed, gap } = coverage.counts;
  const about = {
    id: "gaps",
    question: "Is there a month without a service?",
    page: { path: "transition#gaps", text: "Every service, area by area and month by month" },
  } as const;
  if (covered + unconfirmed + gap === 0)
    return {
      ...about,
      tone: "muted",
      lead: "None is counted",
      rest: ": the plan does not say which services are required.",
    };
  const required = formatCell(covered + unconfirmed + gap, "whole");
  if (gap === 0)
    return {
      ...about,
      tone: unconfirmed === 0 ? "good" : "warn",
      lead: "No",
      rest: `: all ${required} required months of a service in an area are covered${unsureWords(unconfirmed, "of them")}.`,
    };
  const months = timeline.months.filter((_, place) =>
    coverage.cells.some(({ states }) => states[place] === "gap"),
  );
  const services = new Set(coverage.gaps.map(({ activity }) => activity)).size;
  const areas = new Set(coverage.gaps.map(({ area }) => area)).size;
  return {
    ...about,
    tone: "bad",
    lead: `Yes, ${monthsWords(months.map(formatMonth))}`,
    rest: `: ${count(services, "service")} ${services === 1 ? "is" : "are"} missing in ${count(areas, "area")}, ${formatCell(gap, "whole")} of the ${required} required months of a service in an area${unsureWords(unconfirmed, "more")}.`,
  };
}

function unsureWords(unconfirmed: number, of: string): string {
  if (unconfirmed === 0) return "";
  return `; ${formatCell(unconfirmed, "whole")} ${of} ${unconfirmed === 1 ? "rests" : "rest"} on something not confirmed`;
}

function monthsWords(months: readonly string[]): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  if (months.length === 1) return `in ${formatLongMonth(first)}`;
  return `in ${months.length} months from ${formatLongMonth(first)} to ${formatLongMonth(last)}`;
}

function firstDayWords(gaps: readonly CoverageStretch[]): string {
  return formatDateWords(formatDay(Math.min(...gaps.map(({ from }) => from))));
}

function count(number: number, noun: string): string {
  return `${formatCell(number, "whole")} ${noun}${number === 1 ? "" : "s"}`;
}
