import { readField } from "../../forms/read-field";
import type { Draft, Edit } from "../../forms/saves";
import { neededByWay, type Way } from "../../forms/ways";
import { joinWords } from "../../reports/names";
import { type GridRow, nameOfRow } from "./grid-rows";

/**
 * An edit with what belongs to it: all fields of a new row, which is added whole or not yet, and what was refused in the
 * rows that it types into.
 */
export function wholeRows(
  edit: Edit,
  rows: readonly GridRow[],
  drafts: Readonly<Record<string, Draft>>,
): Edit {
  const fields = touched(edit, rows).flatMap(({ fields, isNew }) =>
    Object.values(fields).filter(({ name }) => isNew || drafts[name]?.state === "refused"),
  );
  return {
    ...Object.fromEntries(fields.map(({ name, value }) => [name, drafts[name]?.text ?? value])),
    ...edit,
  };
}

/** What cannot be read of what was typed, and what its rows still need, by field. */
export function faultsOf(
  edit: Edit,
  rows: readonly GridRow[],
  ways: readonly Way[],
): Readonly<Record<string, string>> {
  return Object.assign({}, ...touched(edit, rows).map((row) => faultsOfRow(edit, row, ways))) as Record<
    string,
    string
  >;
}

function touched(edit: Edit, rows: readonly GridRow[]): readonly GridRow[] {
  return rows.filter(({ fields }) => Object.values(fields).some(({ name }) => name in edit));
}

function faultsOfRow(edit: Edit, row: GridRow, ways: readonly Way[]): Readonly<Record<string, string>> {
  const typed = Object.entries(row.fields).filter(([, { name }]) => name in edit);
  const textOf = (name: string): string => edit[name] ?? "";
  const isMissing = ([, field]: (typeof typed)[number]): boolean =>
    row.isNew && textOf(field.name).trim() === "" && !readField(field, "").ok;
  const unreadable = typed.flatMap((cell) => {
    const [, field] = cell;
    const label = `${field.label} of ${nameOfRow(row)}`;
    const read = isMissing(cell) ? null : readField({ ...field, label }, textOf(field.name));
    return read === null || read.ok ? [] : [[field.name, read.message] as const];
  });
  const missing = [
    ...typed.filter(isMissing).map(([column]) => asNeed(row, column)),
    ...neededOf(edit, row, ways),
  ];
  const name = row.fields[missing[0]?.column ?? ""]?.name;
  const needs = `${nameOfRow(row, "sentence")} still needs ${joinWords(missing.map(({ words }) => words))}.`;
  return { ...(name === undefined ? {} : { [name]: needs }), ...Object.fromEntries(unreadable) };
}

type Need = { readonly column: string; readonly words: string };

/** What the way still needs in which the row is said; where none is begun, one of them. */
function neededOf(edit: Edit, row: GridRow, ways: readonly Way[]): readonly Need[] {
  if (ways.length === 0) return [];
  const cells = Object.entries(row.fields);
  const typed = cells.flatMap(([column, { name }]) => {
    const text = edit[name];
    return text === undefined ? [] : [[column, text] as const];
  });
  const before = cells.map(([column, { value }]) => [column, value] as const);
  const needed = neededByWay(ways, Object.fromEntries(typed), Object.fromEntries(before));
  if (needed === null) return [];
  if (needed.begun !== null) return needed.missing.map((column) => asNeed(row, column));
  const words = ways.map((way) => uncapitalised(way.words)).join("; or ");
  return [{ column: ways[0]?.keys[0] ?? "", words: `one of: ${words}` }];
}

const asNeed = ({ fields }: GridRow, column: string): Need => ({
  column,
  words: uncapitalised(fields[column]?.label ?? column),
});

const uncapitalised = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
