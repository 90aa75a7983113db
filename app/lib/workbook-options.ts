import { agreementsOf } from "../reports/panel-agreements";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { LoadedScenario } from "../services/services";
import type { Reference } from "../workbook/compare-sheet";
import type { WorkbookOptions } from "../workbook/write-workbook";
import { loadPlanForFile } from "./priorities-page";
import { scenarioKeyOf } from "./scenario-route";

/** What a scenario's workbook shows beside its figures: the history, the best plan of its priorities, its reference. */
export async function workbookOptionsOf(
  args: Pick<LoaderFunctionArgs, "params" | "context">,
  loaded: LoadedScenario,
): Promise<WorkbookOptions> {
  const { services, now } = args.context;
  const hasLines = (loaded.scenario.priorities?.lines.length ?? 0) > 0;
  const [history, budgetPlan, reference, panel] = await Promise.all([
    services.loadHistory(scenarioKeyOf(args)),
    loadPlanForFile(args, loaded),
    referenceOf(args, loaded),
    hasLines ? services.panels.load(scenarioKeyOf(args), null) : null,
  ]);
  return {
    createdAt: now,
    revision: loaded.revision,
    plan: loaded.plan.name,
    history: history ?? [],
    budgetPlan,
    panel:
      panel === null || panel.closedAt === null
        ? null
        : { panel, agreements: agreementsOf(history ?? [], panel) },
    reference,
  };
}

/** The scenario that this one is based on; else the first of its plan, the reference of its comparisons. */
async function referenceOf(
  { context }: Pick<LoaderFunctionArgs, "context">,
  { plan, scenario }: LoadedScenario,
): Promise<Reference | null> {
  const { services } = context;
  const ids = (await services.loadPlan(plan.id))?.scenarios.map(({ id }) => id) ?? [];
  const wanted = [scenario.basedOn?.id, ids[0]].find((id) => id !== undefined && ids.includes(id));
  if (wanted === undefined || wanted === scenario.id) return null;
  const [compared] = await services.loadCompared(plan.id, [{ scenario: wanted, revision: null }]);
  if (compared == null || compared.evaluation === null) return null;
  return { name: compared.name, evaluation: compared.evaluation };
}
