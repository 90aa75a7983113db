import type { ActionFunctionArgs } from "@remix-run/node";
import { refuseForm } from "./refuse-form";
import { safeRedirect } from "./safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "./scenario-route";

/** One criterion with all the weight, one budget, no lines yet. */
const FIRST_PRIORITIES = {
  criteria: [{ id: "score", name: "Score", weight: "100" }],
  budgets: [{ id: "budget", name: "Budget", amount: "0.00" }],
  lines: [],
};

/** Begins a prioritisation where there is none; where somebody else has just begun one, leads to theirs and says so. */
export async function beginPriorities(args: ActionFunctionArgs): Promise<Response> {
  const { scenario, revision } = await requireScenario(args);
  const key = scenarioKeyOf(args);
  const page = `${scenarioHref(key)}/priorities`;
  if (scenario.priorities !== undefined) return safeRedirect(`${page}?begun=before`);
  const operations = [{ op: "add", path: "/priorities", value: FIRST_PRIORITIES }] as const;
  const request = { baseRevision: revision, change: { name: "Prioritisation begun", operations } };
  const saved = await args.context.services.saveChange(key, request, authorshipOf(args));
  switch (saved.outcome) {
    case "saved":
      return safeRedirect(page);
    case "conflict":
      return safeRedirect(`${page}?begun=before`);
    case "refused":
      return refuseForm({ faults: saved.issues.map(({ message }) => message) });
    case "missing":
      throw notFound();
  }
}
