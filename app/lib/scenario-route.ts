import type { LoaderFunctionArgs } from "@remix-run/node";
import { type Day, parseDay } from "../../scenarios/model/calendar";
import type { Authorship, LoadedScenario, Plan, ScenarioKey } from "../services/services";

/** What every route below a scenario begins with: the scenario of the address, or "page not found". */
export async function requireScenario(args: LoaderFunctionArgs): Promise<LoadedScenario> {
  const loaded = await args.context.services.loadScenario(scenarioKeyOf(args));
  if (loaded === null) throw notFound();
  return loaded;
}

export async function requirePlan({ params, context }: LoaderFunctionArgs): Promise<Plan> {
  const plan = await context.services.loadPlan(params["plan"] ?? "");
  if (plan === null) throw notFound();
  return plan;
}

export const scenarioKeyOf = ({ params }: Pick<LoaderFunctionArgs, "params">): ScenarioKey => ({
  plan: params["plan"] ?? "",
  scenario: params["scenario"] ?? "",
});

export const scenarioHref = ({ plan, scenario }: ScenarioKey): string =>
  `/plans/${encodeURIComponent(plan)}/scenarios/${encodeURIComponent(scenario)}`;

/** Where one table of a scenario can be had as a file. */
export const csvHref = (scenario: string, table: string): string => `${scenario}/download/csv/${table}`;

export const notFound = (): Response => new Response(null, { status: 404, statusText: "Not Found" });

/** Until people can sign in, the planner runs for the one person at this computer. */
export const authorshipOf = ({ context }: Pick<LoaderFunctionArgs, "context">): Authorship => ({
  author: "This computer",
  now: context.now.toISOString(),
});

/** The day of the request. */
export const todayOf = ({ context }: Pick<LoaderFunctionArgs, "context">): Day =>
  parseDay(context.now.toISOString().slice(0, 10));
