import { annualPriceAtStart, periodOf } from "../../../scenarios/calculate/provision-costs";
import { annualPrices, indexOf } from "../../../scenarios/calculate/indexation";
import {
  daysInMonth,
  type FinancialYear,
  financialYearOf,
  formatFinancialYear,
  formatMonth,
  monthOf,
  parseDay,
} from "../../../scenarios/model/calendar";
import type { Evaluation, ProvisionCost } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { parseMoney, sumPence } from "../../../scenarios/model/money";
import type { Provision } from "../../../scenarios/model/scenario";
import { daysInService } from "../../../scenarios/model/timeline";
import { formatMonthWords } from "../format-table";
import { namesOf } from "../names";
import type { ReportColumn, ReportTable } from "../report-table";
import { percentOf } from "../per-resident";
import { horizonWords, known, totalRow } from "../table-parts";
import type { Explanation, Part } from "./explanation";

/** What everything costs: the sum of the provisions. */
export function explainTotalCost({ costs, scenario }: Evaluation): Explanation {
  const parts = [...costs.values()].map(
    ({ provision, total }): Part => ({
      id: provision,
      label: namesOf(scenario).provision(provision),
      value: total,
      to: ["cost", provision],
    }),
  );
  return {
    title: "Total cost",
    value: sumPence([...costs.values()].map(({ total }) => total)),
    kind: "money",
    rule: [
      "The cost of every contract, grant, lot and local service in the months of the plan, net of recoverable VAT.",
      "A price that is not known reads £0.00: it is warned of and missing from the total.",
    ],
    parts,
    workings: [],
    inputs: ["/horizon/start", "/horizon/end"],
  };
}

/** What a provision costs over the horizon: the sum of its years. Null when there is no such provision. */
export function explainProvisionCost(evaluation: Evaluation, id: Id): Explanation | null {
  const cost = evaluation.costs.get(id);
  if (cost === undefined) return null;
  return {
    title: `What ${namesOf(evaluation.scenario).provision(id)} costs, ${horizonWords(evaluation)}`,
    value: cost.total,
    kind: "money",
    rule: ["The costs of its financial years, as far as the plan reaches."],
    parts: evaluation.timeline.years.map((year, place) => ({
      id: String(year),
      label: formatFinancialYear(year),
      value: cost.years[place] ?? 0n,
      to: ["cost", id, String(year)],
    })),
    workings: [],
    inputs: [`/provisions/${id}/start`, `/provisions/${id}/end`, "/horizon/start", "/horizon/end"],
  };
}

/** What a provision costs in a year: its price by the months in service, what indexation adds, and its one-off costs. */
export function explainCostOfYear(evaluation: Evaluation, id: Id, year: number): Explanation | null {
  const { scenario, timeline } = evaluation;
  const cost = evaluation.costs.get(id);
  const provision = scenario.provisions.find((one) => one.id === id);
  const place = timeline.years.indexOf(year);
  if (cost === undefined || provision === undefined || place < 0) return null;
  const months = timeline.yearPlaceOfMonth.flatMap((of, month) => (of === place ? [month] : []));
  const sumOf = (amounts: readonly bigint[]) => sumPence(months.map((month) => amounts[month] ?? 0n));
  const uplift = sumOf(cost.uplift);
  return {
    title: `What ${provision.name} costs in ${formatFinancialYear(year)}`,
    value: cost.years[place] ?? 0n,
    kind: "money",
    rule: ruleOf(provision),
    parts: [
      { id: "contract", label: "Price at the start, for the months in service", value: sumOf(cost.contract) },
      ...(uplift === 0n ? [] : [{ id: "uplift", label: "What indexation adds to it", value: uplift }]),
      ...oneOffParts(evaluation, provision, year),
    ],
    workings: [...priceTables(evaluation, provision, year), monthsTable(evaluation, provision, cost, months)],
    inputs: inputsOf(provision, year),
  };
}

function ruleOf({ price }: Provision): string[] {
  const spread =
    "A month costs a twelfth of the annual price, by the days in service. It is rounded so that the months of a year come to the year's exact cost, rounded once.";
  if (price === undefined) return ["The price is not known, so the year reads £0.00."];
  if ("schedule" in price)
    return ["The price is agreed year by year, and spread evenly over the days in service of the year."];
  const premium =
    price.premiumPercent === undefined
      ? []
      : ["The premium is added to the annual price, rounded to the penny."];
  const index =
    price.index === undefined
      ? ["The price names no index, so it stays as it is."]
      : [
          "On each 1 April after the start the price rises by its index, within the least and the most uplift, and is rounded to the penny.",
        ];
  return [...premium, ...index, spread];
}

function oneOffParts({ timeline }: Evaluation, { oneOffs = [] }: Provision, year: FinancialYear): Part[] {
  return oneOffs.flatMap(({ name, amount, date }, place): Part[] => {
    const month = monthOf(parseDay(date));
    const isIn = financialYearOf(month) === year && timeline.months.includes(month);
    return isIn ? [{ id: `one-off-${place}`, label: `One-off: ${name}`, value: parseMoney(amount) }] : [];
  });
}

/** From the annual price at the start to that of the year. Nothing where the price is not a yearly one. */
function priceTables(
  { scenario }: Evaluation,
  { price, start }: Provision,
  year: FinancialYear,
): ReportTable[] {
  if (price === undefined || "schedule" in price) return [];
  const index = indexOf(scenario, price.index);
  const chain = annualPrices(
    { annualAtStart: annualPriceAtStart(price), start: parseDay(start), index, terms: price },
    year,
  );
  const rows = [...chain].map(([of, annual]) => {
    const before = chain.get(of - 1);
    const rise = before === undefined || before === annual ? null : percentOf(annual - before, before);
    return { id: String(of), cells: [formatFinancialYear(of), rise, annual] };
  });
  return [
    {
      id: "working-price",
      title: "The annual price, year by year",
      note:
        price.premiumPercent === undefined
          ? "From the price at the start."
          : `From the price of ${price.annual} with ${price.premiumPercent}% premium.`,
      columns: [
        { id: "year", label: "Financial year", kind: "year" },
        { id: "rise", label: "Rise on the year before", kind: "percent" },
        { id: "annual", label: "Annual price", kind: "money" },
      ],
      rows,
    },
  ];
}

function monthsTable(
  { timeline }: Evaluation,
  provision: Provision,
  cost: ProvisionCost,
  months: readonly number[],
): ReportTable {
  const period = periodOf(provision);
  const columns: readonly ReportColumn[] = [
    { id: "month", label: "Month", kind: "text" },
    { id: "days", label: "Days in service", kind: "whole" },
    { id: "of", label: "Days of the month", kind: "whole" },
    { id: "contract", label: "Price at the start", kind: "money" },
    { id: "uplift", label: "Indexation", kind: "money" },
    { id: "one-off", label: "One-off", kind: "money" },
    { id: "cost", label: "Cost", kind: "money", sumOf: ["contract", "uplift", "one-off"] },
  ];
  const rows = months.map((place) => {
    const month = known(timeline.months[place], `month ${place}`);
    const amounts = [cost.contract, cost.uplift, cost.oneOff, cost.months].map((of) => of[place] ?? 0n);
    const id = formatMonth(month);
    return {
      id,
      cells: [formatMonthWords(id), daysInService(period, month), daysInMonth(month), ...amounts],
    };
  });
  return {
    id: "working-months",
    title: "Month by month",
    columns,
    rows,
    total: totalRow(columns, rows, { also: ["days", "of"] }),
  };
}

function inputsOf({ id, price, oneOffs = [] }: Provision, year: FinancialYear): string[] {
  const of = `/provisions/${id}`;
  const terms = ["annual", "premiumPercent", "index", "firstUplift", "upliftFloor", "upliftCap"];
  const index = price !== undefined && "annual" in price ? price.index : undefined;
  return [
    ...terms.map((term) => `${of}/price/${term}`),
    `${of}/price/schedule/${formatFinancialYear(year)}`,
    `${of}/start`,
    `${of}/end`,
    ...oneOffs.map((_, place) => `${of}/oneOffs/${place}/amount`),
    ...(index === undefined ? [] : [`/indexes/${index}/rates/${formatFinancialYear(year)}`]),
  ];
}
