import type { Scenario } from "../../../scenarios/model/scenario";

export const NOW = "2015-02-02T09:30:00.000Z";
export const LATER = "2015-02-03T10:00:00.000Z";

/** A small scenario with two lots, so that two people can edit different fields of it. Synthetic money. */
export const TWO_LOTS: Scenario = {
  format: "commissioning-scenario/1",
  id: "two-lots",
  name: "Two lots",
  status: "consultation",
  synthetic: true,
  horizon: { start: "2015-04", end: "2018-09" },
  organisations: [{ id: "county", name: "Leicestershire County Council", kind: "lead-commissioner" }],
  areas: [{ id: "blaby", name: "Blaby", code: "E07000129", bases: { population: "93915" } }],
  activities: [{ id: "outreach", name: "Adult outreach", unit: "cases" }],
  provisions: [lot("north", "Outreach, north", "84000.00"), lot("south", "Outreach, south", "0.10")],
};

function lot(id: string, name: string, annual: string): Scenario["provisions"][number] {
  return {
    ...{ id, name, kind: "lot", lead: "county", activities: ["outreach"], areas: ["blaby"] },
    ...{ start: "2015-10-01", end: "2018-09-30", price: { annual } },
  };
}
