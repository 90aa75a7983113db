import { parse } from "csv-parse/sync";

/**
 * The cells of a block copied from a spreadsheet, without its empty lines: a tab between cells, else what `otherwise` says.
 * Null: it is no table, such as where a quotation mark is not closed.
 */
export function readCells(text: string, otherwise: "," | ";"): readonly (readonly string[])[] | null {
  const delimiter = text.includes("\t") ? "\t" : otherwise;
  try {
    const lines = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as readonly (readonly string[])[];
    return lines.filter((line) => line.some((cell) => cell.trim() !== ""));
  } catch {
    return null;
  }
}

/** Whether two texts say the same to a person: spaces, capitals and the apostrophe of a text cell do not count. */
export const sameWords = (one: string, other: string): boolean => plainWords(one) === plainWords(other);

export const plainWords = (text: string): string =>
  text.normalize("NFKC").replace(/^'/, "").replace(/\s+/g, " ").trim().toLowerCase();
