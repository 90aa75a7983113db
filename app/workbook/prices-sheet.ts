import { buyInAnnualPrice } from "../../scenarios/calculate/buy-in";
import { annualPrices, indexOf } from "../../scenarios/calculate/indexation";
import { annualPriceAtStart } from "../../scenarios/calculate/provision-costs";
import {
  type FinancialYear,
  financialYearOf,
  formatFinancialYear,
  monthOf,
  parseDay,
} from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { type Pence, parseMoney } from "../../scenarios/model/money";
import type { AnnualPrice, ContributionRound, RoundMember, Scenario } from "../../scenarios/model/scenario";
import type { InputPlaces } from "./inputs-sheet";
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
    ],
    rows: priceChains(evaluation.scenario, inputs).map((chain, at) => chainRow(chain, at, years, inputs)),
    frozenColumns: 1,
  };
}

/** The row of a provision, a pot or a member's buy-in. */
export const potRow = (round: string): string => `pot-${round}`;
export const buyInRow = (round: string, organisation: string): string => `buy-in-${round}-${organisation}`;

const yearId = formatFinancialYear;

/** A price that may rise, or a figure for each year. */
type PriceChain = {
  readonly id: string;
  readonly name: string;
  readonly start: { readonly text: string; readonly path: string };
  readonly atStart: { readonly amount: Pence; readonly formula: string } | null;
  readonly terms: Pick<AnnualPrice, "index" | "firstUplift" | "upliftFloor" | "upliftCap">;
  /** Where the terms stand in the scenario file. */
  readonly termsPath: string;
  readonly scheduled?: Readonly<Record<string, string>>;
  readonly scenario: Scenario;
};

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

function priceChains(scenario: Scenario, inputs: InputPlaces): PriceChain[] {
  const provisions = scenario.provisions.map(({ id, name, start, price }): PriceChain => {
    const path = `/provisions/${id}`;
    const common = {
      id,
      name,
      start: { text: start, path: `${path}/start` },
      termsPath: `${path}/price`,
      scenario,
    };
    if (price === undefined) return { ...common, atStart: null, terms: {} };
    if ("schedule" in price) return { ...common, atStart: null, terms: {}, scheduled: price.schedule };
    const annual = inputs.at(`${path}/price/annual`);
    const premium = `${path}/price/premiumPercent`;
    const formula = inputs.has(premium) ? `ROUND(${annual}*(1+${inputs.at(premium)}),2)` : annual;
    return { ...common, atStart: { amount: annualPriceAtStart(price), formula }, terms: price };
  });
  return [
    ...provisions,
    ...(scenario.contributions ?? []).flatMap((round) => roundChains(scenario, round, inputs)),
  ];
}

function roundChains(scenario: Scenario, round: ContributionRound, inputs: InputPlaces): PriceChain[] {
  const path = `/contributions/${round.id}`;
  const common = {
    start: { text: round.from, path: `${path}/from` },
    terms: { ...(round.pot?.index === undefined ? {} : round.pot) },
    termsPath: `${path}/pot`,
    scenario,
  };
  const pot = round.pot === undefined ? null : parseMoney(round.pot.annual);
  return [
    ...(pot === null
      ? []
      : [
          {
            ...common,
            id: potRow(round.id),
            name: `${round.name}: pot`,
            atStart: { amount: pot, formula: inputs.at(`${path}/pot/annual`) },
          },
        ]),
    ...round.members.flatMap((member) => buyInChain(round, member, common, inputs)),
  ];
}

function buyInChain(
  round: ContributionRound,
  { organisation, buyInUnits }: RoundMember,
  common: Pick<PriceChain, "start" | "terms" | "termsPath" | "scenario">,
  inputs: InputPlaces,
): PriceChain[] {
  if (round.buyIn === undefined || buyInUnits === undefined) return [];
  const amount = buyInAnnualPrice(round.buyIn, buyInUnits);
  const formula = buyInFormula(round, organisation, inputs);
  return [
    {
      ...common,
      id: buyInRow(round.id, organisation),
      name: `${round.name}: buy-in of ${organisation}`,
      atStart: { amount, formula },
    },
  ];
}

/** Units by volume bands: each band's units at its price, or all at the price of the band of the last one. */
function buyInFormula(round: ContributionRound, organisation: string, inputs: InputPlaces): string {
  const path = `/contributions/${round.id}`;
  const units = inputs.at(`${path}/members/${organisation}/buyInUnits`);
  const bands = (round.buyIn?.bands ?? []).map(({ upTo }, place) => ({
    upTo,
    from: round.buyIn?.bands[place - 1]?.upTo ?? "0",
    price: inputs.at(`${path}/buyIn/bands/${place}/price`),
  }));
  if (round.buyIn?.method === "incremental") {
    const parts = bands.map(({ upTo, from, price }) => {
      const reached = upTo === null ? units : `MIN(${units},${Number(upTo)})`;
      return `MAX(0,${reached}-${Number(from)})*${price}`;
    });
    return `ROUND(${parts.join("+")},2)`;
  }
  const price = bands.reduceRight(
    (otherwise, band) =>
      band.upTo === null ? band.price : `IF(${units}<=${Number(band.upTo)},${band.price},${otherwise})`,
    "0",
  );
  return `ROUND(${units}*${price},2)`;
}

function chainRow(
  chain: PriceChain,
  at: number,
  years: readonly FinancialYear[],
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

function pounds(pence: Pence): number {
  return Number(pence) / 100;
}
