import type { Scenario } from "../../scenarios/model/scenario";
import { LARGE, largePlan } from "./large-plan";

/** Large plans that differ in every group of changes: prices, dates, choices, demand, rates, money. */
export function largePlans(count: number): readonly Scenario[] {
  return Array.from({ length: count }, (_, place) => vary(largePlan(LARGE, `large-${place}`), place));
}

function vary(plan: Scenario, place: number): Scenario {
  return {
    ...plan,
    name: `Large plan ${place + 1}`,
    indexes: (plan.indexes ?? []).map((index) => ({
      ...index,
      rates: Object.fromEntries(Object.keys(index.rates).map((year) => [year, `${2 + place / 4}`])),
    })),
    provisions: plan.provisions.map((provision, at) => ({
      ...provision,
      price: { annual: `${90_000 + 1_777 * at + 311 * place}.00`, index: "cpi" },
      capacity: (provision.capacity ?? []).map((entry) => ({
        ...entry,
        unitsPerYear: `${180 + at + place}`,
      })),
    })),
    demand: (plan.demand ?? []).map((entry) => ({ ...entry, growthPercent: String(2 + place) })),
    contributions: (plan.contributions ?? []).map((round) => ({
      ...round,
      members: round.members.map((member, at) => ({ ...member, choice: at % 6 === place % 6 ? [] : ["B"] })),
    })),
    fundingSources: (plan.fundingSources ?? []).map((source) => ({
      ...source,
      amounts: Object.fromEntries(
        Object.keys(source.amounts).map((year) => [year, `${300_000 + 7_000 * place}.00`]),
      ),
    })),
  };
}
