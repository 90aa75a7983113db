import { type FinancialYear, formatFinancialYear } from "../model/calendar";
import type { Evaluation, ProvisionCost } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { formatMoney, type Pence, sumPence } from "../model/money";
import { parseDecimal, rational, roundToPence, ZERO } from "../model/rational";
import type { DecimalText } from "../model/scenario";
import { named, POUNDS, type Row } from "./measure";

/** The rows of money (rules §12): cost, who pays and how firm that is, what each source pays, contributions. */
export function moneyRows(evaluations: readonly Evaluation[]): Row[] {
  return [
    ...costRows(evaluations),
    ...fundingRows(),
    ...funderRows(evaluations),
    ...contributionRows(evaluations),
  ];
}

const COST = { group: "cost", ...POUNDS } as const;

function costRows(evaluations: readonly Evaluation[]): Row[] {
  const years = [...new Set(evaluations.flatMap(({ timeline }) => timeline.years))].sort(
    (one, other) => one - other,
  );
  return [
    {
      id: "total-cost",
      name: "Total cost",
      ...COST,
      figure: (evaluation) => formatMoney(totalCost(evaluation)),
      explained: { id: "total-cost" },
    },
    ...years.map(costOfYearRow),
    { id: "full-year-effect", name: "Full-year effect of the last year", ...COST, figure: fullYearEffect },
    {
      id: "one-offs",
      name: "One-off costs",
      ...COST,
      figure: ({ costs }) =>
        formatMoney(sumPence([...costs.values()].flatMap(({ oneOffYears }) => oneOffYears))),
    },
  ];
}

function costOfYearRow(year: FinancialYear): Row {
  const name = formatFinancialYear(year);
  return {
    id: `cost-${name}`,
    name: `Cost ${name}`,
    ...COST,
    figure: ({ timeline, costs }) => {
      const place = timeline.years.indexOf(year);
      return place < 0 ? null : formatMoney(costInYear([...costs.values()], place));
    },
    monthsOf: ({ timeline }) => {
      const place = timeline.years.indexOf(year);
      return place < 0 ? null : timeline.yearPlaceOfMonth.filter((of) => of === place).length;
    },
    explained: { id: "cost", year },
  };
}

/** What provisions cost in the year at a place of the horizon. */
export function costInYear(costs: readonly Pick<ProvisionCost, "years">[], place: number): Pence {
  return sumPence(costs.map(({ years }) => years[place] as Pence));
}

/** All costs of the horizon, recurring and one-off. */
export function totalCost({ costs }: Pick<Evaluation, "costs">): Pence {
  return sumPence([...costs.values()].map(({ total }) => total));
}

/** What the provisions in service at the end of the horizon cost a year at their prices then. */
function fullYearEffect({ costs, timeline }: Evaluation): DecimalText {
  const last = timeline.years.length - 1;
  return formatMoney(
    sumPence(
      [...costs.values()].map(({ months, annualPrice }) =>
        (months.at(-1) ?? 0n) > 0n ? (annualPrice[last] ?? 0n) : 0n,
      ),
    ),
  );
}

function fundingRows(): Row[] {
  const certain = (level: "confirmed" | "indicative" | "atRisk") => (evaluation: Evaluation) =>
    formatMoney(sumPence(evaluation.funding.byCertainty.map((year) => year[level])));
  const group = "funding";
  return [
    {
      id: "unfunded",
      group,
      name: "Unfunded",
      ...POUNDS,
      figure: ({ funding }) => formatMoney(sumPence(funding.unfunded)),
      explained: { id: "unfunded" },
    },
    {
      id: "confirmed",
      group,
      name: "Firm: paid by confirmed money",
      unit: "£",
      betterWhen: "higher",
      figure: certain("confirmed"),
    },
    {
      id: "indicative",
      group,
      name: "Likely: paid by indicative money",
      unit: "£",
      betterWhen: null,
      figure: certain("indicative"),
    },
    {
      id: "at-risk",
      group,
      name: "At risk: paid by money that is not agreed",
      ...POUNDS,
      figure: certain("atRisk"),
    },
    { id: "unspendable", group, name: "Money that lapses unspent", ...POUNDS, figure: unspendable },
  ];
}

function unspendable({ funding, scenario }: Evaluation): DecimalText {
  const lapsing = (scenario.fundingSources ?? []).filter(({ carryForward }) => carryForward !== true);
  return formatMoney(
    sumPence(lapsing.flatMap(({ id }) => funding.sources.get(id)?.map(({ unused }) => unused) ?? [])),
  );
}

function funderRows(evaluations: readonly Evaluation[]): Row[] {
  const sources = named(evaluations, ({ scenario }) => scenario.fundingSources ?? []);
  return sources.map(({ id, name }) => ({
    id: `source-${id}`,
    group: "funders",
    name: `Paid by ${name}`,
    unit: "£",
    betterWhen: null,
    figure: ({ funding }) => {
      const years = funding.sources.get(id);
      return years === undefined ? null : formatMoney(sumPence(years.map(({ used }) => used)));
    },
  }));
}

/** What each organisation contributes over the horizon, top-ups included; null where it is in no round. */
export function contributionOf(
  evaluation: Pick<Evaluation, "contributions">,
  organisation: Id,
): Pence | null {
  const years = contributionByYear(evaluation, organisation);
  return years === null ? null : sumPence(years);
}

/** The same by year of the horizon: how it is phased. */
export function contributionByYear(
  { contributions }: Pick<Evaluation, "contributions">,
  organisation: Id,
): readonly Pence[] | null {
  const paid = [...contributions.values()].flatMap(({ members, toppedUp }) => [
    ...members
      .filter((member) => member.organisation === organisation)
      .flatMap(({ share, buyIn, override }) => [share, buyIn, ...(override === null ? [] : [override])]),
    ...(toppedUp.has(organisation) ? [toppedUp.get(organisation) ?? []] : []),
  ]);
  const [first] = paid;
  return first === undefined ? null : first.map((_, year) => sumPence(paid.map((of) => of[year] as Pence)));
}

/** The organisations that contribute in any of the scenarios, each with its name. */
export function contributorsOf(evaluations: readonly Evaluation[]) {
  return named(evaluations, ({ scenario }) => scenario.organisations).filter(({ id }) =>
    evaluations.some((evaluation) => contributionOf(evaluation, id) !== null),
  );
}

function contributionRows(evaluations: readonly Evaluation[]): Row[] {
  const group = "contributions";
  return contributorsOf(evaluations).flatMap(({ id, name }): Row[] => [
    {
      id: `contribution-${id}`,
      group,
      name: `Contribution of ${name}`,
      unit: "£",
      betterWhen: null,
      figure: (evaluation) => shown(contributionOf(evaluation, id)),
      explained: { id: "contribution", organisation: id },
    },
    {
      id: `contribution-per-resident-${id}`,
      group,
      name: `Contribution of ${name} per resident`,
      unit: "£",
      betterWhen: null,
      figure: (evaluation) => shown(contributionPerResident(evaluation, id)),
    },
  ]);
}

const shown = (amount: Pence | null): DecimalText | null => (amount === null ? null : formatMoney(amount));

/**
 * A member's contribution over the horizon for each resident of its area, half up to the penny; null where it pays in
 * no round as a member, or nobody knows how many live there. Example: £41,000 of 51,100 residents is £0.80.
 */
export function contributionPerResident(evaluation: Evaluation, organisation: Id): Pence | null {
  const members = [...evaluation.contributions.values()].flatMap(({ members: all }) => all);
  const area = members.find((member) => member.organisation === organisation)?.area;
  const population = evaluation.scenario.areas.find(({ id }) => id === area)?.bases["population"];
  const paid = contributionOf(evaluation, organisation);
  if (population === undefined || paid === null) return null;
  const residents = parseDecimal(population);
  return residents.compare(ZERO) <= 0 ? null : roundToPence(rational(paid).div(residents));
}
