import { diffDocuments } from "../../scenarios/changes/diff-documents";
import type { Json } from "../../scenarios/changes/json";
import type { Operation } from "../../scenarios/changes/operation";
import type { Scenario } from "../../scenarios/model/scenario";
import { applyEdits, asJson, type Edit } from "./apply-edits";
import { nameChange } from "./change-name";
import { declineRuleEdits, wholeRuleOperations } from "./decline-rule";
import { type Field, findField, labelOf, nameOfElement, valueOf } from "./fields";
import { listOf } from "./lists";
import {
  isKeyedByNew,
  nameElements,
  type NewElement,
  newElementsOf,
  placedField,
  prepareElements,
} from "./new-elements";
import { NEW_ELEMENT } from "./put-value";
import { readField } from "./read-field";
import { sameValue } from "./read-value";
import { sameNames } from "./same-names";
import { withOneWay } from "./one-way";

/** Messages by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * What the submitted fields change in a scenario, as one named change; or the fields that cannot be read. `changed`
 * names the fields in which something else was typed than the person saw.
 */
export type Edited = { readonly changed: readonly string[] } & (
  | {
      readonly ok: true;
      readonly name: string;
      readonly operations: readonly Operation[];
      /** Where each new element of the form stands in the changed scenario. */
      readonly pointers: ReadonlyMap<string, string>;
    }
  | { readonly ok: false; readonly errors: FieldErrors }
);

/** The scenario that the person had before them, and as it is now: someone else may have changed it meanwhile. */
export type Versions = { readonly seen: Scenario; readonly now: Scenario };

/** New elements that a form is for: they are wanted even where nothing is filled in, and may start as a copy. */
export type Additions = { readonly create: readonly string[]; readonly like: string | null };

const NO_ADDITIONS: Additions = { create: [], like: null };

/**
 * Turns submitted fields into a change of the scenario. What is as the person saw it is left out, so a whole form may
 * be sent and only what was typed counts; and so is what is so already. Fields below a new element (`/risks/-/text`) add
 * it to its list; lines of a form that were left blank are not added. Whether the new values are right together is for
 * the scenario's own checks to say.
 */
export function editFields(
  { seen, now }: Versions,
  submitted: Readonly<Record<string, string>>,
  { create, like }: Additions = NO_ADDITIONS,
): Edited {
  const fields = Object.keys(submitted).map(requireField);
  const filled = fields.filter((field) => !isBlankLine(field, submitted, create));
  const elements = newElementsOf(filled);
  const { scenario: prepared, places } = prepareElements(seen, elements, like);
  const read = filled.map((field) =>
    readEdit(prepared, placedField(field, places), { name: field.name, typed: submitted[field.name] ?? "" }),
  );
  const faults = read.filter((one) => "fault" in one);
  const edits = read.filter((one) => "edit" in one).filter(({ edit }) => isNews(prepared, edit));
  const changed = [...faults, ...edits].map(({ name }) => name);
  if (faults.length > 0) {
    return { ok: false, changed, errors: Object.fromEntries(faults.map(({ name, fault }) => [name, fault])) };
  }
  const isWanted = (edit: Edit): boolean =>
    isNews(prepared, edit) && (elements.length > 0 || isNews(now, edit));
  const whole = declineRuleEdits(
    prepared,
    withOneWay(
      prepared,
      edits.map(({ edit }) => edit),
    ),
  ).filter(isWanted);
  const edited = applyEdits(asJson(prepared), whole);
  const twins = sameNames(edited, edits);
  if (Object.keys(twins).length > 0) return { ok: false, changed, errors: twins };
  const { document, pointers } = nameElements(edited, {
    elements,
    fields: filled,
    places,
    taken: [seen, now],
  });
  return {
    ok: true,
    changed,
    name: nameChange(prepared, whole, namesOfNew(document, elements, pointers)),
    operations: wholeRuleOperations(diffDocuments(asJson(seen), document), document),
    pointers,
  };
}

/** A line of a form for something new, of which nothing was filled in. */
function isBlankLine(
  field: Field,
  submitted: Readonly<Record<string, string>>,
  create: readonly string[],
): boolean {
  if (isKeyedByNew(field)) return false;
  const { segments } = field;
  const place = segments.findLastIndex((segment) => NEW_ELEMENT.test(segment));
  const line = `/${segments.slice(0, place + 1).join("/")}`;
  if (place < 0 || create.includes(line)) return false;
  return Object.entries(submitted).every(
    ([other, typed]) =>
      !other.startsWith(`${line}/`) || typed.trim() === "" || findField(other)?.rule.sentAlong === true,
  );
}

/** What was added, in the words of the history: "Risk added: Referrals rise". */
function namesOfNew(
  document: Json,
  elements: readonly NewElement[],
  pointers: ReadonlyMap<string, string>,
): readonly string[] {
  return elements.flatMap(({ pointer, pattern }) => {
    const list = listOf(pattern);
    if (list === undefined) return [];
    const name = nameOfElement(document, pointers.get(pointer) ?? pointer);
    return [`${list.one.charAt(0).toUpperCase()}${list.one.slice(1)} added${name === "" ? "" : `: ${name}`}`];
  });
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

type ReadEdit = { readonly name: string } & ({ readonly edit: Edit } | { readonly fault: string });

function readEdit(
  scenario: Scenario,
  field: Field,
  { name, typed }: { readonly name: string; readonly typed: string },
): ReadEdit {
  const { mayBeEmpty = false, choices, ...rule } = field.rule;
  const shown = {
    ...rule,
    mayBeEmpty,
    label: labelOf(scenario, field),
    ...(choices === undefined ? {} : { choices: choices(scenario) }),
  };
  const read = readField(shown, typed);
  return read.ok ? { name, edit: { field, value: read.value } } : { name, fault: read.message };
}
