import { applyOperations } from "../../scenarios/changes/apply-operations";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateEdited } from "../../scenarios/validate-scenario";
import { type Additions, editFields, UnknownField } from "../forms/edit-fields";

/** A scenario with edits that are not saved yet; or why they cannot stand, in words for the person who types. */
export type EditedScenario =
  | { readonly outcome: "edited"; readonly scenario: Scenario }
  /** Nothing that was typed differs from what is there. */
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "refused"; readonly faults: readonly string[] };

/** Applies fields as typed, by the steps in which the server saves them: read, change, check the whole. */
export function editScenario(
  scenario: Scenario,
  typed: Readonly<Record<string, string>>,
  additions?: Additions,
): EditedScenario {
  const edited = readFields(scenario, typed, additions);
  if (edited === null) return { outcome: "refused", faults: [] };
  if (!edited.ok) return { outcome: "refused", faults: Object.values(edited.errors) };
  if (edited.operations.length === 0) return { outcome: "unchanged" };
  const applied = applyOperations(scenario, edited.operations);
  if (!applied.ok) return { outcome: "refused", faults: applied.issues.map(({ message }) => message) };
  const checked = validateEdited(applied.document, scenario);
  return checked.ok
    ? { outcome: "edited", scenario: checked.scenario }
    : { outcome: "refused", faults: checked.issues.map(({ message }) => message) };
}

/** Null: a field that this scenario does not have (any more), which the server will say when it is saved. */
function readFields(scenario: Scenario, typed: Readonly<Record<string, string>>, additions?: Additions) {
  try {
    return editFields({ seen: scenario, now: scenario }, typed, additions);
  } catch (error) {
    if (error instanceof UnknownField) return null;
    throw error;
  }
}
