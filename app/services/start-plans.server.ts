import { createPlan, listPlans } from "../../db/repositories/plans";
import { createScenario, listTakenIds } from "../../db/repositories/scenarios";
import type { Database } from "../../db/schema";
import { freeId, type Id, idFromName } from "../../scenarios/model/identifiers";
import { SCENARIO_FORMAT, type Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";
import type { Authorship, ImportOutcome } from "./saving";

/** Words of the planner's own addresses, which no plan may have as its id. */
const RESERVED = ["new"];

/** A new plan under an id of its name. */
export async function startPlan(
  db: Database,
  { name, about }: { readonly name: string; readonly about: string },
  { author, now }: Authorship,
): Promise<Id> {
  const taken = (await listPlans(db)).map(({ id }) => id);
  const id = freeId(idFromName(name), [...RESERVED, ...taken]);
  const created = await createPlan(db, { id, name, about, author, now });
  if (created.outcome !== "created") throw new Error(`the plan ${id} was ${created.outcome}`);
  return id;
}

/** A scenario with nothing in it but its months. */
export async function startScenario(
  db: Database,
  plan: Id,
  { name, horizon }: Pick<Scenario, "name" | "horizon">,
  by: Authorship,
): Promise<ImportOutcome> {
  const id = freeId(idFromName(name), await listTakenIds(db, plan));
  const empty = { organisations: [], areas: [], activities: [], provisions: [] };
  const checked = validateScenario({ format: SCENARIO_FORMAT, id, name, horizon, ...empty });
  if (!checked.ok) return { outcome: "refused", issues: checked.issues };
  const created = await createScenario(db, { plan, document: checked.scenario, ...by });
  return created.outcome === "created" ? { outcome: "created", scenario: id } : created;
}
