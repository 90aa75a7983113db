import type { Json } from "../../scenarios/changes/json";
import type { ShownField } from "./fields";
import { readValue } from "./read-value";

/** The value of a field as typed, undefined when it is emptied; or a message with field, value and remedy. */
export type FieldReading =
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly message: string };

type Readable = Pick<ShownField, "kind" | "label" | "choices" | "mayBeEmpty" | "emptyIs">;

export function readField(
  { kind, label, choices, mayBeEmpty, emptyIs }: Readable,
  typed: string,
): FieldReading {
  const text = typed.trim();
  // Of these an empty text is a value: it declines, it is unticked.
  const isEmpty = text === "" && kind !== "options" && kind !== "flag";
  if (isEmpty && emptyIs === null) return { ok: true, value: null };
  if (isEmpty && mayBeEmpty) return { ok: true, value: undefined };
  if (isEmpty) return { ok: false, message: `${label} is empty: write something.` };
  const read = readValue(kind, typed, choices);
  if (read.ok && kind === "flag" && mayBeEmpty && read.value === false) return { ok: true, value: undefined };
  return read.ok ? read : { ok: false, message: `${label} is “${text}”: ${read.remedy}.` };
}
