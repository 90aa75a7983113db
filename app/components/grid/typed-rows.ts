import { readField } from "../../forms/read-field";
import type { Draft, Edit } from "../../forms/saves";
import { cellNamed, type GridRow } from "./grid-rows";

/** An edit with every field of the new rows that it types into: a row is added whole or not yet. */
export function wholeRows(
  edit: Edit,
  rows: readonly GridRow[],
  drafts: Readonly<Record<string, Draft>>,
): Edit {
  const names = new Set(Object.keys(edit));
  const news = rows.filter(
    ({ isNew, fields }) => isNew && Object.values(fields).some(({ name }) => names.has(name)),
  );
  const fields = news.flatMap((row) => Object.values(row.fields));
  return {
    ...Object.fromEntries(fields.map(({ name, value }) => [name, drafts[name]?.text ?? value])),
    ...edit,
  };
}

/** What cannot be read of what was typed, by field. */
export function faultsOf(edit: Edit, rows: readonly GridRow[]): Readonly<Record<string, string>> {
  const faults = Object.entries(edit).flatMap(([name, text]) => {
    const cell = cellNamed(rows, name);
    const read = cell === null ? null : readField({ ...cell.field, label: cell.label }, text);
    return read === null || read.ok ? [] : [[name, read.message] as const];
  });
  return Object.fromEntries(faults);
}
