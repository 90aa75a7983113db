import type { Edit, Saves } from "../forms/saves";

/**
 * What the figures rest on beyond the saved revision: edits on their way into it, and what is being typed right now.
 * What was refused stays out: it is marked where it was typed, and the figures are without it.
 */
export function typedFields({ drafts }: Pick<Saves, "drafts">, typing: Edit): Edit {
  const onTheirWay = Object.entries(drafts).filter(
    ([, { state }]) => state === "waiting" || state === "saved" || state === "failed",
  );
  const fields = { ...Object.fromEntries(onTheirWay.map(([name, { text }]) => [name, text])), ...typing };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith("/")));
}
