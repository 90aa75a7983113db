import type { Json } from "../../scenarios/changes/json";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import { basisWords } from "../reports/words";
import { FIELD_RULES, type FieldRule } from "./field-rules";
import { priorityLabel, prioritySubject } from "./priority-labels";
import { type FieldChoice, type FieldKind, showValue } from "./read-value";

/** One value of a scenario that can be edited: its pointer is the name of its input, everywhere. */
export type Field = {
  readonly name: string;
  readonly rule: FieldRule;
  /** The parts of the pointer; a financial year is one part. */
  readonly segments: readonly string[];
};

/** A field as a form or a grid shows it. */
export type ShownField = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly value: string;
  readonly choices?: readonly FieldChoice[];
  readonly mayBeEmpty: boolean;
};

/** The field that a name of an input stands for; null when nothing there can be edited. */
export function findField(name: string): Field | null {
  for (const { rule, pattern } of PATTERNS) {
    const match = pattern.exec(name);
    if (match !== null) return { name, rule, segments: match.slice(1) };
  }
  return null;
}

const PARTS: Readonly<Record<string, string>> = {
  "*": "([a-z0-9-]+)",
  "#": "(\\d{1,4})",
  "{year}": "(\\d{4}/\\d{2})",
};

const PATTERNS = FIELD_RULES.map((rule) => {
  const parts = rule.path.split("/").slice(1);
  const source = parts.map((part) => PARTS[part] ?? `(${part})`).join("/");
  return { rule, pattern: new RegExp(`^/${source}$`) };
});

/** What stands in a field of a scenario now; undefined when it is not there. */
export function valueOf(scenario: Scenario, { name }: Pick<Field, "name">): Json | undefined {
  const keys = resolvePointer(scenario, name);
  return keys === null ? undefined : (valueAt(scenario, keys) as Json);
}

/** A field with its label and value, ready for an input. Ours to know that the name is one of the table. */
export function showField(scenario: Scenario, name: string): ShownField {
  const field = findField(name);
  if (field === null) throw new Error(`no field has the name ${name}`);
  const { kind, mayBeEmpty, absent, choices } = field.rule;
  return {
    name,
    kind,
    label: labelOf(scenario, field),
    value: showValue(kind, valueOf(scenario, field) ?? absent),
    ...(choices === undefined ? {} : { choices: choices(scenario) }),
    mayBeEmpty: mayBeEmpty === true,
  };
}

/** A field in words that tell it from its neighbours: "Price in 2015/16", "Weight of population". */
export function labelOf(scenario: Scenario, { rule: { path, label }, segments }: Field): string {
  if (path.startsWith("/priorities/")) return priorityLabel(scenario, segments, label);
  const element = elementOf(scenario, segments);
  if (path.endsWith("{year}")) return `${label} in ${segments.at(-1) ?? ""}`;
  if (path.includes("/weights/#")) return `${label} of ${basisWords(textOf(element, "basis")).toLowerCase()}`;
  if (path.includes("/capacity/#"))
    return `${namesOf(scenario).activity(textOf(element, "activity"))}: ${uncapitalised(label)}`;
  if (path.includes("/funding/#"))
    return `${namesOf(scenario).source(textOf(element, "source"))}: ${uncapitalised(label)}`;
  return path.includes("/oneOffs/#") ? `${textOf(element, "name")}: ${uncapitalised(label)}` : label;
}

/** Whose field it is: the provision, the member of a round, the round, the source. */
export function subjectOf(scenario: Scenario, { segments }: Field): string {
  const [list = "", id = "", , member] = segments;
  const names = namesOf(scenario);
  if (list === "priorities") return prioritySubject(scenario, segments);
  if (list === "provisions") return names.provision(id);
  if (list === "fundingSources") return names.source(id);
  if (list === "indexes") return scenario.indexes?.find((index) => index.id === id)?.name ?? id;
  return segments[2] === "members"
    ? `${names.organisation(member ?? "")} in ${names.round(id)}`
    : names.round(id);
}

/** The element of a list in which the last part of a pointer stands. */
function elementOf(scenario: Scenario, segments: readonly string[]): unknown {
  const keys = resolvePointer(scenario, `/${segments.slice(0, -1).join("/")}`);
  return keys === null ? undefined : valueAt(scenario, keys);
}

function textOf(element: unknown, key: string): string {
  const value = typeof element === "object" && element !== null ? valueAt(element, [key]) : undefined;
  return typeof value === "string" ? value : "";
}

function uncapitalised(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
