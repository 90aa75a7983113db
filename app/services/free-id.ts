import type { Id } from "../../scenarios/model/identifiers";

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

/** The id itself, or with the first number from 2 that is not taken: `"s2"`, `"s2-2"`, `"s2-3"`. */
export function freeId(id: Id, taken: readonly Id[]): Id {
  let candidate = id;
  for (let number = 2; taken.includes(candidate); number++) candidate = `${id}-${number}`;
  return candidate;
}
