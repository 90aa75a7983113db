import { formatFigures } from "../lib/key-figures";
import { showTable } from "../lib/shown-table";
import { buildContractsTable } from "../reports/contracts";
import { buildKeyFigures } from "../reports/key-figures";
import { buildContractValuesTable, buildVatTable } from "../reports/vat";
import { buildYearlyCostsTable } from "../reports/yearly-costs";
import type { PageRequest } from "./page-request";

const TOTALS = ["total-cost", "contributions", "unfunded", "gaps"];

/** The contracts and lots, what they cost by year and with VAT, what each is worth whole, and the headline figures. */
export function showLots({ evaluation, href }: PageRequest) {
  return {
    figures: formatFigures(
      buildKeyFigures(evaluation).filter(({ id }) => TOTALS.includes(id)),
      href,
    ),
    contracts: showTable(href, buildContractsTable(evaluation)),
    years: showTable(href, buildYearlyCostsTable(evaluation)),
    vat: showTable(href, buildVatTable(evaluation)),
    values: showTable(href, buildContractValuesTable(evaluation)),
  };
}
