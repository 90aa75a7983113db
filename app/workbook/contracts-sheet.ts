import { formatDay } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Provision } from "../../scenarios/model/scenario";
import { buildContractsTable } from "../reports/contracts";
import type { InputPlaces } from "./inputs-sheet";
import type { Places, Sheet } from "./sheet";
import { tableSheet } from "./table-sheet";

/** The contracts, their dates and prices from Inputs, their costs from Monthly. */
export function contractsSheet(
  evaluation: Evaluation,
  { inputs, monthly }: { readonly inputs: InputPlaces; readonly monthly: Places },
): Sheet {
  const sheet = tableSheet("Contracts", buildContractsTable(evaluation));
  const provisions = new Map(evaluation.scenario.provisions.map((provision) => [provision.id, provision]));
  const rows = sheet.rows.map((row) => {
    const provision = provisions.get(row.id);
    if (provision === undefined) return row;
    const formulas = contractFormulas(provision, evaluation, inputs, monthly);
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
  inputs: InputPlaces,
  monthly: Places,
): Readonly<Record<string, string>> {
  const path = `/provisions/${id}`;
  const optional = (column: string, input: string): Record<string, string> =>
    inputs.has(`${path}/${input}`) ? { [column]: inputs.at(`${path}/${input}`) } : {};
  const [first, last] = [timeline.firstDay, timeline.lastDay].map(dateFormula);
  const inHorizon = oneOffs.map((_, place) => {
    const date = inputs.at(`${path}/oneOffs/${place}/date`);
    return `IF(AND(${date}>=${first},${date}<=${last}),${inputs.at(`${path}/oneOffs/${place}/amount`)},0)`;
  });
  return {
    start: inputs.at(`${path}/start`),
    end: inputs.at(`${path}/end`),
    ...optional("annual", "price/annual"),
    ...optional("premium", "price/premiumPercent"),
    ...(inHorizon.length === 0 ? {} : { "one-offs": inHorizon.join("+") }),
    cost: monthly.cell(id, "total"),
  };
}

/** A day as DATE(2015,4,1). */
export function dateFormula(day: number): string {
  return `DATE(${formatDay(day).split("-").map(Number).join(",")})`;
}
