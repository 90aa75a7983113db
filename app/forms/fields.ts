import { isList, type Json } from "../../scenarios/changes/json";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import { joinWords, namesOf } from "../reports/names";
import { basisWords } from "../reports/words";
import { FIELD_RULES } from "./field-rules";
import type { FieldRule } from "./field-rule";
import { GLOSSARY } from "./glossary";
import { choicesInWords } from "./read-list";
import { priorityLabel, prioritySubject } from "./priority-labels";
import { showValue } from "./read-value";
import type { FieldChoice, FieldKind } from "./field-value";

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
  readonly emptyIs?: null;
  /** Often a sentence or more. */
  readonly isLong?: true;
  /** Not typed but sent with the fields beside it. */
  readonly isSentAlong?: true;
  /** What the term means, where it is one of the field's own. */
  readonly help?: string;
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
  "#": "(\\d{1,4}|-\\d{0,3})",
  "{basis}": "([^/]{1,100})",
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
  const { kind, mayBeEmpty, absent, emptyIs } = field.rule;
  const choices = field.rule.choices?.(scenario);
  const value = valueOf(scenario, field) ?? absent;
  return {
    name,
    kind,
    label: labelOf(scenario, field),
    value:
      kind === "ids" && isList(value)
        ? choicesInWords(value.map(String), choices ?? [])
        : showValue(kind, value),
    ...(choices === undefined ? {} : { choices }),
    mayBeEmpty: mayBeEmpty === true,
    ...(emptyIs === undefined ? {} : { emptyIs }),
    ...(GLOSSARY[field.rule.path] === undefined ? {} : { help: GLOSSARY[field.rule.path] as string }),
    ...(field.rule.isLong === true ? { isLong: true } : {}),
    ...(field.rule.sentAlong === true ? { isSentAlong: true } : {}),
  };
}

/** A field in words that tell it from its neighbours: "Price in 2015/16", "Weight of population". */
export function labelOf(scenario: Scenario, { rule: { path, label }, segments }: Field): string {
  if (path.startsWith("/priorities/")) return priorityLabel(scenario, segments, label);
  const element = elementOf(scenario, segments);
  const last = segments.at(-1) ?? "";
  if (path.endsWith("{year}")) return `${label} in ${last}`;
  if (path.endsWith("{basis}")) return basisWords(last);
  if (path.includes("/historic/*")) return `${label}: ${namesOf(scenario).organisation(last)}`;
  if (element === undefined) return label;
  if (path.includes("/weights/#")) return `${label} of ${basisWords(textOf(element, "basis")).toLowerCase()}`;
  if (path.endsWith("/activity") || path.endsWith("/source")) return label;
  if (path.includes("/capacity/#"))
    return `${namesOf(scenario).activity(textOf(element, "activity"))}: ${uncapitalised(label)}`;
  if (path.includes("/funding/#"))
    return `${namesOf(scenario).source(textOf(element, "source"))}: ${uncapitalised(label)}`;
  return path.includes("/oneOffs/#") && last !== "name"
    ? `${textOf(element, "name")}: ${uncapitalised(label)}`
    : label;
}

/** Whose field it is: the provision, the member of a round, the round, the source. */
export function subjectOf(scenario: Scenario, { segments }: Field): string {
  const [list = "", id = "", , member] = segments;
  const names = namesOf(scenario);
  if (list === "priorities") return prioritySubject(scenario, segments);
  if (list === "lotStructure") return lotSubject(scenario, segments);
  if (segments.length < 3) return "this scenario";
  if (list === "contributions" && segments[2] === "members")
    return `${names.organisation(member ?? "")} in ${names.round(id)}`;
  const name = nameOfElement(scenario, `/${list}/${id}`);
  return name === "" ? `line ${Number(id) + 1}` : name;
}

/** Whose field of the lot structure it is: a block, or what some users need. */
function lotSubject({ lotStructure }: Scenario, [, list, id = ""]: readonly string[]): string {
  const { blocks = [], needs = [] } = lotStructure ?? {};
  if (list === "blocks") return blocks.find((block) => block.id === id)?.name ?? "a new block of service";
  const needed = needs[Number(id)]?.blocks;
  return list === "needs" && needed !== undefined
    ? `Users who need ${joinWords(needed.map((one) => blocks.find((block) => block.id === one)?.name ?? one))}`
    : "Lot structure";
}

/** What an element of a list is called: its name, title or text, else what it is about. "" where nothing says it. */
export function nameOfElement(document: unknown, pointer: string): string {
  const keys = resolvePointer(document, pointer);
  const element = keys === null ? undefined : valueAt(document, keys);
  const own = ["name", "title", "text"].map((key) => textOf(element, key)).find((text) => text !== "");
  if (own !== undefined) return own;
  const figure = textOf(element, "path");
  if (figure !== "") return nameOfFigure(document as Scenario, figure);
  const names = namesOf(document as Scenario);
  const organisation = textOf(element, "organisation");
  const parts = [
    names.activity(textOf(element, "activity")),
    names.source(textOf(element, "source")),
    textOf(element, "risk"),
    organisation === "" ? names.area(textOf(element, "area")) : names.organisation(organisation),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** What a pointer of a note on a figure leads to, in words; as it is written where it leads to nothing. */
function nameOfFigure(scenario: Scenario, pointer: string): string {
  const field = findField(pointer);
  if (field !== null && !pointer.startsWith("/provenance/"))
    return `${subjectOf(scenario, field)}: ${uncapitalised(labelOf(scenario, field))}`;
  const [, section = "", id = ""] = pointer.split("/");
  const isWhole = section !== "provenance" && pointer === `/${section}/${id}`;
  return (isWhole && nameOfElement(scenario, pointer)) || pointer;
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
