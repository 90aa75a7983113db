import { HyperFormula } from "hyperformula";
import { columnLetters } from "../../app/workbook/sheet";
import { cellsOf, type ReadWorkbook } from "./read-workbook";
import { formulaDifferences, type Typed } from "./workbook-cells";

/** A workbook calculated by an engine that nobody here wrote. */
export type Recalculated = {
  readonly valueAt: (sheet: string, address: string) => unknown;
  /** Every formula whose value differs from the result in the file, as text; money within half a tenth of a penny. */
  readonly differences: readonly string[];
};

export function recalculate(read: ReadWorkbook, typed: readonly Typed[] = []): Recalculated {
  const changes = new Map(typed.map(({ sheet, address, value }) => [`${sheet}!${address}`, value]));
  const sheets = Object.fromEntries(
    read.sheets.map(({ name, rows }) => [
      name,
      rows.map((cells, row) =>
        cells.map((cell, column) => {
          const change = changes.get(`${name}!${columnLetters(column)}${row + 1}`);
          if (change !== undefined) return asContent(change);
          if (cell === undefined) return null;
          return cell.formula === undefined ? asContent(cell.value) : `=${cell.formula}`;
        }),
      ),
    ]),
  );
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3", useArrayArithmetic: true });
  const valueAt = (sheet: string, address: string): unknown => {
    const place = engine.simpleCellAddressFromString(address, engine.getSheetId(sheet) ?? 0);
    if (place === undefined) throw new Error(`no cell ${sheet}!${address}`);
    return engine.getCellValue(place);
  };
  return { valueAt, differences: formulaDifferences(cellsOf(read), valueAt) };
}

/** Text that begins like a formula stays text, as it is in the file. */
function asContent(value: string | number | boolean): string | number | boolean {
  return typeof value === "string" ? `'${value}` : value;
}
