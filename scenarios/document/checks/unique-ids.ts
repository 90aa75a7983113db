import { isList } from "../../changes/json";
import type { Fault } from "../fault";
import type { SalvagedScenario } from "../salvage";
import { shown } from "../words";
import { placed, spotsOf } from "./walk";

/** Lists whose elements have an id of their own, and the field that holds it. */
const LISTS: readonly (readonly [pattern: string, field: string])[] = [
  ["indexes", "id"],
  ["sources", "id"],
  ["organisations", "id"],
  ["areas", "id"],
  ["activities", "id"],
  ["provisions", "id"],
  ["demand", "id"],
  ["fundingSources", "id"],
  ["contributions", "id"],
  ["contributions/*/members", "organisation"],
  ["contributions/*/whenSomeDecline/toppedUpBy", "organisation"],
  ["priorities/criteria", "id"],
  ["priorities/budgets", "id"],
  ["priorities/lines", "id"],
  ["priorities/lines/*/levels", "id"],
  ["lotStructure/blocks", "id"],
  ["objectives", "id"],
  ["commitments", "id"],
  ["risks", "id"],
];

/** Lists of texts in which each stands once: ids of other things, options. */
const TEXT_LISTS: readonly string[] = [
  "activities/*/riskLevels",
  "provisions/*/activities",
  "provisions/*/areas",
  "provisions/*/commitments",
  "provisions/*/capacity/*/areas",
  "requirements/*/areas",
  "fundingSources/*/onlyFor/provisions",
  "fundingSources/*/onlyFor/activities",
  "fundingSources/*/onlyFor/areas",
  "contributions/*/members/*/choice",
  "priorities/lines/*/areas",
  "priorities/lines/*/requires",
  "priorities/lines/*/excludes",
  "priorities/equity/*/areas",
  "lotStructure/needs/*/blocks",
];

/** Ids are unique in their list, members of a round by their organisation. */
export function checkUniqueIds(scenario: SalvagedScenario): Fault[] {
  return [
    ...LISTS.flatMap(([pattern, field]) =>
      repeatedIn(scenario, pattern, (element) => (element as Record<string, unknown>)[field], [field]),
    ),
    ...TEXT_LISTS.flatMap((pattern) => repeatedIn(scenario, pattern, (element) => element, [])),
  ];
}

function repeatedIn(
  scenario: SalvagedScenario,
  pattern: string,
  idOf: (element: unknown) => unknown,
  field: readonly string[],
): Fault[] {
  return spotsOf(scenario, pattern).flatMap(({ keys, value }) => {
    const taken = new Set<unknown>();
    return placed(isList(value) ? value : []).flatMap(([element, place]): Fault[] => {
      const id = idOf(element);
      if (id === undefined || !taken.has(id)) {
        taken.add(id);
        return [];
      }
      const remedy =
        field.length === 0 ? "name it only once" : "an earlier one has this too: change or remove one";
      return [
        { keys: [...keys, place, ...field], code: "duplicate-id", state: `repeats ${shown(id)}`, remedy },
      ];
    });
  });
}
