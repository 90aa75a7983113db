import { formatDay } from "../../../scenarios/model/calendar";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { sumPence } from "../../../scenarios/model/money";
import { buildUnconfirmedTable } from "../coverage-stretches";
import { formatDateWords } from "../format-table";
import { joinWords, namesOf } from "../names";
import type { Explanation, Part } from "./explanation";

/** The months in which a required service rests on something that is not confirmed, by service and area. */
export function explainUnconfirmed(evaluation: Evaluation): Explanation {
  const { coverage, scenario } = evaluation;
  const names = namesOf(scenario);
  const parts = coverage.cells.flatMap(({ area, activity, states }): Part[] => {
    const value = states.filter((state) => state === "unconfirmed").length;
    if (value === 0) return [];
    return [{ id: `${activity}-${area}`, label: `${names.activity(activity)}, ${names.area(area)}`, value }];
  });
  const unsure = scenario.provisions.filter(({ certainty = "confirmed" }) => certainty !== "confirmed");
  return {
    title: "Months that rest on something unconfirmed",
    value: coverage.counts.unconfirmed,
    kind: "whole",
    rule: [
      "A month of a required service in an area counts when every required day of it is supplied, and on at least one of them only by something planned or under consideration.",
    ],
    parts,
    workings: [buildUnconfirmedTable(evaluation)],
    inputs: unsure.flatMap(({ id }) =>
      ["certainty", "start", "end"].map((field) => `/provisions/${id}/${field}`),
    ),
  };
}

/** What it costs that two or more provisions serve one activity in one area on the same days. */
export function explainDoubleRunning({ coverage, scenario }: Evaluation): Explanation {
  const names = namesOf(scenario);
  const overlaps = coverage.doubleRunning;
  const involved = [...new Set(overlaps.flatMap(({ provisions }) => provisions))];
  return {
    title: "Cost of double running",
    value: sumPence(overlaps.map(({ cost }) => cost)),
    kind: "money",
    rule: [
      "On days on which two or more provisions serve one activity in one area, all but the dearest of them count, each with its recurring cost of those days shared evenly over its activities and areas, without one-off costs. An overlap is not a fault: a handover needs one.",
    ],
    parts: overlaps.map(({ activity, area, from, to, provisions, cost }, place) => ({
      id: String(place + 1),
      label: `${names.activity(activity)}, ${names.area(area)}, ${formatDateWords(formatDay(from))} to ${formatDateWords(formatDay(to))}: ${joinWords(provisions.map(names.provision))}`,
      value: cost,
    })),
    workings: [],
    inputs: involved.flatMap((id) =>
      ["start", "end", "price/annual"].map((field) => `/provisions/${id}/${field}`),
    ),
  };
}
