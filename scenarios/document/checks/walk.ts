import type { Keys } from "../../changes/pointer";
import type { SalvagedScenario } from "../salvage";

/** The elements of a list that are there, each with its place. */
export function placed<Element>(
  list: readonly (Element | undefined)[] | undefined,
): readonly (readonly [Element, number])[] {
  return (list ?? []).flatMap((element, place) => (element === undefined ? [] : [[element, place] as const]));
}

/** A value of a document and the keys that lead to it. */
export type Spot = { readonly keys: Keys; readonly value: unknown };

// Every value to which a pattern leads: `*` stands for each element of a list, `@` for each key of a record (the value
// is then the key itself). Example: "provisions/*/areas/*" gives every area of every provision.
export function spotsOf(scenario: SalvagedScenario, pattern: string): readonly Spot[] {
  let spots: readonly Spot[] = [{ keys: [], value: scenario }];
  for (const part of pattern.split("/")) spots = spots.flatMap((spot) => below(spot, part));
  return spots;
}

function below({ keys, value }: Spot, part: string): Spot[] {
  if (typeof value !== "object" || value === null) return [];
  if (part === "@") return Object.keys(value).map((key) => ({ keys: [...keys, key], value: key }));
  if (part === "*") {
    return placed(value as readonly unknown[]).map(([element, place]) => ({
      keys: [...keys, place],
      value: element,
    }));
  }
  const field: unknown = Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined;
  return field === undefined ? [] : [{ keys: [...keys, part], value: field }];
}
