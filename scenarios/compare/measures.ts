import { formatFinancialYear } from "../model/calendar";
import type { Evaluation } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { formatMoney, type Pence, sumPence } from "../model/money";
import { formatQuantity } from "../model/quantity";
import type { DecimalText } from "../model/scenario";

/** One row of a comparison: the same figure of every scenario. */
export type Measure = {
  readonly id: string;
  readonly name: string;
  /** "£" for money; otherwise what is counted: days, cases, lots. */
  readonly unit: string;
  readonly betterWhen: "lower" | "higher" | null;
  /** By place of the scenario; null where a scenario has no such figure. */
  readonly values: readonly (DecimalText | null)[];
};

type Row = Omit<Measure, "values"> & { readonly figure: (evaluation: Evaluation) => DecimalText | null };

/**
 * The rows on which scenarios are compared (rules §12): money by year, unfunded, certainty, each organisation's
 * contribution, coverage, double running, capacity short and waiting by activity (units never added), lots. A row is there as soon as one scenario has it.
 */
export function measureScenarios(evaluations: readonly Evaluation[]): Measure[] {
  const rows = [
    ...costRows(evaluations),
    ...fundingRows(),
    ...contributionRows(evaluations),
    ...coverageRows(),
    ...waitingRows(evaluations),
    ...lotRows(),
  ];
  return rows
    .map(({ figure, ...row }) => ({ ...row, values: evaluations.map(figure) }))
    .filter(({ values }) => values.some((value) => value !== null));
}

const POUNDS = { unit: "£", betterWhen: "lower" } as const;

function costRows(evaluations: readonly Evaluation[]): Row[] {
  const years = [...new Set(evaluations.flatMap(({ timeline }) => timeline.years))].sort(
    (one, other) => one - other,
  );
  return [
    {
      id: "total-cost",
      name: "Total cost",
      ...POUNDS,
      figure: (evaluation) => formatMoney(totalCost(evaluation)),
    },
    ...years.map((year): Row => {
      const name = formatFinancialYear(year);
      return {
        id: `cost-${name}`,
        name: `Cost ${name}`,
        ...POUNDS,
        figure: ({ timeline, costs }) => {
          const place = timeline.years.indexOf(year);
          return place < 0
            ? null
            : formatMoney(sumPence([...costs.values()].map((cost) => cost.years[place] as Pence)));
        },
      };
    }),
    {
      id: "one-offs",
      name: "One-off costs",
      ...POUNDS,
      figure: ({ costs }) =>
        formatMoney(sumPence([...costs.values()].flatMap(({ oneOffYears }) => oneOffYears))),
    },
    { id: "full-year-effect", name: "Full-year effect of the last year", ...POUNDS, figure: fullYearEffect },
  ];
}

/** All costs of the horizon, recurring and one-off. */
export function totalCost({ costs }: Evaluation): Pence {
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
  return [
    {
      id: "unfunded",
      name: "Unfunded",
      ...POUNDS,
      figure: ({ funding }) => formatMoney(sumPence(funding.unfunded)),
    },
    {
      id: "unspendable",
      name: "Money that lapses unspent",
      ...POUNDS,
      figure: ({ funding, scenario }) =>
        formatMoney(
          sumPence(
            (scenario.fundingSources ?? [])
              .filter(({ carryForward }) => carryForward !== true)
              .flatMap(({ id }) => funding.sources.get(id)?.map(({ unused }) => unused) ?? []),
          ),
        ),
    },
    {
      id: "confirmed",
      name: "Paid by confirmed money",
      unit: "£",
      betterWhen: "higher",
      figure: certain("confirmed"),
    },
    {
      id: "indicative",
      name: "Paid by indicative money",
      unit: "£",
      betterWhen: null,
      figure: certain("indicative"),
    },
    { id: "at-risk", name: "Paid by money at risk", ...POUNDS, figure: certain("atRisk") },
  ];
}

/** What each organisation contributes over the horizon, top-ups included; null where it is in no round. */
export function contributionOf({ contributions }: Evaluation, organisation: Id): Pence | null {
  const paid = [...contributions.values()].flatMap(({ members, toppedUp }) => [
    ...members.filter((member) => member.organisation === organisation).map(({ total }) => total),
    ...(toppedUp.has(organisation) ? [sumPence(toppedUp.get(organisation) ?? [])] : []),
  ]);
  return paid.length === 0 ? null : sumPence(paid);
}

function contributionRows(evaluations: readonly Evaluation[]): Row[] {
  const names = new Map(
    evaluations.flatMap(({ scenario }) => scenario.organisations.map(({ id, name }) => [id, name] as const)),
  );
  const contributors = [...names].filter(([id]) =>
    evaluations.some((evaluation) => contributionOf(evaluation, id) !== null),
  );
  return contributors.map(([id, name]) => ({
    id: `contribution-${id}`,
    name: `Contribution of ${name}`,
    unit: "£",
    betterWhen: null,
    figure: (evaluation) => {
      const paid = contributionOf(evaluation, id);
      return paid === null ? null : formatMoney(paid);
    },
  }));
}

function coverageRows(): Row[] {
  const days = (stretches: readonly { readonly days: number }[]): DecimalText =>
    String(stretches.reduce((sum, stretch) => sum + stretch.days, 0));
  const row = { unit: "days", betterWhen: "lower" } as const;
  return [
    {
      id: "gap-days",
      name: "Days without a required service",
      ...row,
      figure: ({ coverage }) => days(coverage.gaps),
    },
    {
      id: "unconfirmed-days",
      name: "Days on something unconfirmed",
      ...row,
      figure: ({ coverage }) => days(coverage.unconfirmed),
    },
    {
      id: "double-running",
      name: "Cost of double running",
      ...POUNDS,
      betterWhen: null,
      figure: ({ coverage }) => formatMoney(sumPence(coverage.doubleRunning.map(({ cost }) => cost))),
    },
  ];
}

/** Waiting at the end of the horizon in one activity, all areas; null where the activity has no list. */
export function waitingAtEnd({ capacity }: Evaluation, activity: Id): number | null {
  const lists = capacity.filter((series) => series.activity === activity && !series.turnAway);
  return lists.length === 0 ? null : lists.reduce((sum, { waiting }) => sum + (waiting.at(-1) ?? 0), 0);
}

function waitingRows(evaluations: readonly Evaluation[]): Row[] {
  const activities = new Map(
    evaluations.flatMap(({ scenario }) =>
      scenario.activities.map((activity) => [activity.id, activity] as const),
    ),
  );
  const shown = (quantity: number | null): DecimalText | null =>
    quantity === null ? null : formatQuantity(quantity);
  return [...activities.values()].flatMap(({ id, name, unit }): Row[] => [
    {
      id: `waiting-at-end-${id}`,
      name: `Waiting at the end: ${name}`,
      unit,
      betterWhen: "lower",
      figure: (evaluation) => shown(waitingAtEnd(evaluation, id)),
    },
    {
      id: `served-${id}`,
      name: `Served: ${name}`,
      unit,
      betterWhen: "higher",
      figure: ({ capacity }) => {
        const series = capacity.filter(({ activity }) => activity === id);
        if (series.length === 0) return null;
        return shown(
          series.reduce((sum, { served }) => sum + served.reduce((one, other) => one + other, 0), 0),
        );
      },
    },
  ]);
}

function lotRows(): Row[] {
  return [
    {
      id: "lots",
      name: "Lots of new contracts",
      unit: "lots",
      betterWhen: null,
      figure: ({ scenario }) => String(scenario.provisions.filter(({ kind }) => kind === "lot").length),
    },
  ];
}
