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
import { LISTS } from "./lists";
import type { ListRule } from "./list-rule";
import type { FieldChoice, FieldKind } from "./field-value";

/** The cells of a table that can be edited in place: by row, then by column. */
export type EditableCells = Readonly<Record<string, Readonly<Record<string, ShownField>>>>;

/** A list that is shown as a grid, where it stands: `/risks`, `/provisions/joint/capacity`. */
export type GridList = ListRule & { readonly grid: NonNullable<ListRule["grid"]>; readonly base: string };

/** The grids of a scenario: a list inside another is one for each element of that, or one of all together. */
export function gridLists(scenario: Scenario): readonly GridList[] {
  return LISTS.flatMap((list) => {
    const { pattern, grid } = list;
    if (grid === undefined || grid.replaces?.(scenario) === null) return [];
    const base = pattern.slice(0, pattern.lastIndexOf("/"));
    const [outer = "", inner] = base.split("/*");
    if (grid.outer !== undefined) return [{ ...list, grid, base: outer }];
    if (inner === undefined) return [{ ...list, grid, base }];
    return idsAt(scenario, outer).map((id) => ({
      ...list,
      grid: { ...grid, id: `${grid.id}-${id}` },
      base: `${outer}/${id}${inner}`,
    }));
  });
}

/** The grid of a list by its base, or by its own id; ours to know that there is one. */
export function gridListAt(scenario: Scenario, at: string): GridList {
  const list = gridLists(scenario).find(
    ({ base, grid }) => grid.id === at || (base === at && grid.outer === undefined),
  );
  if (list === undefined) throw new Error(`${at} is not shown as a grid`);
  return list;
}

/** The table of a list as its page, its grid and its file show it: a row an element, a column a field. */
export function listTable(evaluation: Evaluation, list: GridList): ReportTable {
  const { scenario } = evaluation;
  const { id, title, note, report } = list.grid;
  if (report !== undefined) return report.build(evaluation);
  const paths = gridPaths(scenario, list);
  const columns = paths.map((path): ReportColumn => columnOf(scenario, `${list.base}/-/${path}`, path));
  const choices = list.grid.choices?.(scenario, list.base) ?? {};
  const rows = rowsOf(scenario, list).map((key): ReportRow => {
    const cells = paths.map((path) => cellOf(scenario, `${list.base}/${key}/${path}`, choices[path]));
    return { id: key, cells };
  });
  const total = totalOf(list, columns, rows);
  return { id, title, note, columns, rows, ...(total === null ? {} : { total }) };
}

/** The sum of the columns of money that add up; null where none does. */
function totalOf(
  { grid: { notAdded: except = [] } }: GridList,
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
): ReportRow | null {
  const adds = ({ id, kind }: ReportColumn): boolean => kind === "money" && !except.includes(id);
  return columns.some(adds) ? totalRow(columns, rows, { except }) : null;
}

/** What can be typed into each cell, by row and column, with the row `-` for something new. */
export function listCells(scenario: Scenario, list: GridList): EditableCells {
  const columns = Object.entries(
    list.grid.report?.fields(scenario) ??
      Object.fromEntries(gridPaths(scenario, list).map((path) => [path, path])),
  );
  const paths = columns.map(([, path]) => path);
  const choices = list.grid.choices?.(scenario, list.base) ?? {};
  const row = (key: string) => {
    const fields = elementFields(scenario, `${list.base}/${key}`, paths);
    const cells = fields.map((field, place) => {
      const [column = "", path = ""] = columns[place] ?? [];
      // Which row it is of, its first cell says.
      const label = labelAbove(scenario, `${list.base}/${newRowKey(list)}/${path}`);
      const own = choices[column];
      return [column, inCell({ ...field, label, ...(own === undefined ? {} : { choices: own }) })] as const;
    });
    return [key, Object.fromEntries(cells.filter(([, { name }]) => fits(scenario, name)))] as const;
  };
  const outer = Object.entries(list.grid.outer ?? {}).flatMap(([column, path]) =>
    elementFields(scenario, `${list.base}/-`, [path]).map((field) => [column, inCell(field)] as const),
  );
  const [, added] = row(newRowKey(list));
  return Object.fromEntries([
    ...rowsOf(scenario, list).map(row),
    ["-", { ...Object.fromEntries(outer), ...added }],
  ]);
}

/** What leads from an outer element to its list, where all such lists are one grid: `levels`. */
const innerOf = ({ pattern, base }: GridList): string =>
  pattern.slice(base.length + "/*/".length, pattern.lastIndexOf("/"));

/** How a new row is named below its list: `-`, or `-/levels/-` where the outer element is new too. */
export const newRowKey = (list: GridList): string =>
  list.grid.outer === undefined ? "-" : `-/${innerOf(list)}/-`;

export function gridPaths(scenario: Scenario, { fields, grid }: GridList): readonly string[] {
  return fields(scenario).filter((path) => grid.without?.includes(path) !== true);
}

/** The segments that name the elements of a list: `r1`, or `refuge/levels/grow` where all inner lists are one grid. */
function rowsOf(scenario: Scenario, list: GridList): readonly string[] {
  const { pattern, base, grid } = list;
  if (grid.outer !== undefined) {
    const inner = innerOf(list);
    return idsAt(scenario, base).flatMap((id) =>
      idsAt(scenario, `${base}/${id}/${inner}`).map((key) => `${id}/${inner}/${key}`),
    );
  }
  if (!pattern.endsWith("#")) return idsAt(scenario, base);
  return elementsAt(scenario, base).map((_, place) => `${place}`);
}

type Named = { readonly id?: string; readonly organisation?: string };

/** Members of a round go by their organisation. */
const idsAt = (scenario: Scenario, base: string): readonly string[] =>
  elementsAt(scenario, base).map(({ id, organisation }) => id ?? organisation ?? "");

function elementsAt(scenario: Scenario, base: string): readonly Named[] {
  const keys = resolvePointer(scenario, base);
  return keys === null ? [] : ((valueAt(scenario, keys) ?? []) as readonly Named[]);
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
  const kind = findField(name)?.rule.kind ?? "text";
  return { id: path, label: labelAbove(scenario, name), kind: CELL_KINDS[kind] ?? "text" };
}

/** A field of a list as the heading of its column. */
function labelAbove(scenario: Scenario, name: string): string {
  const field = findField(name);
  if (field === null) throw new Error(`no field has the name ${name}`);
  return labelOf(scenario, field);
}

function cellOf(scenario: Scenario, name: string, own: readonly FieldChoice[] | undefined): Cell {
  const { kind, value, ...field } = showField(scenario, name);
  const choices = own ?? field.choices;
  const keys = resolvePointer(scenario, name);
  const raw = keys === null ? undefined : (valueAt(scenario, keys) as Json);
  if (kind === "flag") return value === "true" ? "Yes" : "No";
  if (kind === "choice" || kind === "options")
    return choices?.find((choice) => choice.value === value)?.words ?? (value || null);
  if (raw === undefined || isObject(raw)) return null;
  if (kind === "money") return typeof raw === "string" ? parseMoney(raw) : null;
  if (kind === "percent" || kind === "quantity" || kind === "whole") return Number(raw);
  if (kind === "ids" && Array.isArray(raw)) {
    const words = (id: string) => choices?.find((choice) => choice.value === id)?.words ?? id;
    return listNames(raw.map(String), words, { count: choices?.length ?? 0, words: "All" });
  }
  return (kind === "date" || kind === "month") && typeof raw === "string" ? raw : value;
}
