import type { Json } from "../../changes/json";
import { resolvePointer, valueAt } from "../../changes/pointer";
import { isDecimalText } from "../../model/rational";
import type { Fault } from "../fault";
import type { SalvagedScenario } from "../salvage";
import { shown } from "../words";
import { placed } from "./walk";

/** Where a figure comes from is said of a figure that is there; a range holds the figure itself (rules §11). */
export function checkProvenance(scenario: SalvagedScenario, document: Json): Fault[] {
  return placed(scenario.provenance).flatMap(([{ path, low, high }, place]): Fault[] => {
    if (path === undefined) return [];
    const keys = resolvePointer(document, path);
    if (keys === null) {
      const remedy = 'nothing stands there: write a path by ids, such as "/demand/d1/annual"';
      return [{ keys: ["provenance", place, "path"], code: "unknown-path", remedy }];
    }
    const value = valueAt(document, keys);
    const outside = (end: "low" | "high", text: string | undefined): Fault[] => {
      if (text === undefined || typeof value !== "string" || !isDecimalText(value)) return [];
      const inside = end === "low" ? Number(text) <= Number(value) : Number(text) >= Number(value);
      if (inside) return [];
      const remedy = `the figure itself is ${shown(value)}: the range has to hold it`;
      return [{ keys: ["provenance", place, end], code: "range-without-the-figure", remedy }];
    };
    return [...outside("low", low), ...outside("high", high)];
  });
}
