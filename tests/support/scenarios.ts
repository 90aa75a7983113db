import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { formatMoney, type Pence } from "../../scenarios/model/money";
import type { Area, Provision, Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";

/** The seven districts of Leicestershire in the order of their codes: 2011 Census population, synthetic incidents. */
export const DISTRICTS: readonly Area[] = [
  district("blaby", "E07000129", "93915", "1127"),
  district("charnwood", "E07000130", "166100", "2325"),
  district("harborough", "E07000131", "85382", "811"),
  district("hinckley-bosworth", "E07000132", "105078", "1366"),
  district("melton", "E07000133", "50376", "630"),
  district("nw-leicestershire", "E07000134", "93468", "1495"),
  district("oadby-wigston", "E07000135", "56170", "702"),
];

function district(id: string, code: string, population: string, incidents: string): Area {
  return { id, name: id, code, organisation: id, bases: { population, incidents } };
}

/** A scenario with one area, one activity and nothing else, and what a test says instead. Money is synthetic. */
export function scenarioWith(changes: Partial<Scenario> = {}): Scenario {
  const areas = changes.areas ?? [
    { id: "north", name: "North", code: "E07000900", bases: { population: "100" } },
  ];
  return {
    format: "commissioning-scenario/1",
    id: "test",
    name: "Test",
    synthetic: true,
    horizon: { start: "2015-04", end: "2016-03" },
    organisations: [
      { id: "lead", name: "Lead council", kind: "lead-commissioner" },
      ...areas.map(({ id }) => ({ id, name: id, kind: "district" as const })),
    ],
    areas,
    activities: [{ id: "support", name: "Support", unit: "cases" }],
    provisions: [],
    ...changes,
  };
}

/** A lot that supplies support in the north for the year 2015/16 at no cost, and what a test says instead. */
export function provisionWith(changes: Partial<Provision> = {}): Provision {
  return {
    id: "joint",
    name: "Joint lot",
    kind: "lot",
    activities: ["support"],
    areas: ["north"],
    start: "2015-04-01",
    end: "2016-03-31",
    price: { annual: "0.00" },
    ...changes,
  };
}

/** Evaluates a scenario that a test made; one with issues is a mistake of the test. */
export function evaluated(scenario: Scenario): Evaluation {
  const checked = validateScenario(scenario);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues, null, 1));
  return evaluateScenario(checked.scenario);
}

/** What must be there, or the test fails with words. */
export function found<Value>(value: Value | null | undefined, name = "a value"): Value {
  if (value === null || value === undefined) throw new Error(`${name} is missing`);
  return value;
}

/** Pence as pounds for expectations that read like the rules: `["36094.00", …]`. */
export function inPounds(amounts: readonly Pence[]): string[] {
  return amounts.map(formatMoney);
}

/** A thing without one of its fields: not there is not the same as undefined. */
export function omit<Thing extends object, Field extends keyof Thing>(
  thing: Thing,
  field: Field,
): Omit<Thing, Field> {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => name !== field)) as Omit<Thing, Field>;
}
