import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { formatMoney, type Pence, parseMoney } from "../../../scenarios/model/money";
import { found } from "../../support/scenarios";

const TEXT = readFileSync(new URL("../../../scenarios/rules.md", import.meta.url), "utf8");

/** The sections of the rules by their numbers: "2", "2.1". */
export const SECTIONS: readonly string[] = [...TEXT.matchAll(/^#{2,3} §(\d+(?:\.\d+)?) /gm)].map(
  ([, number]) => number ?? "",
);

/** A row of a table by the heads of its columns. */
export type Row<Column extends string = string> = Readonly<Record<Column, string>>;

/** The tables of vectors by their captions. */
export const TABLES: ReadonlyMap<string, readonly Row[]> = new Map(
  [...TEXT.matchAll(/^Vectors: \*\*(.+)\*\*\n\n((?:\|.*\n)+)/gm)].map(([, caption = "", lines = ""]) => {
    const [head = [], , ...rows] = lines.trim().split("\n").map(cellsOf);
    return [
      caption,
      rows.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at] ?? ""]))),
    ];
  }),
);

/** How many lines say that a table of vectors follows. */
export const CAPTIONS = TEXT.match(/^Vectors:/gm)?.length ?? 0;

/** The cells of a line; `\|` is a stroke inside a cell. */
function cellsOf(line: string): string[] {
  const cells = line.slice(1, -1).split(/(?<!\\)\|/);
  return cells.map((cell) => cell.trim().replaceAll("\\|", "|").replaceAll("`", ""));
}

/**
 * A table of the rules is what the code works out: `work` takes its rows and gives them back, with every column that is
 * not an input as the code has it.
 */
export function vectors<Column extends string>(
  caption: string,
  work: (rows: readonly Row<Column>[]) => readonly Row[] | Promise<readonly Row[]>,
): void {
  it(caption, async () => {
    const rows = found(TABLES.get(caption), `the table “${caption}” of rules.md`);
    expect(await work(rows as readonly Row<Column>[])).toEqual(rows);
  });
}

/** Pence as the rules write pounds: 1,234.50. */
export function pounds(amount: Pence): string {
  return grouped(formatMoney(amount));
}

export function pence(written: string): Pence {
  return parseMoney(written.replaceAll(",", ""));
}

/** Whole pounds, as a budget is written: 40,000. */
export function wholePounds(amount: Pence): string {
  return pounds(amount).replace(/\.00$/, "");
}

/** One cell for each of some things, by the head of its column. */
export function cells<Thing>(
  things: readonly Thing[],
  cell: (thing: Thing, place: number) => readonly [column: string, text: string],
): Row {
  return Object.fromEntries(things.map(cell));
}

export function listed(cell: string): string[] {
  return cell === "" ? [] : cell.split(", ");
}

function grouped(decimal: string): string {
  return decimal.replace(/\B(?=(\d{3})+\.)/g, ",");
}
