import type { Priorities, Scenario } from "../../scenarios/model/scenario";
import { sumOfBudgets } from "../../scenarios/optimise/problem";
import { formatPounds } from "../reports/format-table";
import { formatCount } from "./format-count";

/** One thing to enter before there are figures: where, what it is, and what is there already. */
export type Step = {
  readonly name: string;
  readonly hint: string;
  /** Below the scenario. */
  readonly page: string;
  /** What is entered; null while it is still to do. */
  readonly entered: string | null;
};

/** What an empty scenario needs for its first figures. Null where it has a contract, a lot or a prioritisation. */
export function firstSteps(scenario: Scenario): readonly Step[] | null {
  const { organisations, areas, activities, provisions, requirements = [], priorities } = scenario;
  const { fundingSources = [], contributions = [] } = scenario;
  if (provisions.length > 0 || priorities !== undefined) return null;
  return [
    {
      name: "The partnership",
      hint: "Who commissions and who pays; the areas, with their population where shares go by it.",
      page: "data",
      entered: counted([organisations, "organisation", "organisations"], [areas, "area", "areas"]),
    },
    {
      name: "What services do",
      hint: "Activities such as a helpline, outreach and refuge; then how many people need them.",
      page: "data#edit-activities",
      entered: counted([activities, "activity", "activities"]),
    },
    {
      name: "Contracts and lots",
      hint: "What runs today, then what is to follow: dates, price, areas and activities.",
      page: "lots",
      entered: null,
    },
    {
      name: "Who pays",
      hint: "The funds, and the rounds in which districts are asked to contribute.",
      page: "funding",
      entered: counted([fundingSources, "fund", "funds"], [contributions, "round", "rounds"]),
    },
    {
      name: "Where there must be a service",
      hint: "Then every month without it shows as a gap.",
      page: "transition",
      entered: counted([requirements, "requirement", "requirements"]),
    },
  ];
}

/** What a prioritisation without lines needs before there is a plan. */
export function prioritySteps(priorities: Priorities): readonly Step[] {
  const { criteria } = priorities;
  const money = sumOfBudgets(priorities);
  const isAgreed = criteria.length > 1 || criteria.some(({ low, high }) => (low ?? high) !== undefined);
  return [
    {
      name: "Budgets",
      hint: "The money that there is, and what is promised to areas.",
      page: "priorities/budgets",
      entered: money === 0n ? null : formatPounds(money),
    },
    {
      name: "Criteria and weights",
      hint: "What 0 and 100 points mean on each, and how much it counts.",
      page: "priorities/criteria",
      entered: isAgreed ? formatCount(criteria.length, "criterion", "criteria") : null,
    },
    {
      name: "Lines",
      hint: "What could be funded: which must be, and what each needs or excludes.",
      page: "priorities/lines",
      entered: null,
    },
    {
      name: "Costs and points",
      hint: "In one grid; or paste lines, costs and points together from a spreadsheet.",
      page: "priorities/scores",
      entered: null,
    },
  ];
}

type Counted = readonly [list: readonly unknown[], one: string, many: string];

function counted(...lists: readonly Counted[]): string | null {
  const words = lists.flatMap(([list, one, many]) =>
    list.length === 0 ? [] : [formatCount(list.length, one, many)],
  );
  return words.length === 0 ? null : words.join(", ");
}
