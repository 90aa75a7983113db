import { overlap } from "../../scenarios/changes/overlap";
import { type Pointer, resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Provenance, Scenario } from "../../scenarios/model/scenario";
import { findField, labelOf, subjectOf } from "../forms/fields";
import { showValue } from "../forms/read-value";
import { formatDateWords } from "../reports/format-table";
import type { HistoryEntry } from "../services/services";
import { editHref } from "./edit-href";
import { formatMoment } from "./moment";

/** An input that a figure rests on, as a page shows it. */
export type ExplainedInput = {
  readonly name: Pointer;
  readonly label: string;
  readonly value: string;
  /** Where it comes from, with its date; nothing where no source is noted. */
  readonly source: string;
  /** Who changed it last and when; nothing where nobody did since it was made. */
  readonly changed: string;
  /** Where it can be changed. */
  readonly href?: string;
};

/** The inputs that are there, in the order given, with their source and their last change. `history` newest first. */
export function explainInputs(
  scenario: Scenario,
  pointers: readonly Pointer[],
  { history, href }: { readonly history: readonly HistoryEntry[]; readonly href: string },
): readonly ExplainedInput[] {
  return [...new Set(pointers)].flatMap((name) => {
    const keys = resolvePointer(scenario, name);
    const value = keys === null ? undefined : valueAt(scenario, keys);
    if (value === undefined) return [];
    const field = findField(name);
    const place = editHref(href, name);
    return {
      name,
      label: field === null ? nameOf(name) : `${labelOf(scenario, field)}, ${subjectOf(scenario, field)}`,
      value: field === null ? textOf(value) : shownValue(scenario, field, value),
      source: sourceOf(scenario, name),
      changed: lastChange(name, history),
      ...(place === undefined ? {} : { href: place }),
    };
  });
}

function shownValue(
  scenario: Scenario,
  { rule }: NonNullable<ReturnType<typeof findField>>,
  value: unknown,
): string {
  const text = showValue(rule.kind, value as Parameters<typeof showValue>[1]);
  if (rule.kind === "money") return `£${text}`;
  if (rule.kind === "percent") return `${text}%`;
  return rule.choices?.(scenario).find((choice) => choice.value === text)?.words ?? text;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** "/horizon/start" as "Horizon: start". */
function nameOf(name: Pointer): string {
  const words = name.split("/").filter((part) => part !== "");
  const [first = "", ...rest] = words;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(": ");
}

/** The note at the field itself, else at what it is part of. */
function sourceOf({ provenance = [], sources = [] }: Scenario, name: Pointer): string {
  const note = provenance
    .filter(({ path }) => name === path || name.startsWith(`${path}/`))
    .reduce<Provenance | undefined>(
      (nearest, one) => (nearest === undefined || one.path.length > nearest.path.length ? one : nearest),
      undefined,
    );
  if (note === undefined) return "";
  const source = sources.find(({ id }) => id === note.source);
  const date = source?.date === undefined ? "" : `, ${formatDateWords(source.date)}`;
  const reference = source?.reference === undefined ? "" : `, ${source.reference}`;
  const where = source === undefined ? "" : `${source.title}${date}${reference}`;
  return [where, note.note ?? ""].filter((part) => part !== "").join(": ");
}

function lastChange(name: Pointer, history: readonly HistoryEntry[]): string {
  const entry = history.find(({ operations }) => overlap([{ op: "replace", path: name }], operations));
  if (entry === undefined) return "";
  const reason = entry.reason === null ? "" : `: “${entry.reason}”`;
  return `${entry.author}, ${formatMoment(entry.createdAt)}${reason}`;
}
