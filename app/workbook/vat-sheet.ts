import type { Evaluation } from "../../scenarios/model/evaluation";
import { buildVatTable } from "../reports/vat";
import { yearTexts } from "../reports/table-parts";
import type { InputPlaces } from "./inputs";
import { cellAddress, columnPlaces, type Places, type Sheet, type SheetCell } from "./sheet";
import { tableSheet } from "./table-sheet";

/**
 * Each provision before and with VAT, live (rules §2.8): what is recovered and what is not of every year's cost, rounded
 * once a year; rates from Inputs, costs from Monthly.
 */
export function vatSheet(
  evaluation: Evaluation,
  { inputs, monthly }: { readonly inputs: InputPlaces; readonly monthly: Places },
): Sheet {
  const sheet = tableSheet("VAT", buildVatTable(evaluation));
  const place = columnPlaces(sheet.columns);
  const years = yearTexts(evaluation.timeline);
  const rows = sheet.rows.map((row, at) => {
    if (!monthly.has(row.id) || row.id === "total") return row;
    const path = `/provisions/${row.id}/vat`;
    const isStated = inputs.has(`${path}/percent`);
    const own = (column: string): string => cellAddress(at, place(column));
    const [rate, recoverable] = [`$${own("rate")}`, `$${own("recoverable")}`];
    const lost = `${rate}*(1-${recoverable})`;
    const rounded = (part: string): string =>
      years.map((year) => `ROUND(${monthly.cell(row.id, year)}*${part}/(1+${lost}),2)`).join("+");
    const formulas: Readonly<Record<string, string>> = {
      before: `${own("cost")}-${own("lost")}`,
      cost: monthly.cell(row.id, "total"),
      ...(isStated && {
        rate: inputs.at(`${path}/percent`),
        recoverable: inputs.at(`${path}/recoverablePercent`),
        lost: rounded(lost),
        recovered: rounded(`${rate}*${recoverable}`),
      }),
    };
    const cells = row.cells.map((cell, column): SheetCell => {
      const formula = formulas[sheet.columns[column]?.id ?? ""];
      return formula === undefined ? cell : { ...cell, formula };
    });
    return { ...row, cells };
  });
  return { ...sheet, rows };
}
