import { createHash } from "node:crypto";
import { compareText } from "../scenarios/model/identifiers";

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * The SHA-256 of a value's content: the same for the same content, whatever the order of its keys. What a cache of
 * evaluations goes by, also when an undo puts a field back in another place.
 */
export function contentHash(value: unknown): string {
  return sha256(JSON.stringify(value, sortedKeys));
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([first], [second]) => compareText(first, second)));
}

/**
 * Text as both databases can hold it: PostgreSQL refuses U+0000, and half a surrogate pair is not text in UTF-8. Both
 * become U+FFFD. Documents need none of this: JSON escapes them.
 */
export function storableText(text: string): string {
  return Buffer.from(text.replaceAll("\u0000", "\uFFFD"), "utf8").toString("utf8");
}
