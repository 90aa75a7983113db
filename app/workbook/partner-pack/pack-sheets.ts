import type { PartnerReport, PartnerSectionId } from "../../reports/partner/partner-section";
import type { ReportTable } from "../../reports/report-table";

/** A section of the report as a sheet to read: sentences, then its tables below each other. */
export type SectionSheet = {
  readonly name: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly tables: readonly ReportTable[];
};

/** Short names for the tabs, stable from release to release. */
export const SECTION_SHEETS: Readonly<Record<PartnerSectionId, string>> = {
  asked: "What is asked",
  today: "Today",
  options: "Options",
  gets: "What you get",
  "must-do": "What you do",
  others: "If others decline",
  working: "Working",
  certainty: "Certainty",
  term: "Term and exit",
};

export const REPLY_SHEET = "Reply";
export const IDENTITY_SHEET = "Identity";

export function sectionSheets({ sections }: PartnerReport): readonly SectionSheet[] {
  return sections.map(({ id, title, sentences, tables }) => ({
    name: SECTION_SHEETS[id],
    ...{ title, sentences, tables },
  }));
}

/** What a column takes in characters: as wide as its figures and most of its texts, in every table of the sheet. */
export function columnWidths({ tables }: Pick<SectionSheet, "tables">, textOf: CellText): readonly number[] {
  const columns = Math.max(1, ...tables.map((table) => table.columns.length));
  return Array.from({ length: columns }, (_, place) => {
    const texts = tables.flatMap((table) => [
      ...longestWords(table.columns[place]?.label ?? ""),
      ...[...table.rows, ...(table.total === undefined ? [] : [table.total])].flatMap((row) => {
        const text = textOf(table, row, place);
        return place === 0 ? [text] : longestWords(text);
      }),
    ]);
    const longest = Math.max(0, ...texts.map((text) => text.length));
    return Math.min(place === 0 ? FIRST_MOST : OTHER_MOST, Math.max(LEAST, longest + 3));
  });
}

export type CellText = (table: ReportTable, row: ReportTable["rows"][number], place: number) => string;

/** A text is broken between words; one that is long gets room for a few of them. */
function longestWords(text: string): string[] {
  return text.length > 24 ? ["x".repeat(Math.min(24, 14 + text.length / 6))] : [text];
}

const LEAST = 12;
const FIRST_MOST = 44;
const OTHER_MOST = 30;
