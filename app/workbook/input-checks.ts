import { parseFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { ContributionRound, Scenario } from "../../scenarios/model/scenario";
import type { WorkbookCheck, WorkbookPlaces } from "./checks-sheet";

/** What the planner would refuse: dates out of order, weights that are not the whole, a year without a rate. */
export function inputChecks({ scenario }: Evaluation, at: WorkbookPlaces): WorkbookCheck[] {
  const input = (path: string): string => at("Inputs").cell(path, "value");
  return [
    datesCheck(scenario, input),
    ...rateChecks(scenario, at, input),
    ...(scenario.contributions ?? []).flatMap((round) => weightChecks(round, input)),
  ];
}

type Input = (path: string) => string;

function datesCheck({ provisions, contributions = [] }: Scenario, input: Input): WorkbookCheck {
  const spans = [
    ...provisions.map(({ id }) => [`/provisions/${id}/start`, `/provisions/${id}/end`] as const),
    ...contributions.map(({ id }) => [`/contributions/${id}/from`, `/contributions/${id}/to`] as const),
  ];
  const wrong = spans.map(([from, to]) => `IF(${input(from)}>${input(to)},1,0)`);
  return {
    id: "dates",
    about: "Everything ends after it starts",
    formula: wrong.length === 0 ? "0" : wrong.join("+"),
    where: "Inputs",
    counts: true,
  };
}

/** Prices shows each indexed price from its start on, and every year in which it rises has a rate. */
function rateChecks(scenario: Scenario, at: WorkbookPlaces, input: Input): WorkbookCheck[] {
  const indexed = [
    ...scenario.provisions.flatMap(({ id, price }) =>
      price === undefined || !("annual" in price)
        ? []
        : [{ from: `/provisions/${id}/start`, terms: `/provisions/${id}/price`, ...price }],
    ),
    ...(scenario.contributions ?? []).flatMap(({ id, pot }) =>
      pot === undefined
        ? []
        : [{ from: `/contributions/${id}/from`, terms: `/contributions/${id}/pot`, ...pot }],
    ),
  ].filter(({ index }) => index !== undefined);
  const years = at("Prices")
    .columnIds.filter((id) => /^\d{4}\/\d{2}$/.test(id))
    .map(parseFinancialYear);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const terms = indexed.flatMap(({ from, terms: path, index, firstUplift }) => {
    const rates = Object.keys(scenario.indexes?.find(({ id }) => id === index)?.rates ?? {}).map(
      parseFinancialYear,
    );
    const missing = years.filter((year) => year > first && year <= last && !rates.includes(year));
    const rises = (year: number): string => {
      const after = `${input(from)}<DATE(${year},4,1)`;
      return firstUplift === undefined
        ? after
        : `AND(${after},${input(`${path}/firstUplift`)}<=DATE(${year},4,1))`;
    };
    return [`IF(${input(from)}<DATE(${first},4,1),1,0)`, ...missing.map((year) => `IF(${rises(year)},1,0)`)];
  });
  if (terms.length === 0) return [];
  return [
    {
      id: "rates",
      about: "Every year in which a price rises has a rate, and Prices shows it",
      formula: terms.join("+"),
      where: "Inputs, Prices",
      counts: true,
    },
  ];
}

function weightChecks(
  { id, name, share, whenSomeDecline }: ContributionRound,
  input: Input,
): WorkbookCheck[] {
  const path = `/contributions/${id}`;
  const weights = (share?.weights ?? []).map(({ basis }) => input(`${path}/share/weights/${basis}/percent`));
  const funders = whenSomeDecline?.rule === "fixed-share" ? (whenSomeDecline.toppedUpBy ?? []) : [];
  const topUps = funders.map(({ organisation }) =>
    input(`${path}/whenSomeDecline/toppedUpBy/${organisation}/percent`),
  );
  return [
    ...(weights.length === 0
      ? []
      : [
          {
            id: `weights-${id}`,
            about: `${name}: the weights sum to 100%`,
            formula: `100*ROUND(${weights.join("+")}-1,8)`,
            where: "Inputs",
            counts: true,
          },
        ]),
    ...(topUps.length === 0
      ? []
      : [
          {
            id: `top-ups-${id}`,
            about: `${name}: the top-ups sum to at most 100%`,
            formula: `100*MAX(0,ROUND(${topUps.join("+")}-1,8))`,
            where: "Inputs",
            counts: true,
          },
        ]),
  ];
}
