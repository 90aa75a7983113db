import { diffDocuments } from "./diff-documents";
import { type Json, sameJson } from "./json";
import type { Operation } from "./operation";
import { touchedBy } from "./overlap";
import { type Pointer, resolvePointer, valueAt } from "./pointer";

/** Three versions of a scenario: what both sides began with, and what each has made of it. */
export type ThreeWays = { readonly base: Json; readonly theirs: Json; readonly mine: Json };

/** A part that both sides changed, each in its own way; a value is absent where the part is not there. */
export type MergeConflict = {
  readonly path: Pointer;
  readonly base?: Json;
  readonly theirs?: Json;
  readonly mine?: Json;
  /** What makes my part theirs. */
  readonly takeTheirs: readonly Operation[];
};

export type Merge = {
  /** Their changes of what I left as it was: applied to my version, they add theirs to mine. */
  readonly clean: readonly Operation[];
  readonly conflicts: readonly MergeConflict[];
};

/** What belongs to one scenario and not to what it plans: no merge carries it from one to another. */
const OWN_FIELDS: ReadonlySet<string> = new Set(["id", "name", "status", "basedOn", "purpose"]);

/**
 * What they changed since we parted that is not in my version yet: the changes that fit as they are, and the parts that I
 * changed too. Nothing is decided here. A part is what a change touches with everything inside it; what both made the
 * same is no difference.
 *
 * Example: they moved the end of the joint lot, I changed its price: the end is clean. Had they changed the price too, it
 * would be a conflict with the price as it was, theirs and mine.
 */
export function mergeChanges({ base, theirs, mine }: ThreeWays): Merge {
  const theirChanges = changesAgainst(base, theirs);
  const myChanges = changesAgainst(base, mine);
  const partOf = partsOf([...theirChanges, ...myChanges]);
  const myParts = new Set(myChanges.map(partOf));
  const shared = [...new Set(theirChanges.map(partOf))].filter((part) => myParts.has(part));
  return {
    clean: theirChanges.filter((change) => !myParts.has(partOf(change))),
    conflicts: shared.flatMap((path) => conflictAt(path, { base, theirs, mine })),
  };
}

/** What one scenario changes of another, but for what is each one's own: its name, state and purpose. */
export function changesAgainst(base: Json, document: Json): readonly Operation[] {
  return diffDocuments(base, document).filter(({ path }) => !OWN_FIELDS.has(path.split("/")[1] ?? ""));
}

/**
 * The operations that carry out a merge as decided: the clean changes, and their part wherever theirs was chosen. The
 * conflicts that nobody has decided come back.
 */
export function decideMerge(
  { clean, conflicts }: Merge,
  chosen: Readonly<Record<Pointer, "theirs" | "mine" | undefined>>,
): { readonly operations: readonly Operation[]; readonly open: readonly MergeConflict[] } {
  const taken = conflicts.filter(({ path }) => chosen[path] === "theirs");
  return {
    operations: [...clean, ...taken.flatMap(({ takeTheirs }) => takeTheirs)],
    open: conflicts.filter(({ path }) => chosen[path] === undefined),
  };
}

/** The part to which a change belongs: the outermost thing that any of the changes touches around it. */
function partsOf(changes: readonly Operation[]): (change: Operation) => Pointer {
  const touched = new Set(changes.map(touchedBy));
  return (change) => {
    const path = touchedBy(change);
    for (let end = path.indexOf("/", 1); end > 0; end = path.indexOf("/", end + 1)) {
      const outer = path.slice(0, end);
      if (touched.has(outer)) return outer;
    }
    return path;
  };
}

function conflictAt(path: Pointer, { base, theirs, mine }: ThreeWays): MergeConflict[] {
  const [before, wanted, own] = [base, theirs, mine].map((document) => partAt(document, path));
  if (wanted === undefined ? own === undefined : own !== undefined && sameJson(wanted, own)) return [];
  return [
    {
      path,
      ...(before === undefined ? {} : { base: before }),
      ...(wanted === undefined ? {} : { theirs: wanted }),
      ...(own === undefined ? {} : { mine: own }),
      takeTheirs: [operationTo(path, own, wanted)],
    },
  ];
}

function operationTo(path: Pointer, from: Json | undefined, to: Json | undefined): Operation {
  if (to === undefined) return { op: "remove", path };
  return { op: from === undefined ? "add" : "replace", path, value: to };
}

function partAt(document: Json, path: Pointer): Json | undefined {
  const keys = resolvePointer(document, path);
  return keys === null ? undefined : (valueAt(document, keys) as Json);
}
