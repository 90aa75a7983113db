import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Provision } from "../../scenarios/model/scenario";
import { buildContractsTable } from "../reports/contracts";
import type { InputPlaces } from "./inputs";
import { oneOffColumn } from "./prices-sheet";
import type { Places, Sheet } from "./sheet";
import { tableSheet } from "./table-sheet";

export type ContractSources = {
  readonly inputs: InputPlaces;
  readonly monthly: Places;
  readonly prices: Places;
};

/** The contracts, their dates and prices from Inputs, their costs from Monthly. */
export function contractsSheet(evaluation: Evaluation, sources: ContractSources): Sheet {
  const sheet = tableSheet("Contracts", buildContractsTable(evaluation));
  const provisions = new Map(evaluation.scenario.provisions.map((provision) => [provision.id, provision]));
  const rows = sheet.rows.map((row) => {
    const provision = provisions.get(row.id);
    if (provision === undefined) return row;
    const formulas = contractFormulas(provision, evaluation, sources);
    const cells = row.cells.map((cell, place) => {
      const formula = formulas[sheet.columns[place]?.id ?? ""];
      return formula === undefined || typeof cell.value !== "number" ? cell : { ...cell, formula };
    });
    return { ...row, cells };
  });
  return { ...sheet, rows };
}

function contractFormulas(
  { id, oneOffs = [] }: Provision,
  { timeline }: Evaluation,
  { inputs, monthly, prices }: ContractSources,
): Readonly<Record<string, string>> {
  const path = `/provisions/${id}`;
  const optional = (column: string, input: string): Record<string, string> =>
    inputs.has(`${path}/${input}`) ? { [column]: inputs.at(`${path}/${input}`) } : {};
  const inHorizon = timeline.years.map((year) => prices.cell(id, oneOffColumn(formatFinancialYear(year))));
  return {
    start: inputs.at(`${path}/start`),
    end: inputs.at(`${path}/end`),
    ...optional("annual", "price/annual"),
    ...optional("premium", "price/premiumPercent"),
    ...(oneOffs.length === 0 ? {} : { "one-offs": inHorizon.join("+") }),
    cost: monthly.cell(id, "total"),
  };
}
