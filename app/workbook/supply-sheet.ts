import { periodOf } from "../../scenarios/calculate/provision-costs";
import { countsAsSupply } from "../../scenarios/calculate/supply";
import { daysInMonth, firstDayOf, lastDayOf } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Provision } from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import { monthColumn } from "./service-sheet";
import { columnLetters, type Places, type Sheet, type SheetCell, type SheetRow } from "./sheet";

/** The provisions that supply an activity in an area: all of them, and those that are confirmed. */
export type Suppliers = { readonly all: readonly Provision[]; readonly confirmed: readonly Provision[] };

export function suppliersOf({ scenario }: Evaluation, area: Id, activity: Id): Suppliers {
  const all = scenario.provisions.filter(
    (provision) =>
      countsAsSupply(provision) && provision.areas.includes(area) && provision.activities.includes(activity),
  );
  return { all, confirmed: all.filter(({ certainty }) => (certainty ?? "confirmed") === "confirmed") };
}

/** The row of the days on which at least one of some provisions is in service. */
export const supplyRow = (provisions: readonly Provision[]): string =>
  provisions.map(({ id }) => id).join("+");

/** The row of the days that a month has. */
export const ALL_DAYS = "days";

/**
 * The days of each month on which at least one provision of a set is in service (rules §5): one row for each set of
 * provisions that supplies some required activity somewhere, and one for its confirmed ones where that is another set.
 */
export function supplySheet(evaluation: Evaluation, service: Places): Sheet {
  const names = namesOf(evaluation.scenario);
  const { months } = evaluation.timeline;
  const columns = [
    { id: "provisions", label: "At least one in service", format: "text" } as const,
    ...months.map((month) => monthColumn(month, "whole")),
  ];
  const row = (id: string, name: string, cells: readonly SheetCell[]): SheetRow => ({
    id,
    cells: [{ value: name }, ...cells],
  });
  const heading = (place: number): string => `${columnLetters(place + 1)}$1`;
  const all = months.map((month, place): SheetCell => {
    return { value: daysInMonth(month), formula: `DAY(EOMONTH(${heading(place)},0))` };
  });
  return {
    name: "Supply",
    title: "Days supplied",
    note: "Working: the days of each month on which at least one of the provisions is in service. Coverage goes by them.",
    columns,
    rows: [
      row(ALL_DAYS, "Days in the month", all),
      ...supplySets(evaluation).map((provisions) =>
        row(
          supplyRow(provisions),
          provisions.map(({ id }) => names.provision(id)).join("; "),
          months.map((month, place) => ({
            value: daysSupplied(provisions, month),
            formula: daysFormula(provisions, heading(place), service),
          })),
        ),
      ),
    ],
    frozenColumns: 1,
  };
}

function supplySets(evaluation: Evaluation): readonly (readonly Provision[])[] {
  const sets = new Map<string, readonly Provision[]>();
  for (const { area, activity } of evaluation.coverage.cells) {
    const { all, confirmed } = suppliersOf(evaluation, area, activity);
    for (const set of [all, confirmed]) if (set.length > 0) sets.set(supplyRow(set), set);
  }
  return [...sets.values()];
}

function daysSupplied(provisions: readonly Provision[], month: number): number {
  const periods = provisions.map(periodOf);
  const first = firstDayOf(month);
  return Array.from({ length: lastDayOf(month) - first + 1 }, (_, place) => first + place).filter((day) =>
    periods.some(({ from, to }) => from <= day && day <= to),
  ).length;
}

/** One provision's days lie between two dates; where several may overlap, every day of the month is looked at. */
function daysFormula(provisions: readonly Provision[], heading: string, service: Places): string {
  const ends = provisions.map(({ id }) => [service.cell(id, "start"), service.cell(id, "end")] as const);
  const last = `EOMONTH(${heading},0)`;
  const [only, ...others] = ends;
  if (only !== undefined && others.length === 0)
    return `MAX(0,MIN(${only[1]},${last})-MAX(${only[0]},${heading})+1)`;
  const day = `(${heading}+${DAYS})`;
  const serving = ends.map(([start, end]) => `(${day}>=${start})*(${day}<=${end})`).join("+");
  return `SUMPRODUCT((${day}<=${last})*((${serving})>0))`;
}

/** 0 to 30, to be added to the first day of a month. */
const DAYS = `{${Array.from({ length: 31 }, (_, day) => day).join(";")}}`;
