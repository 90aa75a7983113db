import type { LoaderFunctionArgs } from "@remix-run/node";
import { type Day, parseDay } from "../../scenarios/model/calendar";
import { ID_PATTERN } from "../../scenarios/model/identifiers";
import { mayEdit } from "../access/access-table";
import type { LoadedScenario, Plan } from "../services/services";
import type { Authorship, ScenarioKey } from "../services/saving";

/** What every route below a scenario begins with: the scenario of the address, or "page not found". */
export async function requireScenario(args: LoaderFunctionArgs): Promise<LoadedScenario> {
  const loaded = await args.context.services.loadScenario(scenarioKeyOf(args));
  if (loaded === null) throw notFound();
  return loaded;
}

export async function requirePlan({ params, context }: LoaderFunctionArgs): Promise<Plan> {
  const plan = await context.services.loadPlan(idOf(params, "plan"));
  if (plan === null) throw notFound();
  return plan;
}

export const scenarioKeyOf = ({ params }: Pick<LoaderFunctionArgs, "params">): ScenarioKey => ({
  plan: idOf(params, "plan"),
  scenario: idOf(params, "scenario"),
});

/** A part of an address that can be an id; what cannot is never looked for. */
function idOf(params: LoaderFunctionArgs["params"], name: string): string {
  const id = params[name] ?? "";
  if (!ID_PATTERN.test(id)) throw notFound();
  return id;
}

export const scenarioHref = ({ plan, scenario }: ScenarioKey): string =>
  `/plans/${encodeURIComponent(plan)}/scenarios/${encodeURIComponent(scenario)}`;

/** Where one table of a scenario can be had as a file. */
export const csvHref = (scenario: string, table: string): string => `${scenario}/download/csv/${table}`;

export const notFound = (): Response => new Response(null, { status: 404, statusText: "Not Found" });

/** Who does what this request does: the person who is signed in. */
export function authorshipOf({ context }: Pick<LoaderFunctionArgs, "context">): Authorship {
  const { identity, now } = context;
  if (identity.kind !== "person") throw new Error(`a ${identity.kind} is no author`);
  return { author: identity.name, person: identity.id, now: now.toISOString() };
}

/** Pages that are nothing but a form open only to those who may send it. */
export function requireEditor({ context }: Pick<LoaderFunctionArgs, "context">): void {
  if (!mayEdit(context.identity)) throw new Response(null, { status: 403, statusText: "Forbidden" });
}

/** The day of the request. */
export const todayOf = ({ context }: Pick<LoaderFunctionArgs, "context">): Day =>
  parseDay(context.now.toISOString().slice(0, 10));
