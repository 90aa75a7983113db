import { parseMoney } from "../../scenarios/model/money";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import { isObject, type Json } from "../../scenarios/changes/json";
import { listNames } from "../reports/names";
import type { Cell, CellKind, ReportColumn, ReportRow, ReportTable } from "../reports/report-table";
import { totalRow } from "../reports/table-parts";
import { findField, labelOf, type ShownField, showField } from "./fields";
import { elementFields } from "./list-form";
import { LISTS, type ListRule } from "./lists";
import type { FieldChoice, FieldKind } from "./read-value";

/** The cells of a table that can be edited in place: by row, then by column. */
export type EditableCells = Readonly<Record<string, Readonly<Record<string, ShownField>>>>;

/** A list that is shown as a grid. */
export type GridList = ListRule & { readonly grid: NonNullable<ListRule["grid"]> };

export const GRID_LISTS: readonly GridList[] = LISTS.filter(
  (list): list is GridList => list.grid !== undefined,
);

/** The table of a list as its page, its grid and its file show it: a row an element, a column a field. */
export function listTable(evaluation: Evaluation, list: GridList): ReportTable {
  const { scenario } = evaluation;
  const { id, title, note, report } = list.grid;
  if (report !== undefined) return report.build(evaluation);
  const paths = gridPaths(scenario, list);
  const columns = paths.map((path): ReportColumn => columnOf(scenario, `${baseOf(list)}/-/${path}`, path));
  const rows = rowsOf(scenario, list).map((key): ReportRow => {
    const cells = paths.map((path) => cellOf(scenario, `${baseOf(list)}/${key}/${path}`));
    return { id: key, cells };
  });
  const hasMoney = columns.some(({ kind }) => kind === "money");
  return { id, title, note, columns, rows, ...(hasMoney ? { total: totalRow(columns, rows) } : {}) };
}

/** What can be typed into each cell, by row and column, with the row `-` for something new. */
export function listCells(scenario: Scenario, list: GridList): EditableCells {
  const columns = Object.entries(
    list.grid.report?.fields ?? Object.fromEntries(gridPaths(scenario, list).map((path) => [path, path])),
  );
  const paths = columns.map(([, path]) => path);
  const row = (key: string) => {
    const fields = elementFields(scenario, `${baseOf(list)}/${key}`, paths);
    const cells = fields.map((field, place) => [columns[place]?.[0] ?? "", inCell(field)] as const);
    return [key, Object.fromEntries(cells.filter(([, { name }]) => fits(scenario, name)))] as const;
  };
  return Object.fromEntries([...rowsOf(scenario, list), "-"].map(row));
}

/** `/risks/*` is the list `/risks`. */
export const baseOf = ({ pattern }: Pick<ListRule, "pattern">): string =>
  pattern.slice(0, pattern.lastIndexOf("/"));

export function gridPaths(scenario: Scenario, { fields, grid }: GridList): readonly string[] {
  return fields(scenario).filter((path) => grid.without?.includes(path) !== true);
}

/** The segments that name the elements of a list. */
function rowsOf(scenario: Scenario, list: GridList): readonly string[] {
  const keys = resolvePointer(scenario, baseOf(list));
  const elements = keys === null ? [] : (valueAt(scenario, keys) as readonly { readonly id: string }[]);
  return elements.map(({ id }, place) => (list.pattern.endsWith("#") ? `${place}` : id));
}

/** A price by year has no yearly price and none of its terms; terms need a price. */
function fits({ provisions }: Scenario, name: string): boolean {
  const [, id, term] = /^\/provisions\/([^/]+)\/price\/(.+)$/.exec(name) ?? [];
  const provision = provisions.find((one) => one.id === id);
  if (term === undefined || provision === undefined) return true;
  const { price } = provision;
  return price === undefined ? term === "annual" : "annual" in price;
}

/** In a grid a box to tick is a choice, and what may be left out can be chosen too. */
function inCell(field: ShownField): ShownField {
  if (field.kind === "flag") return { ...field, choices: YES_NO };
  if (field.kind !== "choice" || !field.mayBeEmpty) return field;
  return { ...field, choices: [{ value: "", words: "–" }, ...(field.choices ?? [])] };
}

const YES_NO: readonly FieldChoice[] = [
  { value: "true", words: "Yes" },
  { value: "", words: "No" },
];

const CELL_KINDS: Readonly<Partial<Record<FieldKind, CellKind>>> = {
  money: "money",
  percent: "percent",
  quantity: "quantity",
  whole: "whole",
  date: "date",
  month: "month",
};

function columnOf(scenario: Scenario, name: string, path: string): ReportColumn {
  const field = findField(name);
  if (field === null) throw new Error(`no field has the name ${name}`);
  return { id: path, label: labelOf(scenario, field), kind: CELL_KINDS[field.rule.kind] ?? "text" };
}

function cellOf(scenario: Scenario, name: string): Cell {
  const { kind, value, choices } = showField(scenario, name);
  const keys = resolvePointer(scenario, name);
  const raw = keys === null ? undefined : (valueAt(scenario, keys) as Json);
  if (kind === "flag") return value === "true" ? "Yes" : "No";
  if (kind === "choice") return choices?.find((choice) => choice.value === value)?.words ?? (value || null);
  if (raw === undefined || isObject(raw)) return null;
  if (kind === "money") return typeof raw === "string" ? parseMoney(raw) : null;
  if (kind === "percent" || kind === "quantity" || kind === "whole") return Number(raw);
  if (kind === "ids" && Array.isArray(raw)) {
    const words = (id: string) => choices?.find((choice) => choice.value === id)?.words ?? id;
    return listNames(raw.map(String), words, { count: choices?.length ?? 0, words: "All" });
  }
  return (kind === "date" || kind === "month") && typeof raw === "string" ? raw : value;
}
