import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  groupOfPath,
  isPlanFigure,
  type Measure,
  measurePlans,
  type PlanFigure,
} from "../../scenarios/compare-scenarios";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { describeChanges } from "../forms/describe-changes";
import type { GroupedChange } from "../reports/comparison/changes";
import {
  type ComparedColumn,
  type Comparison,
  compareColumns,
  planIn,
} from "../reports/comparison/comparison";
import { planWaterfall } from "../reports/comparison/plan-waterfall";
import { type Waterfall, waterfallOf } from "../reports/comparison/waterfall";
import type {
  ComparedScenario,
  Comparisons,
  PlanWithScenarios,
  ScenarioPick,
  Services,
} from "../services/services";
import { type CompareQuery, pickKey, type QueryFault, readCompareQuery } from "./compare-query";
import { FILE_PATIENCE_MILLISECONDS, loadPrioritised } from "./priorities-page";
import { notFound } from "./scenario-route";

/** What a comparison rests on, for its page and its files alike. */
export type LoadedComparison = {
  readonly plan: PlanWithScenarios;
  /** As the address says it, without what is not there; its faults say so. */
  readonly query: CompareQuery;
  /** The reference first. */
  readonly compared: readonly ComparedScenario[];
  /** Null where fewer than two scenarios are left to compare. */
  readonly comparison: Comparison | null;
  /** Null where nothing is asked, or what is asked cannot be answered; the faults of the query then say why. */
  readonly why: Why | null;
};

/** Why a figure of one scenario differs from the reference's. */
export type Why = {
  readonly measure: string;
  /** Whether it is a row of priorities, whose changes are grouped by what a plan depends on. */
  readonly isOfPlans: boolean;
  readonly first: ComparedColumn;
  readonly second: ComparedColumn;
  readonly changes: readonly GroupedChange[];
  /** Null where the row has none, or a mix of the two scenarios cannot be evaluated. */
  readonly waterfall: Waterfall | null;
  readonly noWaterfall: "not-explained" | "no-mix" | null;
};

/** A file waits for the plans of its prioritisations; a page says that they are being worked out. */
export async function loadComparison(
  args: LoaderFunctionArgs,
  { isFile = false }: { readonly isFile?: boolean } = {},
): Promise<LoadedComparison> {
  const { params, request, context } = args;
  const { services } = context;
  const plan = await services.loadPlan(params["plan"] ?? "");
  if (plan === null) throw notFound();
  const asked = readCompareQuery(new URL(request.url).searchParams, plan);
  const loaded = await services.loadCompared(plan.id, asked.picks);
  const found = asked.picks.flatMap((pick, place) => {
    const scenario = loaded[place] ?? null;
    return scenario === null ? [] : [{ pick, scenario }];
  });
  const faults = [...asked.faults, ...asked.picks.flatMap((pick, place) => missing(pick, loaded[place]))];
  const picks = found.map(({ pick }) => pick);
  const compared = found.map(({ scenario }) => scenario);
  const comparison = picks.length < 2 ? null : await compare(args, { picks, compared, isFile });
  const { why, fault } = await findWhy(services, { ...asked, picks }, compared, comparison);
  const query = { ...asked, picks, why: why === null ? null : asked.why };
  return { plan, compared, comparison, why, query: { ...query, faults: [...faults, ...fault] } };
}

type Picked = { readonly picks: readonly ScenarioPick[]; readonly compared: readonly ComparedScenario[] };

function missing(pick: ScenarioPick, loaded: ComparedScenario | null | undefined): QueryFault[] {
  if (loaded !== null && loaded !== undefined) return [];
  const text =
    pick.revision === null
      ? `The scenario “${pick.scenario}” is no longer there.`
      : `The scenario “${pick.scenario}” has no revision ${pick.revision}: choose one of its history.`;
  return [{ field: "scenario", text }];
}

async function compare(
  args: Pick<LoaderFunctionArgs, "context">,
  { picks, compared, isFile }: Picked & { readonly isFile: boolean },
): Promise<Comparison> {
  const { comparisons } = args.context.services;
  const columns = await Promise.all(
    columnsOf({ picks, compared }).map(async (column, place) => {
      const [own] = compared.slice(place, place + 1).flatMap(evaluated);
      return own === undefined ? column : { ...column, prioritised: await prioritisedIn(args, own, isFile) };
    }),
  );
  const whole = compared.flatMap(evaluated);
  const plans = measurePlans(
    columns.flatMap((column) => (column.evaluation === null ? [] : [planIn(column)])),
  );
  // Of scenarios that only set priorities every other figure is nothing.
  const areOnlyPriorities = plans.length > 0 && whole.every(isOnlyPriorities);
  return compareColumns(columns, [...(areOnlyPriorities ? [] : comparisons.measures(whole)), ...plans]);
}

const isOnlyPriorities = ({ evaluation }: EvaluatedScenario): boolean =>
  evaluation.scenario.provisions.length === 0;

/** The plan of a scenario that sets priorities. */
async function prioritisedIn(
  args: Pick<LoaderFunctionArgs, "context">,
  { contentHash, evaluation }: EvaluatedScenario,
  isFile: boolean,
): Promise<ComparedColumn["prioritised"]> {
  const view = await loadPrioritised(
    args,
    { contentHash, scenario: evaluation.scenario },
    isFile ? { patience: FILE_PATIENCE_MILLISECONDS } : {},
  );
  if (!("state" in view)) return view;
  return view.state === "none" ? undefined : "under-way";
}

/** Every column has a name of its own, also where a scenario stands beside its earlier self. */
function columnsOf({ picks, compared }: Picked): readonly ComparedColumn[] {
  const names = compared.map(({ name }, place) => {
    const revision = picks[place]?.revision ?? null;
    return revision === null ? name : `${name}, revision ${revision}`;
  });
  return compared.map(({ evaluation }, place) => {
    const [name, key] = [names[place] as string, pickKey(picks[place] as ScenarioPick)];
    return { key, evaluation, name: names.indexOf(name) === place ? name : `${name} (${key})` };
  });
}

type EvaluatedScenario = ComparedScenario & { readonly evaluation: Evaluation };

function evaluated(scenario: ComparedScenario): EvaluatedScenario[] {
  return scenario.evaluation === null ? [] : [{ ...scenario, evaluation: scenario.evaluation }];
}

/** The changed inputs of a scenario against another, in words and in their groups. */
export function changesBetween(
  { comparisons }: Services,
  first: ComparedScenario,
  second: ComparedScenario,
): readonly GroupedChange[] {
  const [[from], [to]] = [evaluated(first), evaluated(second)];
  if (from === undefined || to === undefined) return [];
  const [before, after] = [from.evaluation.scenario, to.evaluation.scenario];
  return describeChanges(before, after, comparisons.changes(from, to)).map((change) => ({
    ...change,
    group: groupOfPath(change.path, before, after),
  }));
}

async function findWhy(
  services: Services,
  { why: asked, picks }: CompareQuery,
  compared: readonly ComparedScenario[],
  comparison: Comparison | null,
): Promise<{ readonly why: Why | null; readonly fault: readonly QueryFault[] }> {
  if (asked === null || comparison === null) return { why: null, fault: [] };
  const refused = (text: string) => ({ why: null, fault: [{ field: "why" as const, text }] });
  const measure = comparison.measures.find(({ id }) => id === asked.measure);
  const place = picks.findIndex((pick) => pickKey(pick) === asked.scenario);
  if (measure === undefined) return refused(`There is no row “${asked.measure}” in this comparison.`);
  if (place < 0) return refused(`The scenario “${asked.scenario}” is not in this comparison.`);
  if (place === 0) return refused("The reference does not differ from itself: choose another scenario.");
  const [first, second] = [compared[0] as ComparedScenario, compared[place] as ComparedScenario];
  if (first.evaluation === null || second.evaluation === null)
    return refused("A scenario with faults has no figures to explain.");
  const columns = [
    comparison.columns[0] as ComparedColumn,
    comparison.columns[place] as ComparedColumn,
  ] as const;
  const waterfall = isPlanFigure(measure.id)
    ? await explainPlans(
        services.comparisons,
        { ...measure, id: measure.id },
        {
          compared: [first, second],
          columns,
        },
      )
    : explainBetween(services.comparisons, measure, [first, second]);
  return {
    fault: [],
    why: {
      measure: measure.name,
      isOfPlans: isPlanFigure(measure.id),
      first: columns[0],
      second: columns[1],
      changes: changesBetween(services, first, second),
      waterfall,
      noWaterfall: waterfall !== null ? null : measure.explained === undefined ? "not-explained" : "no-mix",
    },
  };
}

/** The waterfall of a row between two scenarios; null where it has none, or a mix of the two cannot be evaluated. */
export function explainBetween(
  comparisons: Comparisons,
  measure: Measure,
  [first, second]: readonly [ComparedScenario, ComparedScenario],
): Waterfall | null {
  const { explained } = measure;
  const [[from], [to]] = [evaluated(first), evaluated(second)];
  if (explained === undefined || from === undefined || to === undefined) return null;
  const steps = comparisons.explain(explained, from, to);
  return steps === null
    ? null
    : waterfallOf({ ...measure, explained }, [from.evaluation, to.evaluation], steps);
}

/** The steps from one plan to another; null where one of them is not known. */
async function explainPlans(
  comparisons: Comparisons,
  measure: Measure & { readonly id: PlanFigure },
  {
    compared,
    columns,
  }: {
    readonly compared: readonly [ComparedScenario, ComparedScenario];
    readonly columns: readonly [ComparedColumn, ComparedColumn];
  },
): Promise<Waterfall | null> {
  const [[from], [to]] = [evaluated(compared[0]), evaluated(compared[1])];
  const [first, second] = [planIn(columns[0]), planIn(columns[1])];
  if (from === undefined || to === undefined || first === null || second === null) return null;
  const steps = await comparisons.planSteps(
    { ...first, contentHash: from.contentHash },
    { ...second, contentHash: to.contentHash },
  );
  return planWaterfall(measure, [first, second], steps);
}
