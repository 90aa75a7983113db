import type { LoaderFunctionArgs } from "@remix-run/node";
import { generalBudget, withFrontier } from "../../scenarios/optimise/budget-frontier";
import type { Priorities } from "../../scenarios/model/scenario";
import type { Plan } from "../../scenarios/optimise/plan";
import type { Sensitivity } from "../../scenarios/optimise/sensitivity";
import { ALL_BUDGETS, type Moves } from "../../scenarios/optimise/what-moves";
import { type Prioritised, prioritised } from "../reports/priorities";
import { movedBy } from "../reports/priorities-moving";
import { isSensitivityTable, prioritiesTables, sensitivityTables } from "../reports/priorities-tables";
import type { ReportTable } from "../reports/report-table";
import type { ListedScenario, LoadedScenario, LongWork } from "../services/services";
import { workKey } from "../services/work-key";
import { prioritySteps, type Step } from "./first-steps";
import { type ShownWork, showWork, type WorkOn } from "./show-work";

/** As long as a page waits for an answer before it says that the planner is at work. */
const PATIENCE_MILLISECONDS = 2500;
/** As long as a file may wait: longer than any work on a plan is let go on. */
export const FILE_PATIENCE_MILLISECONDS = 25 * 60_000;

/** There are no lines to choose from: what is still to be entered where it is begun, else null. */
export type NothingToChoose = { readonly state: "none"; readonly steps: readonly Step[] | null };

/** Why a page has nothing to show: there are no priorities, or what it needs is not worked out yet, or was stopped. */
export type NotYet = NothingToChoose | ShownWork;

type Context = Pick<LoaderFunctionArgs, "context">;
type Content = Pick<LoadedScenario, "contentHash" | "scenario">;

/** The priorities of a scenario with their plan. */
export async function loadPrioritised(
  args: Context,
  loaded: Content,
  { patience = PATIENCE_MILLISECONDS }: { readonly patience?: number } = {},
): Promise<Prioritised | NotYet> {
  if (!hasLines(loaded)) {
    const { priorities } = loaded.scenario;
    return { state: "none", steps: priorities === undefined ? null : prioritySteps(priorities) };
  }
  const plan = await beforeLong(args, { kind: "plan", budget: null, loaded, patience }, () =>
    args.context.services.planOfPriorities(loaded),
  );
  return "state" in plan ? plan : prioritised(loaded.scenario, plan.answer);
}

/**
 * The priorities with the frontier of what is asked for, one of several budgets or all together, else of the general
 * one; or the work on it. Where there is one budget whose plans are all listed, or none, they are what they were.
 */
export async function loadMoving(
  args: Context,
  {
    loaded,
    view,
    asked,
    patience = PATIENCE_MILLISECONDS,
    soFar = false,
  }: {
    readonly loaded: Content;
    readonly view: Prioritised;
    readonly asked: string | null;
    /** Whether what is known of the frontier is wanted while it is worked out. */
    readonly soFar?: boolean;
    /** In milliseconds. */
    readonly patience?: number;
  },
): Promise<Moving> {
  const { plan, priorities } = view;
  const budget = hasWhole(plan) ? null : whatMoves(priorities, asked);
  if (budget === null) return { view, underWay: null };
  const moved = await beforeLong(args, { kind: "frontier", budget, loaded, patience }, () =>
    args.context.services.frontierOfPriorities(loaded, budget),
  );
  if ("state" in moved) {
    const known = soFar ? args.context.services.frontierSoFar(loaded, budget) : null;
    const partly = known === null ? view : { ...view, plan: withFrontier(plan, priorities, known) };
    return { view: partly, underWay: moved };
  }
  return { view: { ...view, plan: withFrontier(plan, priorities, moved.answer) }, underWay: null };
}

/** The plan for a file, with the frontier of what the page moves first; a file waits, but not for what was stopped. */
export async function loadPlanForFile(args: Context, loaded: Content): Promise<Plan | null> {
  const { services } = args.context;
  const { priorities } = loaded.scenario;
  if (!hasLines(loaded) || priorities === undefined) return null;
  const isStopped = (work: LongWork, moves: Moves | null): boolean =>
    work.stateOf(workKey(loaded.contentHash, moves))?.state === "stopped";
  if (isStopped(services.longWork.plan, null)) return null;
  const plan = await services.planOfPriorities(loaded);
  const moves = hasWhole(plan) ? null : whatMoves(priorities, null);
  if (moves === null || isStopped(services.longWork.frontier, moves)) return plan;
  return withFrontier(plan, priorities, await services.frontierOfPriorities(loaded, moves));
}

/** The work that a file would wait for, or that was stopped; null where there is none. */
export async function workBeforeFile(args: Context, loaded: LoadedScenario): Promise<ShownWork | null> {
  if (!hasLines(loaded)) return null;
  const view = await loadPrioritised(args, loaded);
  if ("state" in view) return view.state === "none" ? null : view;
  return (await loadMoving(args, { loaded, view, asked: null })).underWay;
}

/** With one budget the plan comes with its frontier, unless there are too many plans to list. */
const hasWhole = ({ moving, frontierComplete }: Plan): boolean => moving !== null && frontierComplete;

function whatMoves(priorities: Priorities, asked: string | null): Moves | null {
  const { budgets } = priorities;
  if (asked === ALL_BUDGETS && budgets.length > 1) return ALL_BUDGETS;
  return budgets.find(({ id }) => id === asked)?.id ?? generalBudget(priorities);
}

/** The work is on the frontier alone: the plan itself is there, and perhaps what is known of the frontier so far. */
export type Moving = { readonly view: Prioritised; readonly underWay: ShownWork | null };

/** How much the plan depends on what was agreed; null where that cannot be worked out exactly. */
export async function loadSensitivity(
  args: Context,
  loaded: Content,
  { plan }: { readonly plan: Plan },
): Promise<{ readonly answer: Sensitivity | null } | ShownWork> {
  return beforeLong(args, { kind: "sensitivity", budget: null, loaded }, () =>
    args.context.services.sensitivityOfPriorities(loaded, plan),
  );
}

/** The best plan for the card of a scenario that has lines to choose from and no provisions; null for every other. */
export async function loadCardPlan(
  args: Context,
  { evaluation, contentHash }: ListedScenario,
): Promise<Prioritised | null> {
  if (evaluation === null || evaluation.scenario.provisions.length > 0) return null;
  const view = await loadPrioritised(args, { contentHash, scenario: evaluation.scenario });
  return "state" in view ? null : view;
}

/** A table of the priorities by its id; a file waits until it is there. */
export async function findPrioritiesTable(
  { context: { services } }: Context,
  loaded: LoadedScenario,
  id: string,
): Promise<ReportTable | null> {
  if (!hasLines(loaded)) return null;
  refuseStopped(services.longWork.plan, loaded);
  const plan = await services.planOfPriorities(loaded);
  const view = prioritised(loaded.scenario, plan);
  const find = (of: Prioritised): ReportTable | null =>
    prioritiesTables(of).find((table) => table.id === id) ?? null;
  if (!isSensitivityTable(id)) {
    const budget = movedBy(view, id);
    if (budget === null || hasWhole(plan)) return find(view);
    refuseStopped(services.longWork.frontier, loaded, budget);
    const moved = await services.frontierOfPriorities(loaded, budget);
    return find({ ...view, plan: withFrontier(plan, view.priorities, moved) });
  }
  refuseStopped(services.longWork.sensitivity, loaded);
  const sensitivity = plan.status === "optimal" ? await services.sensitivityOfPriorities(loaded, plan) : null;
  if (sensitivity === null) return null;
  return sensitivityTables(view, sensitivity).find((table) => table.id === id) ?? null;
}

function refuseStopped(work: LongWork, { contentHash }: Content, budget: Moves | null = null): void {
  if (work.stateOf(workKey(contentHash, budget))?.state === "stopped")
    throw new Response("The work on this was stopped. Start it again on the Priorities page.", {
      status: 409,
    });
}

const hasLines = ({ scenario }: Pick<LoadedScenario, "scenario">): boolean =>
  (scenario.priorities?.lines.length ?? 0) > 0;

async function beforeLong<Answer>(
  { context }: Context,
  {
    kind,
    budget,
    loaded: { contentHash },
    patience = PATIENCE_MILLISECONDS,
  }: WorkOn & { readonly loaded: Content; readonly patience?: number },
  work: () => Promise<Answer>,
): Promise<{ readonly answer: Answer } | ShownWork> {
  const { stateOf } = context.services.longWork[kind];
  const key = workKey(contentHash, budget);
  if (stateOf(key)?.state === "stopped") return { state: "stopped", kind, budget };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const answer = work().then((value) => ({ answer: value }));
  // Somebody may stop it after this page was told that it is under way.
  answer.catch(() => undefined);
  const first = await Promise.race([answer, late]).finally(() => clearTimeout(timer));
  return first ?? showWork({ kind, budget }, stateOf(key), context.now.getTime() + patience);
}
