import { formatMonth, type MonthText } from "../../scenarios/model/calendar";
import type { CapacitySeries, Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { namesOf } from "./names";

/** Demand against capacity by month, of one activity in one area or in all: what a chart draws. */
export type CapacityChart = {
  readonly activity: Id;
  readonly name: string;
  readonly unit: string;
  /** "All areas" where it is their sum. */
  readonly area: string;
  readonly keepsList: boolean;
  readonly months: readonly {
    readonly month: MonthText;
    readonly demand: number;
    readonly capacity: number;
    readonly served: number;
    readonly waiting: number;
    readonly turnedAway: number;
  }[];
};

/** One chart an activity that has any demand or capacity, all areas together or one alone. */
export function buildCapacityCharts(evaluation: Evaluation, area?: Id): CapacityChart[] {
  const names = namesOf(evaluation.scenario);
  return evaluation.scenario.activities.flatMap(({ id, name, unit }): CapacityChart[] => {
    const series = evaluation.capacity.filter(
      (one) => one.activity === id && (area === undefined || one.area === area),
    );
    if (series.length === 0) return [];
    const months = evaluation.timeline.months.map((month, place) => ({
      month: formatMonth(month),
      ...monthFigures(series, place),
    }));
    const areaName = area === undefined ? "All areas" : names.area(area);
    return [
      {
        activity: id,
        name,
        unit,
        area: areaName,
        keepsList: series.some(({ turnAway }) => !turnAway),
        months,
      },
    ];
  });
}

function monthFigures(series: readonly CapacitySeries[], month: number) {
  const sum = (of: (one: CapacitySeries) => Float64Array): number =>
    series.reduce((total, one) => total + (of(one)[month] ?? 0), 0);
  return {
    demand: sum(({ demand }) => demand),
    capacity: sum(({ capacity }) => capacity),
    served: sum(({ served }) => served),
    waiting: sum(({ waiting }) => waiting),
    turnedAway: sum(({ turnedAway }) => turnedAway),
  };
}
