import { buyInAnnualPrice } from "../../scenarios/calculate/buy-in";
import { annualPriceAtStart } from "../../scenarios/calculate/provision-costs";
import { type Pence, parseMoney } from "../../scenarios/model/money";
import type {
  AnnualPrice,
  ContributionRound,
  OneOff,
  RoundMember,
  Scenario,
} from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import type { InputPlaces } from "./inputs";

/** The rows of the Prices sheet: a provision by its id, a pot, a member's buy-in. */
export const potRow = (round: string): string => `pot-${round}`;
export const buyInRow = (round: string, organisation: string): string => `buy-in-${round}-${organisation}`;

/** A price that may rise, or a figure for each year. */
export type PriceChain = {
  readonly id: string;
  readonly name: string;
  readonly start: { readonly text: string; readonly path: string };
  readonly atStart: { readonly amount: Pence; readonly formula: string } | null;
  readonly terms: Pick<AnnualPrice, "index" | "firstUplift" | "upliftFloor" | "upliftCap">;
  /** Where the terms stand in the scenario file. */
  readonly termsPath: string;
  readonly oneOffs?: readonly OneOff[];
  readonly scheduled?: Readonly<Record<string, string>>;
  readonly scenario: Scenario;
};

/** Everything that has a price: provisions in the order of the file, then pots and buy-ins. */
export function priceChains(scenario: Scenario, inputs: InputPlaces): PriceChain[] {
  const provisions = scenario.provisions.map(({ id, name, start, price, oneOffs = [] }): PriceChain => {
    const path = `/provisions/${id}`;
    const common = {
      id,
      name,
      start: { text: start, path: `${path}/start` },
      termsPath: `${path}/price`,
      oneOffs,
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
      name: `${round.name}: buy-in of ${namesOf(common.scenario).organisation(organisation)}`,
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
