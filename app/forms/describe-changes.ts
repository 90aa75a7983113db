import { applyOperations } from "../../scenarios/changes/apply-operations";
import type { Json } from "../../scenarios/changes/json";
import type { Operation } from "../../scenarios/changes/operation";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { RoundMember, Scenario } from "../../scenarios/model/scenario";
import { choiceWords } from "../reports/words";
import { findField, labelOf, nameOfElement, showField, subjectOf } from "./fields";
import { showValue } from "./read-value";

/** One change between two scenarios in the words that a commissioner would use. */
export type DescribedChange = {
  readonly path: string;
  /** Whose value it is and which: "Harborough District Council in District contributions: Choice". */
  readonly about: string;
  /** What stood there, in words; "nothing" where it was added. */
  readonly from: string;
  /** What stands there now; "nothing" where it was removed. */
  readonly to: string;
};

/** The sections of the file in words, for what is added or removed whole. */
const SECTIONS: Readonly<Record<string, string>> = {
  activities: "Activity",
  areas: "Area",
  basisUnits: "Unit of",
  commitments: "Commitment",
  contributions: "Round of contributions",
  demand: "Demand",
  fundingSources: "Funding source",
  horizon: "Horizon",
  indexes: "Index",
  lotStructure: "Lot structure",
  objectives: "Objective",
  organisations: "Organisation",
  priorities: "Priorities",
  basedOn: "Based on",
  provenance: "Where a figure comes from:",
  provisions: "Provision",
  requirements: "Requirement",
  risks: "Risk",
  sources: "Evidence",
};

const NOTHING = "nothing";
const MOST_SHOWN = 120;

/** Describes the operations that make one scenario out of another; its id is no change of the plan. */
export function describeChanges(
  from: Scenario,
  to: Scenario,
  operations: readonly Operation[],
): readonly DescribedChange[] {
  const ofPlan = operations.filter(({ path }) => path !== "/id");
  return ofPlan.map(({ path, op }) => {
    const scenario = op === "remove" ? from : to;
    return {
      path,
      about: aboutOf(scenario, path),
      from: op === "add" ? NOTHING : shownAt(from, path),
      to: op === "remove" ? NOTHING : shownAt(to, path),
    };
  });
}

/** The changes of what is planned before those of the record: which paper a figure comes from. */
export function planBeforeRecord<Change extends { readonly path: string }>(
  changes: readonly Change[],
): readonly Change[] {
  const isRecord = ({ path }: Change) => /^\/(?:provenance|sources)(?:\/|$)/.test(path);
  return [...changes.filter((change) => !isRecord(change)), ...changes.filter(isRecord)];
}

/** Describes what operations would do to a scenario; nothing where they do not fit it. */
export function describeOn(scenario: Scenario, operations: readonly Operation[]): readonly DescribedChange[] {
  const applied = applyOperations(scenario, operations);
  // Only read here: what a change makes is checked whole before it is stored.
  return applied.ok ? describeChanges(scenario, applied.document as Scenario, operations) : [];
}

/** What stands at a place of a scenario: whose value, and which. */
export function aboutOf(scenario: Scenario, path: string): string {
  const field = findField(path);
  if (field !== null) return `${subjectOf(scenario, field)}: ${labelOf(scenario, field)}`;
  const list = listOfIdsAround(path);
  if (list !== null) return aboutOf(scenario, list);
  const [, section = "", id = "", ...rest] = path.split("/");
  const name = nameOfElement(scenario, `/${section}/${id}`) || id;
  const what = [SECTIONS[section] ?? inWords(section), name].filter((text) => text !== "").join(" ");
  return rest.length === 0 ? what : `${what}: ${rest.map(inWords).join(", ")}`;
}

function shownAt(scenario: Scenario, path: string): string {
  return describeValue(scenario, path, elementAt(scenario, path) as Json | undefined);
}

/** A value that stands, or might stand, at a place of a scenario, in words; "nothing" for none. */
export function describeValue(scenario: Scenario, path: string, value: Json | undefined): string {
  const list = listOfIdsAround(path);
  if (list !== null && typeof value === "string") return describeValue(scenario, list, [value]);
  const field = findField(path);
  if (field === null) return shortened(wholeInWords(scenario, path, value));
  if (value === undefined) return NOTHING;
  if (field.rule.kind === "options") return choiceWords(value as RoundMember["choice"]);
  if (field.rule.kind === "flag") return value === true ? "yes" : "no";
  const { choices = [] } = showField(scenario, path);
  const text = showValue(field.rule.kind, value);
  return shortened(choices.find((choice) => choice.value === text)?.words ?? (text === "" ? NOTHING : text));
}

/** The field of which a pointer names one of several ids: what a source is only for, what a provision supplies. */
function listOfIdsAround(path: string): string | null {
  const list = path.slice(0, path.lastIndexOf("/"));
  return findField(path) === null && findField(list)?.rule.kind === "ids" ? list : null;
}

/** What is added or taken away whole: its name, or what matters most about it. */
function wholeInWords(scenario: Scenario, path: string, value: Json | undefined): string {
  const text = (...keys: readonly string[]): string => {
    const found = value === undefined ? undefined : valueAt(value, keys);
    return typeof found === "string" ? found : "";
  };
  const [, section] = path.split("/");
  if (section === "provenance" && text("path") !== "") {
    const { words = text("source") } = findChoice(scenario, `${path}/source`, text("source")) ?? {};
    return [words, text("note")].filter((part) => part !== "").join(": ");
  }
  if (section !== "provisions" || text("name") === "") return nameOf(value) ?? plain(value);
  const annual = text("price", "annual");
  const dates = `${showValue("date", text("start"))} to ${showValue("date", text("end"))}`;
  return `${dates}${annual === "" ? "" : `, £${showValue("money", annual)} a year`}`;
}

function findChoice(scenario: Scenario, path: string, value: string) {
  return showField(scenario, path).choices?.find((choice) => choice.value === value);
}

function elementAt(scenario: Scenario, path: string): unknown {
  const keys = resolvePointer(scenario, path);
  return keys === null ? undefined : valueAt(scenario, keys);
}

function nameOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  for (const key of ["name", "title", "text"]) {
    const name = valueAt(value, [key]);
    if (typeof name === "string") return name;
  }
  return null;
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return NOTHING;
  if (typeof value === "string") return value;
  if (Array.isArray(value))
    return value.length === 0 ? NOTHING : value.map((item) => nameOf(item) ?? plain(item)).join(", ");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([key, inner]) => `${inWords(key)} ${plain(inner)}`)
      .join(", ");
  }
  return JSON.stringify(value);
}

/** "noticeMonths" as "notice months"; ids and years stay as they are. */
function inWords(key: string): string {
  return key.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, capital: string) => `${before} ${capital.toLowerCase()}`,
  );
}

function shortened(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1).trimEnd()}…`;
}
