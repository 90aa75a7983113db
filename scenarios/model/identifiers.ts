/** A name of a thing inside one scenario: lower-case letters, digits and hyphens, unique in its list. */
export type Id = string;

/** The pattern of an {@link Id} (scenario file, first page). */
export const ID_PATTERN = /^[a-z0-9-]+$/;

/**
 * Compares two texts by their UTF-16 code units, the same on every machine and in every language.
 * `localeCompare` would make the order of pennies depend on where the server stands.
 */
export function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The order of ids (rules §1). Example: `["b", "a"].sort(compareIds)` is `["a", "b"]`. */
export const compareIds = compareText;

/**
 * The order of areas wherever a tie has to be broken or a list is shown: ONS code ascending, areas without a
 * code last, then id (rules §1). Example: Leicester `E06000016` stands before Blaby `E07000129`.
 */
export function compareAreas(
  first: { readonly id: Id; readonly code?: string },
  second: { readonly id: Id; readonly code?: string },
): number {
  if (first.code !== undefined && second.code !== undefined && first.code !== second.code) {
    return compareText(first.code, second.code);
  }
  if ((first.code === undefined) !== (second.code === undefined)) return first.code === undefined ? 1 : -1;
  return compareIds(first.id, second.id);
}

/** An id from a name that a person typed: `"S2, three decline"` is `"s2-three-decline"`. */
export function idFromName(name: string): Id {
  const id = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return id === "" ? "scenario" : id;
}

/** What people call an element of a list; its id where the list has none of it. */
export function nameIn(list: readonly { readonly id: Id; readonly name: string }[], id: Id): string {
  return list.find((one) => one.id === id)?.name ?? id;
}

/** The id itself, or with the first number from 2 that is not taken: `"s2"`, `"s2-2"`, `"s2-3"`. */
export function freeId(id: Id, taken: readonly Id[]): Id {
  let candidate = id;
  for (let number = 2; taken.includes(candidate); number++) candidate = `${id}-${number}`;
  return candidate;
}
