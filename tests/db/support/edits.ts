import type { SaveOutcome, Validate } from "../../../db/repositories/apply-on-head";
import { type Edit, saveChange } from "../../../db/repositories/changes";
import { createPlan } from "../../../db/repositories/plans";
import { createScenario } from "../../../db/repositories/scenarios";
import type { Database } from "../../../db/schema";
import type { Operation } from "../../../scenarios/changes/operation";
import type { Scenario } from "../../../scenarios/model/scenario";
import { LATER, NOW, TWO_LOTS } from "./documents";

export const KEY = { plan: "llr", scenario: TWO_LOTS.id };

/** A check that lets pass whatever has a name: what a whole document must be is the model's own affair. */
export const validate: Validate = (document) => {
  const scenario = document as Scenario;
  if (scenario.name !== "") return { ok: true, scenario };
  return {
    ok: false,
    issues: [{ path: "/name", code: "name-missing", message: "Give the scenario a name." }],
  };
};

/** A plan with the scenario of two lots at revision 1, by Ann. */
export async function addTwoLots(db: Database, document: Scenario = TWO_LOTS): Promise<void> {
  await createPlan(db, { id: "llr", name: "Leicestershire", about: "Test", author: "Ann", now: NOW });
  await createScenario(db, { plan: "llr", document, author: "Ann", now: NOW });
}

/** One person's save of the scenario of two lots. */
export function save(
  db: Database,
  edit: Partial<Edit> & { readonly operations: readonly Operation[] },
): Promise<SaveOutcome> {
  const { operations, ...rest } = edit;
  const change = { name: edit.change?.name ?? "Edit", operations };
  return saveChange(db, { ...KEY, baseRevision: 1, author: "Ben", now: LATER, ...rest, change }, validate);
}

export function priceOf(lot: string, value: string): Operation {
  return { op: "replace", path: `/provisions/${lot}/price/annual`, value };
}
