import {
  aprilOf,
  financialYearOf,
  formatFinancialYear,
  formatMonth,
  parseMonth,
} from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Provision } from "../../scenarios/model/scenario";
import { buildMonthlyCostsTable } from "../reports/monthly-costs";
import type { InputPlaces } from "./inputs";
import { monthColumn } from "./service-sheet";
import { columnLetters, type Places, type Sheet, type SheetCell } from "./sheet";
import { tableSheet } from "./table-sheet";

/**
 * Costs by month, live: round(price × months so far ÷ 12) less the same a month before, and one-off costs on their
 * dates (rules §2).
 */
export function monthlySheet(
  evaluation: Evaluation,
  {
    inputs,
    prices,
    service,
  }: { readonly inputs: InputPlaces; readonly prices: Places; readonly service: Places },
): Sheet {
  const sheet = tableSheet("Monthly", buildMonthlyCostsTable(evaluation));
  const columns = sheet.columns.map((column) =>
    isMonth(column.id) ? monthColumn(parseMonth(column.id), column.format) : column,
  );
  const provisions = new Map(evaluation.scenario.provisions.map((provision) => [provision.id, provision]));
  const rows = sheet.rows.map((row) => {
    const provision = provisions.get(row.id);
    if (provision === undefined) return row;
    const cells = row.cells.map((cell, place): SheetCell => {
      const id = columns[place]?.id ?? "";
      if (!isMonth(id)) return cell;
      const recurring = recurringFormula(provision.id, id, prices, service);
      return { ...cell, formula: recurring + oneOffTerms(provision, `${columnLetters(place)}$1`, inputs) };
    });
    return { ...row, cells };
  });
  return { ...sheet, columns, rows };
}

function isMonth(id: string): boolean {
  return /^\d{4}-\d{2}$/.test(id);
}

function recurringFormula(provision: string, monthText: string, prices: Places, service: Places): string {
  const month = parseMonth(monthText);
  const price = prices.cell(provision, formatFinancialYear(financialYearOf(month)));
  const due = (text: string): string => `ROUND(${price}*${service.cell(provision, text)}/12,2)`;
  if (month === aprilOf(financialYearOf(month))) return due(monthText);
  return `${due(monthText)}-${due(formatMonth(month - 1))}`;
}

function oneOffTerms({ id, oneOffs = [] }: Provision, heading: string, inputs: InputPlaces): string {
  return oneOffs
    .map((_, place) => {
      const path = `/provisions/${id}/oneOffs/${place}`;
      const date = inputs.at(`${path}/date`);
      return `+IF(AND(${date}>=${heading},${date}<=EOMONTH(${heading},0)),${inputs.at(`${path}/amount`)},0)`;
    })
    .join("");
}
