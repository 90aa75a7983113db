import { LIST_SEPARATOR } from "./read-list";

/** What a form or a grid sends: fields by their pointers, and a few words about the change. */
export type Submission = {
  readonly fields: Readonly<Record<string, string>>;
  /** What the form asks besides its fields, by name: how they are meant. */
  readonly options: Readonly<Record<string, string>>;
  /** The revision that the person was looking at. */
  readonly baseRevision: number;
  /** The name of the change, where the form knows a better one than its fields. */
  readonly change: string | null;
  readonly reason: string | null;
  /** New elements that the form is for, and what they are a copy of. */
  readonly create: readonly string[];
  readonly like: string | null;
  /** After a conflict: fields for which the other person's value stands. */
  readonly takeTheirs: readonly string[];
};

/** The names of inputs that are not fields of the scenario. */
export const BASE_REVISION = "baseRevision";
export const CHANGE_NAME = "change";
export const REASON = "reason";
export const CREATE = "create";
export const LIKE = "like";
/** Before the name of an input that says how fields are meant. */
export const OPTION = "option:";
/** After a conflict: before the name of a field, with the value "mine" or "theirs". */
export const RESOLVE = "resolve:";

/** Reads a submitted form; null when it does not say which revision it changes. */
export function readSubmission(form: FormData): Submission | null {
  const baseRevision = textIn(form, BASE_REVISION);
  if (baseRevision === null || !/^\d{1,9}$/.test(baseRevision)) return null;
  return {
    fields: fieldsIn(form),
    options: Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        name.startsWith(OPTION) && typeof value === "string" ? [[name, value]] : [],
      ),
    ),
    baseRevision: Number(baseRevision),
    change: textIn(form, CHANGE_NAME),
    reason: textIn(form, REASON),
    create: form.getAll(CREATE).filter((value) => typeof value === "string"),
    like: textIn(form, LIKE),
    takeTheirs: [...form].flatMap(([name, value]) =>
      name.startsWith(RESOLVE) && value === "theirs" ? [name.slice(RESOLVE.length)] : [],
    ),
  };
}

/** Of boxes with one name those that are ticked count; an empty hidden input before them says that they were there. */
function fieldsIn(form: FormData): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (!name.startsWith("/") || typeof value !== "string") continue;
    const before = fields[name] ?? "";
    fields[name] = before === "" || value === "" ? before + value : `${before}${LIST_SEPARATOR}${value}`;
  }
  return fields;
}

function textIn(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
