import { type FinancialYear, financialYearFromText, formatFinancialYear } from "../../model/calendar";
import { formatQuantity } from "../../model/quantity";
import { parseDecimal, sumRationals } from "../../model/rational";
import type { Demand } from "../../model/scenario";
import { type Fault, within } from "../fault";
import { LIMITS } from "../limits";
import { isGiven, type Salvaged, type SalvagedScenario } from "../salvage";
import { shown } from "../words";
import { timelineFrom } from "./periods";
import { placed } from "./walk";

type SalvagedDemand = Salvaged<Demand>;

/** What the fields of an entry of demand mean together (rules §7). */
export function checkDemand(scenario: SalvagedScenario): Fault[] {
  const years = timelineFrom(scenario)?.years ?? [];
  return placed(scenario.demand).flatMap(([demand, place]) =>
    within(
      ["demand", place],
      [...figureFaults(demand), ...seasonFaults(demand), ...growthFaults(demand, years)],
    ),
  );
}

/** Either a figure for a year, or the funnel that gives it. */
function figureFaults(demand: SalvagedDemand): Fault[] {
  const [annual, funnel] = [isGiven(demand, "annual"), isGiven(demand, "funnel")];
  if (annual && funnel) {
    return [
      {
        keys: ["funnel"],
        code: "exclude-each-other",
        state: "stands beside an annual amount",
        remedy: 'give "annual" or "funnel", not both',
      },
    ];
  }
  if (annual || funnel) return [];
  return [{ keys: ["annual"], code: "missing", remedy: 'give "annual", or "funnel" instead' }];
}

/** Twelve seasonal indices, April first, that sum to exactly 12, so that a year stays a year. */
function seasonFaults({ seasonal }: SalvagedDemand): Fault[] {
  if (seasonal === undefined || seasonal.includes(undefined)) return [];
  if (seasonal.length !== 12) {
    const state = `has ${seasonal.length} ${seasonal.length === 1 ? "entry" : "entries"}`;
    return [{ keys: ["seasonal"], code: "not-twelve", state, remedy: "write twelve, April first" }];
  }
  const sum = sumRationals((seasonal as readonly string[]).map(parseDecimal));
  if (sum.equals(12)) return [];
  const state = `sums to ${formatQuantity(sum.valueOf())}`;
  return [{ keys: ["seasonal"], code: "does-not-sum", state, remedy: "make the twelve sum to 12" }];
}

/** Growth from the base year does not run away: no year of the horizon has more than a quantity may be. */
function growthFaults(demand: SalvagedDemand, years: readonly FinancialYear[]): Fault[] {
  const baseYear = financialYearFromText(demand.baseYear ?? "");
  if (baseYear === null || demand.growthPercent === undefined) return [];
  const base = Number(demand.annual ?? demand.funnel?.incidents ?? "0");
  const growth = 1 + Number(demand.growthPercent) / 100;
  const tooMuch = years.find((year) => {
    if (demand.byYear !== undefined && Object.hasOwn(demand.byYear, formatFinancialYear(year))) return false;
    const factor = growth ** (year - baseYear);
    return !(factor <= LIMITS.quantity && base * factor <= LIMITS.quantity);
  });
  if (tooMuch === undefined) return [];
  return [
    {
      keys: ["growthPercent"],
      code: "out-of-range",
      state: `is ${shown(demand.growthPercent)}, which from ${demand.baseYear ?? ""} makes more than 1,000,000,000,000 in ${formatFinancialYear(tooMuch)}`,
      remedy: "lower it, or choose a base year nearer to the horizon",
    },
  ];
}
