import type { Operation } from "../../scenarios/changes/operation";
import type { Scenario } from "../../scenarios/model/scenario";
import { nameChange } from "./change-name";
import { declineRuleEdits } from "./decline-rule";
import { type Edit, operationsOf } from "./edit-operations";
import { type Field, findField, labelOf, valueOf } from "./fields";
import { readField } from "./read-field";
import { sameValue } from "./read-value";

/** Messages by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * What the submitted fields change in a scenario, as one named change; or the fields that cannot be read. `changed`
 * names the fields in which something else was typed than the person saw.
 */
export type Edited = { readonly changed: readonly string[] } & (
  | { readonly ok: true; readonly name: string; readonly operations: readonly Operation[] }
  | { readonly ok: false; readonly errors: FieldErrors }
);

/** The scenario that the person had before them, and as it is now: someone else may have changed it meanwhile. */
export type Versions = { readonly seen: Scenario; readonly now: Scenario };

/**
 * Turns submitted fields into a change of the scenario. What is as the person saw it is left out, so a whole form may
 * be sent and only what was typed counts; and so is what is so already. Whether the new values are right together is
 * for the scenario's own checks to say.
 */
export function editFields({ seen, now }: Versions, submitted: Readonly<Record<string, string>>): Edited {
  const read = Object.entries(submitted).map(([name, typed]) => readEdit(seen, requireField(name), typed));
  const faults = read.filter((one) => "fault" in one);
  const typed = read.filter((one) => "edit" in one).map(({ edit }) => edit);
  const edits = typed.filter((edit) => isNews(seen, edit));
  const changed = [...faults, ...edits.map(({ field }) => field)].map(({ name }) => name);
  if (faults.length > 0) {
    return { ok: false, changed, errors: Object.fromEntries(faults.map(({ name, fault }) => [name, fault])) };
  }
  const whole = declineRuleEdits(seen, edits).filter((edit) => isNews(seen, edit) && isNews(now, edit));
  return { ok: true, changed, name: nameChange(seen, whole), operations: operationsOf(seen, whole) };
}

/** A field that is not there may still mean something: no certainty is "confirmed". */
function isNews(scenario: Scenario, { field, value }: Edit): boolean {
  return !sameValue(field.rule.kind, valueOf(scenario, field) ?? field.rule.absent, value);
}

/** A name that no field has can only come from a program. */
export class UnknownField extends Error {}

function requireField(name: string): Field {
  const field = findField(name);
  if (field === null) throw new UnknownField(name);
  return field;
}

type ReadEdit = { readonly edit: Edit } | { readonly name: string; readonly fault: string };

function readEdit(scenario: Scenario, field: Field, typed: string): ReadEdit {
  const { kind, mayBeEmpty = false, choices } = field.rule;
  const shown = {
    kind,
    mayBeEmpty,
    label: labelOf(scenario, field),
    ...(choices === undefined ? {} : { choices: choices(scenario) }),
  };
  const read = readField(shown, typed);
  return read.ok ? { edit: { field, value: read.value } } : { name: field.name, fault: read.message };
}
