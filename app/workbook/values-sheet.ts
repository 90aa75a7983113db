import { contractValue, serviceYears } from "../../scenarios/calculate/contract-value";
import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Provision } from "../../scenarios/model/scenario";
import { buildContractValuesTable } from "../reports/vat";
import type { InputPlaces } from "./inputs";
import { orNone } from "./planner-state";
import { cellAddress, columnPlaces, type Places, type Sheet, type SheetCell } from "./sheet";
import { tableSheet } from "./table-sheet";

type ValueSources = { readonly inputs: InputPlaces; readonly prices: Places };

/** What whole contracts are worth, live (rules §2.9): dates, prices and VAT from Inputs. */
export function valuesSheet(evaluation: Evaluation, sources: ValueSources): Sheet {
  const sheet = orNone(tableSheet("Values", buildContractValuesTable(evaluation)), "There is no contract");
  const provisions = new Map(evaluation.scenario.provisions.map((provision) => [provision.id, provision]));
  const place = columnPlaces(sheet.columns);
  const rows = sheet.rows.map((row, at) => {
    const provision = provisions.get(row.id);
    if (provision === undefined) return row;
    const own = (column: string): string => cellAddress(at, place(column));
    const formulas = valueFormulas(provision, own, sources);
    const cells = row.cells.map((cell, column): SheetCell => {
      const formula = formulas[sheet.columns[column]?.id ?? ""];
      return formula === undefined || typeof cell.value !== "number" ? cell : { ...cell, formula };
    });
    return { ...row, cells };
  });
  return { ...sheet, rows };
}

function valueFormulas(
  provision: Provision,
  own: (column: string) => string,
  { inputs, prices }: ValueSources,
): Readonly<Record<string, string>> {
  const { id, oneOffs = [], vat } = provision;
  const path = `/provisions/${id}`;
  const terms = {
    start: inputs.at(`${path}/start`),
    end: inputs.at(`${path}/end`),
    ...(oneOffs.length > 0 && {
      "one-offs": oneOffs.map((_, at) => inputs.at(`${path}/oneOffs/${at}/amount`)).join("+"),
    }),
  };
  if (contractValue(provision) === null) return terms;
  const value = `(${recurringFormula(provision, own, prices.cell(id, "at-start"), inputs)}+${own("one-offs")})`;
  const [rate, recoverable] =
    vat === undefined
      ? ["0", "0"]
      : [inputs.at(`${path}/vat/percent`), inputs.at(`${path}/vat/recoverablePercent`)];
  const lost = `${rate}*(1-${recoverable})`;
  const part = (of: string): string => (vat === undefined ? "0" : `ROUND(${value}*${of}/(1+${lost}),2)`);
  return {
    ...terms,
    before: `${value}-${part(lost)}`,
    with: `${value}+${part(`${rate}*${recoverable}`)}`,
  };
}

/** The price a year at the start by the months of the term, part months by their days; or the prices of all years. */
function recurringFormula(
  provision: Provision,
  own: (column: string) => string,
  atStart: string,
  inputs: InputPlaces,
): string {
  const { id, price } = provision;
  if (price !== undefined && "schedule" in price)
    return serviceYears(provision)
      .map((year) => inputs.at(`/provisions/${id}/price/schedule/${formatFinancialYear(year)}`))
      .join("+");
  const [start, after] = [own("start"), `(${own("end")}+1)`];
  const before = (day: string): string => `(DAY(${day})-1)/DAY(EOMONTH(${day},0))`;
  const months = `(YEAR(${after})-YEAR(${start}))*12+MONTH(${after})-MONTH(${start})+${before(after)}-${before(start)}`;
  return `ROUND(${atStart}*(${months}+${own("extensions")})/12,2)`;
}
