/** What a form or a grid sends: fields by their pointers, and a few words about the change. */
export type Submission = {
  readonly fields: Readonly<Record<string, string>>;
  /** The revision that the person was looking at. */
  readonly baseRevision: number;
  /** The name of the change, where the form knows a better one than its fields. */
  readonly change: string | null;
  readonly reason: string | null;
  /** After a conflict: fields for which the other person's value stands. */
  readonly takeTheirs: readonly string[];
};

/** The names of inputs that are not fields of the scenario. */
export const BASE_REVISION = "baseRevision";
export const CHANGE_NAME = "change";
export const REASON = "reason";
/** After a conflict: before the name of a field, with the value "mine" or "theirs". */
export const RESOLVE = "resolve:";

/** Reads a submitted form; null when it does not say which revision it changes. */
export function readSubmission(form: FormData): Submission | null {
  const baseRevision = textIn(form, BASE_REVISION);
  if (baseRevision === null || !/^\d{1,9}$/.test(baseRevision)) return null;
  return {
    // Of inputs with one name the last counts: an empty hidden one stands before a box that may be unticked.
    fields: Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        name.startsWith("/") && typeof value === "string" ? [[name, value]] : [],
      ),
    ),
    baseRevision: Number(baseRevision),
    change: textIn(form, CHANGE_NAME),
    reason: textIn(form, REASON),
    takeTheirs: [...form].flatMap(([name, value]) =>
      name.startsWith(RESOLVE) && value === "theirs" ? [name.slice(RESOLVE.length)] : [],
    ),
  };
}

function textIn(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
