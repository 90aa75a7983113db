import type { Evaluation } from "../../scenarios/model/evaluation";
import { formatCell } from "./format-table";
import { buildKeyFigures } from "./key-figures";
import { type CellKind, type CellValue, cellValue } from "./report-table";

/** What differs from the scenario that this one is based on, by the id of the headline figure: "£12,000.00 more". */
export function keyFigureChanges(evaluation: Evaluation, base: Evaluation): ReadonlyMap<string, string> {
  const before = new Map(buildKeyFigures(base).map(({ id, value }) => [id, cellValue(value)]));
  return new Map(
    buildKeyFigures(evaluation).flatMap(({ id, value, kind }) => {
      const words = changeWords(before.get(id) ?? null, cellValue(value), kind);
      return words === null ? [] : [[id, words]];
    }),
  );
}

/** How far one value is from another, in words; null where there is nothing to count. */
export function changeWords(before: CellValue, after: CellValue, kind: CellKind): string | null {
  if (typeof before === "bigint" && typeof after === "bigint") {
    if (before === after) return "No change";
    return after > before
      ? `${formatCell(after - before, kind)} more`
      : `${formatCell(before - after, kind)} less`;
  }
  if (typeof before !== "number" || typeof after !== "number") return null;
  if (before === after) return "No change";
  const [more, less] = kind === "whole" ? ["more", "fewer"] : ["more", "less"];
  return after > before
    ? `${formatCell(after - before, kind)} ${more}`
    : `${formatCell(before - after, kind)} ${less}`;
}
