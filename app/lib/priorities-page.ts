import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Plan } from "../../scenarios/optimise/plan";
import { type Prioritised, prioritised } from "../reports/priorities";
import { prioritiesTables } from "../reports/priorities-tables";
import type { ReportTable } from "../reports/report-table";
import type { ListedScenario, LoadedScenario } from "../services/services";

/** As long as a page waits for a plan before it says that the planner is at work. */
const PATIENCE_MILLISECONDS = 2500;

/** The priorities of a scenario with their plan; "none" where it has no priorities, "working" while they are compared. */
export async function loadPrioritised(
  { context }: Pick<LoaderFunctionArgs, "context">,
  loaded: LoadedScenario,
): Promise<Prioritised | "none" | "working"> {
  if (!hasLines(loaded)) return "none";
  const plan = await beforeLong(context.services.planOfPriorities(loaded));
  return plan === null ? "working" : prioritised(loaded.scenario, plan);
}

/** The best plan for the card of a scenario that has lines to choose from and no provisions; null for every other. */
export async function loadCardPlan(
  { context }: Pick<LoaderFunctionArgs, "context">,
  { evaluation, contentHash }: ListedScenario,
): Promise<Prioritised | null> {
  if (evaluation === null || evaluation.scenario.provisions.length > 0 || !hasLines(evaluation)) return null;
  const { scenario } = evaluation;
  const plan = await beforeLong(context.services.planOfPriorities({ contentHash, scenario }));
  return plan === null ? null : prioritised(scenario, plan);
}

/** A table of the priorities by its id; a file waits until it is there. */
export async function findPrioritiesTable(
  { context }: Pick<LoaderFunctionArgs, "context">,
  loaded: LoadedScenario,
  id: string,
): Promise<ReportTable | null> {
  if (!hasLines(loaded)) return null;
  const plan = await context.services.planOfPriorities(loaded);
  return prioritiesTables(prioritised(loaded.scenario, plan)).find((table) => table.id === id) ?? null;
}

const hasLines = ({ scenario }: Pick<LoadedScenario, "scenario">): boolean =>
  (scenario.priorities?.lines.length ?? 0) > 0;

async function beforeLong(plan: Promise<Plan>): Promise<Plan | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MILLISECONDS);
  });
  return Promise.race([plan, late]).finally(() => clearTimeout(timer));
}
