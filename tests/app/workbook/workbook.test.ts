import { beforeAll, describe, expect, it } from "vitest";
import { findTable } from "../../../app/reports/all-tables";
import { formatMonthWords } from "../../../app/reports/format-table";
import { type Cell, cellValue } from "../../../app/reports/report-table";
import { buildYearSummaryTable } from "../../../app/reports/year-summary";
import { LONGEST_FORMULA } from "../../../app/workbook/cell-styles";
import { buildSheets, writeWorkbook } from "../../../app/workbook/write-workbook";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { dayFromText, formatMonth, monthOf } from "../../../scenarios/model/calendar";
import type { Scenario } from "../../../scenarios/model/scenario";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";
import { largePlan } from "../../support/large-plan";
import {
  type ReadCell,
  type ReadSheet,
  type ReadWorkbook,
  readWorkbook,
  sheetOf,
} from "../../support/read-workbook";
import { recalculate } from "../../support/recalculate";
import { coverAddress, WORKBOOK_BREAKS } from "../../support/workbook-breaks";

const CREATED_AT = new Date("2015-01-05T09:30:00Z");

async function workbookOf(file: string, change?: (scenario: Scenario) => Scenario): Promise<ReadWorkbook> {
  const evaluation = evaluatedExample(file, change);
  return readWorkbook(
    await writeWorkbook(evaluation, { createdAt: CREATED_AT, revision: 7, plan: "Domestic abuse 2015" }),
  );
}

/** The sheets that are tables, with the table of the pages that they show. */
const TABLE_SHEETS = [
  ["Summary", "year-summary"],
  ["Contracts", "contracts"],
  ["Monthly", "monthly-costs"],
  ["Funding", "funding-matrix"],
  ["Coverage", "coverage"],
  ["Capacity", "capacity"],
  ["VAT", "vat"],
  ["Values", "contract-values"],
] as const;

/** What a sheet has to hold for a cell of a table. */
function expected(cell: Cell, kind: string): string | number {
  const value = cellValue(cell);
  if (value === null) return typeof cell === "object" && cell !== null ? cell.words : "n/a";
  if (typeof value === "bigint") return Number(value) / 100;
  if (typeof value === "number") return kind === "percent" ? value / 100 : value;
  return kind === "date" ? (dayFromText(value) ?? 0) + 25_569 : value;
}

describe.each(EVALUATED_EXAMPLES)("the workbook of %s", (file) => {
  const evaluation = evaluatedExample(file);
  let read: ReadWorkbook;
  beforeAll(async () => {
    read = await workbookOf(file);
  });

  it("has its sheets in their order", () => {
    expect(read.sheets.map(({ name }) => name)).toEqual([
      "Cover",
      "Summary",
      "Inputs",
      "Contracts",
      "Monthly",
      "Cash",
      "Funding",
      "Contributions",
      "Options",
      "Coverage",
      "Capacity",
      "Priorities",
      "Compare",
      "Risks",
      "Checks",
      "Changes",
      "Data",
      "Prices",
      "Service",
      "Supply",
      "Lines",
      "Balances",
      "VAT",
      "Values",
    ]);
  });

  it.each(TABLE_SHEETS)("shows on %s what the page shows, to the penny", (name, tableId) => {
    const table =
      tableId === "year-summary"
        ? buildYearSummaryTable(evaluation, { everyRow: true })
        : findTable(evaluation, tableId);
    if (table === null) throw new Error(`no table ${tableId}`);
    const { rows } = sheetOf(read, name);
    const all = [...table.rows, ...(table.total === undefined ? [] : [table.total])];
    const wanted = all.map(({ cells }) =>
      cells.map((cell, place) => expected(cell, table.columns[place]?.kind ?? "")),
    );
    // The sheet may add working columns after those of the page.
    const width = table.columns.length;
    const shown = rows.map((cells) => cells.slice(0, width));
    expect(shown[0]?.map((cell) => heading(cell))).toEqual(table.columns.map(({ label }) => label));
    const figures = shown.slice(1).map((cells) => cells.map((cell) => cell?.value));
    if (wanted.length === 0)
      expect(figures[0]?.[0]).toMatch(/^(Nothing is required|There is no (demand|contract))$/);
    else expect(figures).toEqual(wanted);
  });

  it("shows on Contributions what each district and funder pays, to the penny", () => {
    const table = findTable(evaluation, "contributions");
    const [header = [], ...rows] = sheetOf(read, "Contributions").rows;
    const place = (label: string): number => header.findIndex((cell) => cell?.value === label);
    const isPot = (cells: (typeof rows)[number]): boolean => cells[2]?.value === "The pot";
    const figures = (cells: (typeof rows)[number], labels: readonly string[]) =>
      labels.map((label) => cells[place(label)]?.value);
    const paid = ["Share", "Agreed instead of the formula", "Buy-in", "Top-up", "Pays"];
    const pages = (table?.rows ?? []).map((row) => ({
      payer: row.cells[2],
      figures: [7, 8, 9, 10, 11].map((column) => Number(row.cells[column]) / 100),
      shortfall: Number(row.cells[12]) / 100,
    }));
    const members = rows.filter((cells) => !isPot(cells) && cells[0]?.value !== "Total");
    expect(members.map((cells) => [cells[2]?.value, figures(cells, paid)])).toEqual(
      pages.filter(({ payer }) => payer !== "Nobody").map(({ payer, figures: own }) => [payer, own]),
    );
    expect(rows.filter(isPot).map((cells) => cells[place("Shortfall")]?.value)).toEqual(
      pages.filter(({ payer }) => payer === "Nobody").map(({ shortfall }) => shortfall),
    );
  });

  it("comes to the same when another engine calculates it", () => {
    expect(recalculate(read).differences).toEqual([]);
  });

  it("has every check TRUE, and the Cover says so", () => {
    const holds = sheetOf(read, "Checks")
      .rows.slice(1)
      .map((cells) => cells[1]?.value);
    expect(holds.length).toBeGreaterThan(0);
    expect(holds.every((value) => value === true)).toBe(true);
    expect(coverLine(read, "Checks")).toBe("All checks hold");
  });

  it("has one table a sheet: a heading of its own over every column, and no error in any cell", () => {
    for (const { name, rows } of read.sheets.filter((sheet) => sheet.name !== "Cover")) {
      const headings = (rows[0] ?? []).map((cell) => cell?.value);
      expect([name, new Set(headings).size]).toEqual([name, headings.length]);
      expect([name, headings.every((heading) => heading !== undefined && heading !== "")]).toEqual([
        name,
        true,
      ]);
      const errors = rows
        .flat()
        .filter((cell) => /^#(REF|VALUE|NAME|N\/A|DIV|NUM|NULL)/.test(String(cell?.value)));
      expect([name, errors]).toEqual([name, []]);
    }
  });

  it("is laid out as a finance team lays out its own", () => {
    for (const { name, worksheet, rows } of read.sheets) {
      expect([name, worksheet.pageSetup.paperSize, worksheet.pageSetup.fitToPage]).toEqual([name, 9, true]);
      expect((worksheet.model as unknown as { merges: unknown[] }).merges).toEqual([]);
      if (name === "Cover") continue;
      expect([name, worksheet.views[0]?.state, worksheet.pageSetup.printTitlesRow]).toEqual([
        name,
        "frozen",
        "1:1",
      ]);
      expect(rows.every((cells) => cells.every((cell) => cell !== undefined && cell.value !== ""))).toBe(
        true,
      );
      expect(rows.flat().some((cell) => typeof cell?.value === "string" && isNumberText(cell.value))).toBe(
        false,
      );
      expect(new Set(rows[0]?.map((cell) => cell?.value)).size).toBe(rows[0]?.length);
    }
  });
});

/** A heading as it reads: months are dates, which formulas read too. */
function heading(cell: ReadCell | undefined): unknown {
  if (typeof cell?.value !== "number") return cell?.value;
  return formatMonthWords(formatMonth(monthOf(cell.value - 25_569)));
}

/** A number that was written as text cannot be summed. */
function isNumberText(text: string): boolean {
  return /^[£−-]?[\d,]+(\.\d+)?%?$/.test(text);
}

function coverLine(read: ReadWorkbook, label: string): unknown {
  const line = sheetOf(read, "Cover").rows.find(
    ([first, second]) => first?.value === label && second !== undefined,
  );
  return line?.[1]?.value;
}

describe("the Cover", () => {
  it("says what the workbook is, of which revision, when made, and that its money is invented", async () => {
    const read = await workbookOf("llr-2015-s2.json");
    expect(coverLine(read, "Plan")).toBe("Domestic abuse 2015");
    expect(coverLine(read, "Scenario")).toBe("One joint lot, four districts in B, re-spread");
    expect(coverLine(read, "Revision")).toBe(7);
    expect(coverLine(read, "State")).toBe("Consultation");
    expect(coverLine(read, "Created")).toBe("2015-01-05 09:30 UTC");
    expect(coverLine(read, "Synthetic")).toBe("The money in this workbook is invented.");
    expect(read.workbook.title).toBe("One joint lot, four districts in B, re-spread");
    expect(read.workbook.creator).toBe("Commissioning Planner");
  });

  it("does not call money invented that is not", async () => {
    const real = await workbookOf("llr-2015-s2.json", ({ synthetic: _, ...scenario }) => scenario);
    expect(coverLine(real, "Synthetic")).toBeUndefined();
  });
});

describe("text that looks like a formula", () => {
  it.each(["=1+1", "+44 116", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://example.org")'])(
    "%j is written as text, wherever a person can type it",
    async (text) => {
      const read = await workbookOf("llr-2015-s3.json", (scenario) => renamed(scenario, text));
      const texts = read.sheets.flatMap(({ rows }) => rows.flat());
      const written = texts.filter((cell) => cell?.value === text);
      expect(written.length).toBeGreaterThan(5);
      expect(written.every((cell) => cell?.formula === undefined)).toBe(true);
      expect(texts.filter((cell) => cell?.formula?.includes("HYPERLINK") ?? false)).toEqual([]);
    },
  );
});

/** Every name in a scenario as one text. */
function renamed(scenario: Scenario, name: string): Scenario {
  const all = <Item extends { readonly name: string }>(items: readonly Item[] = []): Item[] =>
    items.map((item) => ({ ...item, name }));
  return {
    ...scenario,
    name,
    provisions: all(scenario.provisions).map((provision) => ({ ...provision, provider: name })),
    areas: all(scenario.areas),
    activities: all(scenario.activities).map((activity) => ({ ...activity, unit: name })),
    organisations: all(scenario.organisations),
    fundingSources: all(scenario.fundingSources),
    contributions: all(scenario.contributions),
  };
}

describe("figures in cells", () => {
  it("are numbers in pounds, and dates are dates", async () => {
    const read = await workbookOf("llr-2015-s1.json");
    const contracts: ReadSheet = sheetOf(read, "Contracts");
    expect(contracts.worksheet.getCell("G2").result).toEqual(new Date("2012-04-01T00:00:00Z"));
    expect(contracts.rows[1]?.[13]?.format).toBe("£#,##0.00;-£#,##0.00");
    expect(contracts.rows[1]?.[13]?.value).toBe(52_500);
  });
});

describe("the inputs", () => {
  it("are the only cells that may be typed over, each with a name and a rule for what it takes", async () => {
    const read = await workbookOf("llr-2015-s1.json");
    for (const { name, worksheet } of read.sheets) {
      if (name === "Cover") continue;
      const open = worksheet.getColumn(3).values.flatMap((_, row) => {
        const cell = worksheet.getCell(row, 3);
        return (cell.protection as { locked?: boolean } | undefined)?.locked === false ? [cell] : [];
      });
      expect([name, open.length > 0]).toEqual([name, name === "Inputs"]);
      expect(open.every((cell) => (cell.dataValidation as unknown) !== undefined)).toBe(true);
    }
    const inputs = sheetOf(read, "Inputs");
    const price = inputs.rows.findIndex((cells) => cells[1]?.value === "/provisions/joint/price/annual");
    expect(read.workbook.definedNames.getRanges("provisions.joint.price.annual").ranges).toEqual([
      `Inputs!$C$${price + 1}`,
    ]);
  });

  it("say when one has been changed, and what does not follow", async () => {
    const read = await workbookOf("llr-2015-s1.json");
    const row = sheetOf(read, "Cover").rows.findIndex(([first]) => first?.value === "Assumptions") + 1;
    expect(coverLine(read, "Assumptions")).toBe("As in the planner");
    const changed = recalculate(read, [{ sheet: "Inputs", address: "C2", value: 0.5 }]);
    expect(changed.valueAt("Cover", `B${row}`)).toMatch(/^1 changed\. A figure that does not follow says so/);
  });
});

describe("what no longer holds", () => {
  it("turns red and what is to be opened in the planner amber, on Checks, beside figures and on the Cover", async () => {
    const read = await workbookOf("llr-2015-s1.json");
    const rules = (name: string): unknown[] =>
      (sheetOf(read, name).worksheet as unknown as { conditionalFormattings: unknown[] })
        .conditionalFormattings;
    for (const name of ["Cover", "Checks", "Coverage", "Summary", "Data"]) {
      expect([name, rules(name).length]).toEqual([name, 1]);
    }
  });
});

describe("a figure that is broken on purpose", () => {
  let read: ReadWorkbook;
  beforeAll(async () => {
    read = await workbookOf("llr-2015-s1.json");
  });

  it.each(WORKBOOK_BREAKS)("turns its check FALSE when $about, and the Cover says so", ({ check, typed }) => {
    const broken = recalculate(read, [typed(read)]);
    const failed = sheetOf(read, "Checks").rows.flatMap((cells, row) =>
      broken.valueAt("Checks", `B${row + 1}`) === false ? [String(cells[0]?.value)] : [],
    );
    expect(failed.some((words) => check.test(words))).toBe(true);
    expect(broken.valueAt("Cover", coverAddress(read, "Checks"))).toMatch(/of \d+ checks do not hold/);
  });
});

describe("the workbook of a large plan", () => {
  it("has no formula longer than Excel takes", () => {
    const sheets = buildSheets(evaluateScenario(largePlan()));
    const lengths = sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ formula = "" }) => formula.length)),
    );
    expect(lengths.length).toBeGreaterThan(10_000);
    expect(lengths.filter((length) => length >= LONGEST_FORMULA / 2)).toEqual([]);
  });
});
