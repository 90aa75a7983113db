import type { ShownField } from "./fields";
import type { EditableCells } from "./list-table";
import { plainWords, readCells, sameWords } from "./pasted-cells";

/** A block with headings as fields of the scenario, cell by cell; or why its headings cannot be understood. */
export type PastedRows =
  | { readonly ok: true; readonly headings: readonly string[]; readonly rows: readonly PastedRow[] }
  | { readonly ok: false; readonly faults: readonly string[] };

export type PastedRow = {
  /** As the list names it; `-`, `-1` … for new ones. */
  readonly id: string;
  readonly isNew: boolean;
  /** By column; null where the column only shows something. */
  readonly cells: readonly { readonly text: string; readonly field: ShownField | null }[];
};

type Target = {
  readonly base: string;
  /** Every column of the table with the words that may stand above it. */
  readonly columns: readonly { readonly id: string; readonly words: readonly string[] }[];
  readonly cells: EditableCells;
  /** How a new row is named below the list: `-`, or `-/levels/-`. */
  readonly newRow: string;
  /** The columns by which a row is known again; none: every row is a new one. */
  readonly keys: readonly string[];
  /** What stands in a cell now. */
  readonly textOf: (row: string, column: string) => string;
};

/** Reads a block copied from a spreadsheet, or a CSV file: headings first, in any order. */
export function readPastedRows(text: string, target: Target): PastedRows {
  const lines = readCells(text, ",");
  if (lines === null) return refuse("This is no table: copy it from a spreadsheet, with its headings.");
  const [head = [], ...body] = lines;
  if (body.length === 0)
    return refuse("There is nothing below the headings: copy the headings and the rows below them.");
  if (body.length > MOST_ROWS)
    return refuse(`There are ${body.length} rows: paste at most ${MOST_ROWS} at once.`);
  const columns = head.map((words) =>
    target.columns.find((column) => column.words.some((one) => sameWords(one, words))),
  );
  const unknown = head.filter((words, place) => columns[place] === undefined && words.trim() !== "");
  if (unknown.length > 0) {
    const known = target.columns.map(({ words }) => words[0] ?? "").join("; ");
    return refuse(`No column is called ${unknown.map((words) => `“${words}”`).join(", ")}: use ${known}.`);
  }
  const ids = columns.map((column) => column?.id ?? "");
  const nameRow = target.newRow.includes("/") ? inOuter(ids, target) : counted();
  const rows = body.map((line): PastedRow => {
    const found = rowLike(line, ids, target);
    const id = found ?? nameRow(line);
    return {
      id,
      isNew: found === null,
      cells: ids.map((column, place) => cellOf(line[place] ?? "", column, id, target)),
    };
  });
  return { ok: true, headings: head, rows };
}

const MOST_ROWS = 900;
const refuse = (fault: string): PastedRows => ({ ok: false, faults: [fault] });
const newId = (number: number): string => (number === 0 ? "-" : `-${number}`);

function counted(): () => string {
  let added = 0;
  return () => newId(added++);
}

/** Names new rows inside outer elements: in the one that the first key names, there already or new with an earlier row. */
function inOuter(
  ids: readonly string[],
  { cells, keys, newRow, textOf }: Target,
): (line: readonly string[]) => string {
  const [outerKey = ""] = keys;
  const inner = newRow.slice(newRow.indexOf("/"), -1);
  const nextOuter = counted();
  const rowsIn = new Map<string, number>();
  const outers = new Map<string, string>();
  for (const row of Object.keys(cells))
    if (row !== "-") outers.set(plainWords(textOf(row, outerKey)), row.slice(0, row.indexOf("/")));
  return (line) => {
    const name = plainWords(line[ids.indexOf(outerKey)] ?? "");
    const outer = outers.get(name) ?? nextOuter();
    outers.set(name, outer);
    const place = rowsIn.get(outer) ?? 0;
    rowsIn.set(outer, place + 1);
    return `${outer}${inner}${newId(place)}`;
  };
}

/** The row that has the same words in every column by which rows are known. */
function rowLike(
  line: readonly string[],
  ids: readonly string[],
  { cells, keys, textOf }: Target,
): string | null {
  if (keys.length === 0 || !ids.includes(keys[0] ?? "")) return null;
  const found = Object.keys(cells).find(
    (row) =>
      row !== "-" &&
      keys.every((key) => sameWords(shownEmpty(textOf(row, key)), line[ids.indexOf(key)] ?? "")),
  );
  return found ?? null;
}

const shownEmpty = (text: string): string => (text === "–" ? "" : text);

function cellOf(
  text: string,
  column: string,
  id: string,
  { base, cells, newRow }: Target,
): PastedRow["cells"][number] {
  const field = (cells[id] ?? cells["-"])?.[column];
  const name = field === undefined || id in cells ? field?.name : nameInRow(field.name, id, { base, newRow });
  if (field === undefined || name === undefined) return { text, field: null };
  return { text: text.trim() === "–" ? "" : text, field: { ...field, name } };
}

/** The name of a field of a new row; none for a field of the outer element where that is there already. */
function nameInRow(
  name: string,
  id: string,
  { base, newRow }: Pick<Target, "base" | "newRow">,
): string | undefined {
  const start = `${base}/${newRow}/`;
  if (name.startsWith(start)) return `${base}/${id}/${name.slice(start.length)}`;
  const outer = id.slice(0, id.indexOf("/"));
  return outer.startsWith("-") ? `${base}/${outer}/${name.slice(`${base}/-/`.length)}` : undefined;
}
