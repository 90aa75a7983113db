import { isDecimalText, parseDecimal } from "../../model/rational";
import type { Fault } from "../fault";
import type { SalvagedScenario } from "../salvage";
import { shown } from "../words";
import { spotsOf } from "./walk";

/** Two fields of one object, of which the first must not lie after, or above, the second. */
const PAIRS: readonly (readonly [pattern: string, first: string, second: string])[] = [
  ["horizon", "start", "end"],
  ["organisations/*", "validFrom", "validTo"],
  ["provenance/*", "low", "high"],
  ["provisions/*", "start", "end"],
  ["provisions/*/price", "upliftFloor", "upliftCap"],
  ["requirements/*", "from", "to"],
  ["contributions/*", "from", "to"],
  ["contributions/*/share", "minimum", "maximum"],
  ["contributions/*/members/*", "minimum", "maximum"],
];

/** Dates lie in order; minimums are at most maximums. */
export function checkOrder(scenario: SalvagedScenario): Fault[] {
  return PAIRS.flatMap(([pattern, first, second]) =>
    spotsOf(scenario, pattern).flatMap(({ keys, value }): Fault[] => {
      const { [first]: lower, [second]: upper } = value as Record<string, unknown>;
      if (typeof lower !== "string" || typeof upper !== "string" || !isAfter(lower, upper)) return [];
      const numbers = isDecimalText(lower);
      return [
        {
          keys: [...keys, second],
          code: numbers ? "below-its-minimum" : "before-its-start",
          remedy: `${numbers ? "raise it to at least" : "move it to or after"} ${shown(lower)}, the ${
            numbers ? "lower end" : "start"
          }`,
        },
      ];
    }),
  );
}

/** Dates and months sort as texts, numbers as numbers. */
function isAfter(first: string, second: string): boolean {
  return isDecimalText(first) && isDecimalText(second)
    ? parseDecimal(first).compare(parseDecimal(second)) > 0
    : first > second;
}
