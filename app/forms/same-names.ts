import { isList, isObject, type Json } from "../../scenarios/changes/json";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import { withArticle } from "../lib/with-article";
import type { Edit } from "./apply-edits";
import { listOf } from "./lists";

/** Where one name for two rows would leave nobody able to tell them apart: in choices, ties, costs and papers. */
const TOLD_APART: ReadonlySet<string> = new Set([
  "/activities/*",
  "/areas/*",
  "/fundingSources/*",
  "/objectives/*",
  "/organisations/*",
  "/priorities/budgets/*",
  "/priorities/criteria/*",
  "/priorities/lines/*",
  "/priorities/lines/*/levels/*",
]);

/**
 * Names that were typed for a new row or a renamed one and that another row of the list has already, capitals and
 * spaces put aside; by the name of the field, naming the row.
 *
 * Example: "refuge  support" as a new line beside "Refuge support".
 */
export function sameNames(
  edited: Json,
  named: readonly { readonly name: string; readonly edit: Edit }[],
): Readonly<Record<string, string>> {
  const faults = named.flatMap(({ name, edit: { field, value } }) => {
    const pattern = field.rule.path.replace(/\/name$/, "");
    if (pattern === field.rule.path || !TOLD_APART.has(pattern) || typeof value !== "string") return [];
    const own = field.name.slice(0, -"/name".length);
    const twin = othersOf(edited, own).find((other) => plain(other) === plain(value));
    if (twin === undefined) return [];
    const one = listOf(pattern)?.one ?? "row";
    return [
      [
        name,
        `There is ${withArticle(one)} “${twin}” already: change that one, or give this one another name`,
      ],
    ];
  });
  return Object.fromEntries(faults) as Record<string, string>;
}

const plain = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

/** The names of the other elements of a list. */
function othersOf(document: Json, own: string): string[] {
  const at = own.lastIndexOf("/");
  const keys = resolvePointer(document, own.slice(0, at));
  const list = keys === null ? undefined : (valueAt(document, keys) as Json | undefined);
  if (!isList(list)) return [];
  const id = own.slice(at + 1);
  return list.flatMap((element) =>
    isObject(element) && element["id"] !== id && typeof element["name"] === "string" ? [element["name"]] : [],
  );
}
