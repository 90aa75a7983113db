import { columnLetters } from "../../app/workbook/sheet";
import { type ReadWorkbook, sheetOf } from "./read-workbook";
import type { Typed } from "./workbook-cells";

/** What somebody breaks in the sample's workbook, and the check that has to turn FALSE. */
export type WorkbookBreak = {
  readonly about: string;
  readonly check: RegExp;
  readonly typed: (read: ReadWorkbook) => Typed;
};

const SOMETHING = 123_456.78;

export const WORKBOOK_BREAKS: readonly WorkbookBreak[] = [
  {
    about: "a share is typed over",
    check: /the shares are what the rule gives/,
    typed: (read) => over(read, "Contributions", "Share"),
  },
  {
    about: "a month is typed over",
    check: /the months come to the prices/,
    typed: () => ({ sheet: "Monthly", address: "C3", value: SOMETHING }),
  },
  {
    about: "what a source pays is typed over",
    check: /What the money pays for|The cost is what is paid/,
    typed: (read) => over(read, "Funding", "Joint sexual violence and domestic abuse support for adults"),
  },
  {
    about: "a funding amount is removed",
    check: /^Every assumption has a value/,
    typed: (read) => assumption(read, "/fundingSources/lcc-core/amounts/2015/16", ""),
  },
  {
    about: "a price is typed as words",
    check: /^Every assumption has a value/,
    typed: (read) => assumption(read, "/provisions/joint/price/annual", "about a million"),
  },
  {
    about: "a contract ends before it starts",
    check: /^Everything ends after it starts$/,
    typed: (read) => assumption(read, "/provisions/joint/end", 42_000),
  },
];

/** Over the first figure under a heading that is worked out and is not nothing. */
function over(read: ReadWorkbook, sheet: string, label: string): Typed {
  const { rows } = sheetOf(read, sheet);
  const column = rows[0]?.findIndex((cell) => cell?.value === label) ?? -1;
  const row = rows.findIndex(
    (cells, at) => at > 0 && typeof cells[column]?.value === "number" && cells[column].value > 0,
  );
  return { sheet, address: `${columnLetters(column)}${row + 1}`, value: SOMETHING };
}

/** Over an assumption, by its place in the scenario file; an empty text removes it. */
export function assumption(read: ReadWorkbook, path: string, value: Typed["value"]): Typed {
  const row = sheetOf(read, "Inputs").rows.findIndex((cells) => cells[1]?.value === path);
  if (row < 0) throw new Error(`no assumption ${path}`);
  return { sheet: "Inputs", address: `C${row + 1}`, value };
}

/** The cell of Checks that says whether a check holds. */
export function checkAddress(read: ReadWorkbook, about: RegExp): string {
  const row = sheetOf(read, "Checks").rows.findIndex((cells) => about.test(String(cells[0]?.value)));
  if (row < 0) throw new Error(`no check ${about.source}`);
  return `B${row + 1}`;
}

/** The cell of the Cover beside a label. */
export function coverAddress(read: ReadWorkbook, label: string): string {
  const row = sheetOf(read, "Cover").rows.findIndex(
    ([first, second]) => first?.value === label && second !== undefined,
  );
  if (row < 0) throw new Error(`the Cover has no line ${label}`);
  return `B${row + 1}`;
}
