import { annualPrices, indexOf } from "../../scenarios/calculate/indexation";
import {
  aprilOf,
  type Day,
  type FinancialYear,
  financialYearOf,
  firstDayOf,
  formatDay,
  formatFinancialYear,
  lastDayOf,
  marchOf,
  monthOf,
  parseDay,
} from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Pence } from "../../scenarios/model/money";
import type { InputPlaces } from "./inputs";
import { type PriceChain, priceChains } from "./price-chains";
import { cellAddress, EXCEL_EPOCH, type Sheet, type SheetCell, type SheetRow } from "./sheet";
import { NOTHING } from "./table-sheet";

/** The columns before the years. */
const START_COLUMN = 1;
const FIRST_YEAR_COLUMN = 4;

/**
 * The annual price in force in every financial year: of each provision, pot and buy-in, from the first year in which
 * an indexed one starts. On 1 April the price rises by the rate of Inputs and is rounded to the penny (rules §2.2).
 */
export function pricesSheet(evaluation: Evaluation, inputs: InputPlaces): Sheet {
  const years = priceYears(evaluation);
  return {
    name: "Prices",
    title: "Annual prices in force",
    note: "Working: the price a year of each contract, pot and buy-in, as it stands in each financial year.",
    columns: [
      { id: "name", label: "Price of", format: "text" },
      { id: "start", label: "From", format: "date" },
      { id: "index", label: "Index", format: "text" },
      { id: "at-start", label: "At the start", format: "money" },
      ...years.map((year) => ({ id: yearId(year), label: yearId(year), format: "money" as const })),
      { id: "missing", label: "Years in which it rises without a rate", format: "whole" },
      ...evaluation.timeline.years.map((year) => ({
        id: oneOffColumn(yearId(year)),
        label: `One-off costs ${yearId(year)}`,
        format: "money" as const,
      })),
    ],
    rows: priceChains(evaluation.scenario, inputs).map((chain, at) =>
      chainRow(chain, at, years, evaluation, inputs),
    ),
    frozenColumns: 1,
  };
}

const yearId = formatFinancialYear;
export const oneOffColumn = (year: string): string => `one-off-${year}`;

/** From the first start of anything indexed to the end of the horizon. */
function priceYears({ scenario, timeline }: Evaluation): FinancialYear[] {
  const starts = [
    ...scenario.provisions
      .filter(({ price }) => price !== undefined && "index" in price)
      .map(({ start }) => start),
    ...(scenario.contributions ?? []).filter(({ pot }) => pot?.index !== undefined).map(({ from }) => from),
  ].map((text) => financialYearOf(monthOf(parseDay(text))));
  const last = timeline.years.at(-1) ?? 0;
  const first = Math.min(timeline.years[0] ?? 0, ...starts);
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

function chainRow(
  chain: PriceChain,
  at: number,
  years: readonly FinancialYear[],
  evaluation: Evaluation,
  inputs: InputPlaces,
): SheetRow {
  const index = indexOf(chain.scenario, chain.terms.index);
  return {
    id: chain.id,
    cells: [
      { value: chain.name },
      { value: parseDay(chain.start.text) + EXCEL_EPOCH, formula: inputs.at(chain.start.path) },
      { value: index?.name ?? NOTHING },
      chain.atStart === null
        ? { value: chain.scheduled === undefined ? "Not known" : "By year" }
        : { value: pounds(chain.atStart.amount), formula: chain.atStart.formula },
      ...yearCells(chain, at, years, inputs),
      missingCell(chain, at, years, inputs),
      ...evaluation.timeline.years.map((_, place) => oneOffCell(chain, evaluation, place, inputs)),
    ],
  };
}

function yearCells(
  chain: PriceChain,
  at: number,
  years: readonly FinancialYear[],
  inputs: InputPlaces,
): SheetCell[] {
  const { atStart, scheduled } = chain;
  if (atStart === null) {
    return years.map((year) => scheduledCell(chain, scheduled?.[yearId(year)], year, inputs));
  }
  const prices = annualPrices(
    {
      annualAtStart: atStart.amount,
      start: parseDay(chain.start.text),
      index: indexOf(chain.scenario, chain.terms.index),
      terms: chain.terms,
    },
    years.at(-1) ?? 0,
  );
  return years.map((year, place) => ({
    value: pounds(prices.get(year) ?? atStart.amount),
    formula: upliftFormula(chain, at, { year, place }, inputs),
  }));
}

function scheduledCell(
  chain: PriceChain,
  amount: string | undefined,
  year: FinancialYear,
  inputs: InputPlaces,
): SheetCell {
  if (amount === undefined) return { value: 0 };
  return { value: Number(amount), formula: inputs.at(`${chain.termsPath}/schedule/${yearId(year)}`) };
}

/** Last year's price, risen on 1 April when it is after the start and not before the first uplift. */
function upliftFormula(
  { terms, termsPath }: PriceChain,
  row: number,
  { year, place }: { readonly year: FinancialYear; readonly place: number },
  inputs: InputPlaces,
): string {
  const before = `$${cellAddress(row, FIRST_YEAR_COLUMN + place - 1)}`;
  const rate = terms.index === undefined ? null : `/indexes/${terms.index}/rates/${yearId(year)}`;
  if (rate === null || !inputs.has(rate)) return before;
  const april = `DATE(${year},4,1)`;
  const after = `${april}>$${cellAddress(row, START_COLUMN)}`;
  const due =
    terms.firstUplift === undefined
      ? after
      : `AND(${after},${april}>=${inputs.at(`${termsPath}/firstUplift`)})`;
  const atLeast =
    terms.upliftFloor === undefined
      ? inputs.at(rate)
      : `MAX(${inputs.at(rate)},${inputs.at(`${termsPath}/upliftFloor`)})`;
  const within =
    terms.upliftCap === undefined ? atLeast : `MIN(${atLeast},${inputs.at(`${termsPath}/upliftCap`)})`;
  return `IF(${due},ROUND(${before}*(1+${within}),2),${before})`;
}

/** The years in which the price rises by an index that has no rate for them, or that this sheet does not show. */
function missingCell(
  { terms, termsPath, scenario, start }: PriceChain,
  row: number,
  years: readonly FinancialYear[],
  inputs: InputPlaces,
): SheetCell {
  const index = indexOf(scenario, terms.index);
  if (index === undefined || start.text === "") return { value: 0 };
  const own = `$${cellAddress(row, START_COLUMN)}`;
  const first = years[0] ?? 0;
  const missing = years.filter((year) => year > first && index.rates[yearId(year)] === undefined);
  const rises = missing.map((year) => {
    const after = `${own}<DATE(${year},4,1)`;
    if (terms.firstUplift === undefined) return `IF(${after},1,0)`;
    return `IF(AND(${after},${inputs.at(`${termsPath}/firstUplift`)}<=DATE(${year},4,1)),1,0)`;
  });
  return { value: 0, formula: [`IF(${own}<DATE(${first},4,1),1,0)`, ...rises].join("+") };
}

/** One-off costs whose date lies in the part of a year that is in the horizon. */
function oneOffCell(
  { id, oneOffs = [] }: PriceChain,
  { costs, timeline }: Evaluation,
  place: number,
  inputs: InputPlaces,
): SheetCell {
  const year = timeline.years[place] ?? 0;
  if (oneOffs.length === 0) return { value: 0 };
  const first = dateFormula(Math.max(timeline.firstDay, firstDayOf(aprilOf(year))));
  const last = dateFormula(Math.min(timeline.lastDay, lastDayOf(marchOf(year))));
  const terms = oneOffs.map((_, at) => {
    const date = inputs.at(`/provisions/${id}/oneOffs/${at}/date`);
    return `IF(AND(${date}>=${first},${date}<=${last}),${inputs.at(`/provisions/${id}/oneOffs/${at}/amount`)},0)`;
  });
  return { value: pounds(costs.get(id)?.oneOffYears[place] ?? 0n), formula: terms.join("+") };
}

/** A day as DATE(2015,4,1). */
function dateFormula(day: Day): string {
  return `DATE(${formatDay(day).split("-").map(Number).join(",")})`;
}

function pounds(pence: Pence): number {
  return Number(pence) / 100;
}
