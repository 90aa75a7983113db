import type { Evaluation } from "../../scenarios/model/evaluation";
import { type EditableCells, gridListAt, gridLists, listCells, listTable } from "../forms/list-table";
import type { FieldChoice } from "../forms/field-value";
import type { Way } from "../forms/ways";
import type { FormattedTable } from "../reports/format-table";
import type { ReportTable } from "../reports/report-table";
import { showTable } from "./shown-table";

/** A list as a page shows it: its table, what can be typed into it, and where its rows are added, opened and pasted. */
export type ShownList = {
  readonly table: FormattedTable;
  readonly downloadHref: string;
  readonly headings: Readonly<Record<string, string>>;
  readonly cells: EditableCells;
  /** What may be chosen in a column; its cells do without. */
  readonly choices: Readonly<Record<string, readonly FieldChoice[]>>;
  /** The columns that stand first in the grid. */
  readonly order: readonly string[];
  /** What one row is. */
  readonly one: string;
  readonly empty: string;
  /** The pointer of the list: what its fields' names begin with. */
  readonly base: string;
  readonly ways: readonly Way[];
  /** Before the name of a row: its page or its form, and the page that deletes it. */
  readonly editHref: string;
  readonly addHref: string;
  readonly deleteHref: string;
  readonly pasteHref: string;
};

export function showList(href: string, evaluation: Evaluation, at: string): ShownList {
  const list = gridListAt(evaluation.scenario, at);
  const { base } = list;
  const table = listTable(evaluation, list);
  return {
    ...showTable(href, table),
    headings: headingsOf(table),
    ...choicesApart(listCells(evaluation.scenario, list)),
    order: list.grid.report?.order ?? [],
    one: list.grid.one ?? list.one,
    empty: list.grid.empty,
    base,
    ways: list.ways ?? [],
    editHref: list.opens === undefined ? `${href}/edit${base}/` : `${href}/${list.opens}`,
    addHref: `${href}/edit${base}/-`,
    deleteHref: `${href}/delete${base}/`,
    pasteHref: `${href}/paste/${list.grid.id}`,
  };
}

/** The choices of a column once, not in every cell. */
function choicesApart(cells: EditableCells): Pick<ShownList, "cells" | "choices"> {
  const choices = Object.entries(cells["-"] ?? {}).flatMap(([column, field]) =>
    field.choices === undefined ? [] : [[column, field.choices] as const],
  );
  const lean = Object.entries(cells).map(([row, fields]) => {
    const without = Object.entries(fields).map(([column, { choices: _choices, help: _help, ...field }]) => [
      column,
      field,
    ]);
    return [row, Object.fromEntries(without) as EditableCells[string]];
  });
  return { cells: Object.fromEntries(lean) as EditableCells, choices: Object.fromEntries(choices) };
}

/** The table of a list by its id, for its file; null when there is no such list. */
export function findListTable(evaluation: Evaluation, tableId: string): ReportTable | null {
  const list = gridLists(evaluation.scenario).find(({ grid }) => grid.id === tableId);
  return list === undefined ? null : listTable(evaluation, list);
}

/** In a grid the unit stands in the heading. */
export function headingsOf({ columns }: ReportTable): Readonly<Record<string, string>> {
  const units: Readonly<Record<string, string>> = { money: " (£)", percent: " (%)" };
  return Object.fromEntries(columns.map(({ id, label, kind }) => [id, `${label}${units[kind] ?? ""}`]));
}
