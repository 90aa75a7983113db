import { applyOperations } from "../../scenarios/changes/apply-operations";
import {
  decideMerge,
  type Merge,
  type MergeConflict,
  mergeChanges,
} from "../../scenarios/changes/merge-changes";
import type { Id } from "../../scenarios/model/identifiers";
import type { Scenario } from "../../scenarios/model/scenario";
import { inSnapshot, inTransaction } from "../in-transaction";
import type { Database } from "../schema";
import type { Authorship, SaveOutcome, Validate } from "./apply-on-head";
import { saveChange } from "./changes";
import type { Created } from "./plans";
import { loadRevision, type RevisionWithDocument, type ScenarioKey } from "./revisions";
import { createScenario, loadScenario } from "./scenarios";

/** What was chosen for the parts that both sides changed, by pointer. */
export type Choices = Readonly<Record<string, "theirs" | "mine" | undefined>>;

/** Parts for which nobody has chosen yet: nothing was stored. */
export type Undecided = { readonly outcome: "undecided"; readonly conflicts: readonly MergeConflict[] };

/** A scenario beside its base: as that was when it was last taken over, and as it stands now. */
export type WithBase = {
  readonly mine: RevisionWithDocument;
  readonly then: RevisionWithDocument;
  readonly now: RevisionWithDocument;
};

/** Null where there is no such scenario, or its base is not in its plan. */
export function loadWithBase(db: Database, key: ScenarioKey): Promise<WithBase | null> {
  return inSnapshot(db, async (snapshot) => {
    const mine = await loadHead(snapshot, key);
    const now = mine === null ? null : await loadHead(snapshot, baseKeyOf(key, mine.document));
    return mine === null || now === null ? null : besideBase(snapshot, key, { mine, now });
  });
}

/**
 * Takes over what changed in the base of a scenario, up to the revision of it that the person saw, as one change on top of
 * the revision of the scenario that they saw.
 */
export function takeOverBase(
  db: Database,
  request: ScenarioKey &
    Authorship & { readonly baseRevision: number; readonly upTo: number; readonly chosen: Choices },
  validate: Validate,
): Promise<SaveOutcome | Undecided> {
  const { chosen, upTo, ...edit } = request;
  return inTransaction(db, async (transaction) => {
    const mine = await loadRevision(transaction, { ...edit, number: edit.baseRevision });
    if (mine === null) return { outcome: "missing" };
    const now = await loadRevision(transaction, { ...baseKeyOf(edit, mine.document), number: upTo });
    const sides = now === null ? null : await besideBase(transaction, edit, { mine, now });
    if (sides === null) return { outcome: "missing" };
    const { operations, open } = decideMerge(mergeWithBase(sides), chosen);
    if (open.length > 0) return { outcome: "undecided", conflicts: open };
    const name = `Taken over from ${sides.now.document.name}, revision ${upTo}`;
    return saveChange(transaction, { ...edit, change: { name, operations }, takenOver: upTo }, validate);
  });
}

/** What changed in the base since it was taken over, beside what the scenario changed itself. */
export function mergeWithBase({ mine, then, now }: WithBase): Merge {
  return mergeChanges({ base: then.document, theirs: now.document, mine: mine.document });
}

/** The changes of one scenario against its base, and another one on top of which they shall come. */
export type Stacking = {
  readonly plan: Id;
  /** With the revisions that the person saw. */
  readonly changesOf: { readonly scenario: Id; readonly revision: number };
  readonly on: { readonly scenario: Id; readonly revision: number };
};

/** What the changes of the one do to the other; null where one of them is not there or has no base to have changed. */
export async function loadStacking(
  db: Database,
  { plan, changesOf, on }: Stacking,
): Promise<{ readonly merge: Merge; readonly theirs: WithBase; readonly mine: RevisionWithDocument } | null> {
  const key = { plan, scenario: changesOf.scenario };
  const changed = await loadRevision(db, { ...key, number: changesOf.revision });
  const mine = await loadRevision(db, { plan, scenario: on.scenario, number: on.revision });
  const now = changed === null ? null : await loadHead(db, baseKeyOf(key, changed.document));
  if (changed === null || mine === null || now === null) return null;
  const theirs = await besideBase(db, key, { mine: changed, now });
  const base = theirs.then.document;
  return { theirs, mine, merge: mergeChanges({ base, theirs: changed.document, mine: mine.document }) };
}

/** A new scenario with the changes of the one on top of the other, whose base it keeps. */
export function stackScenarios(
  db: Database,
  request: Stacking &
    Authorship & { readonly copy: { readonly id: Id; readonly name: string }; readonly chosen: Choices },
  validate: Validate,
): Promise<Created | Undecided> {
  const { plan, on, copy, chosen, author, person, now, reason } = request;
  return inTransaction(db, async (transaction) => {
    const stacking = await loadStacking(transaction, request);
    if (stacking === null) return { outcome: "missing" };
    const { merge, mine } = stacking;
    const { operations, open } = decideMerge(merge, chosen);
    if (open.length > 0) return { outcome: "undecided", conflicts: open };
    const applied = applyOperations(mine.document, operations);
    if (!applied.ok) return { outcome: "refused", issues: applied.issues };
    const hasBase =
      (await loadHead(transaction, baseKeyOf({ plan, scenario: on.scenario }, mine.document))) !== null;
    const { id, name, basedOn = null } = mine.document;
    const own = { ...copy, status: "draft", basedOn: hasBase ? basedOn : { id, name } };
    const checked = validate({ ...(applied.document as Scenario), ...own });
    if (!checked.ok) return { outcome: "refused", issues: checked.issues };
    const { scenario: document } = checked;
    const takenOver = hasBase ? mine.takenOver : mine.number;
    return createScenario(transaction, { plan, document, author, person, now, reason, takenOver });
  });
}

/** A scenario that nobody noted a revision for was made before that was noted: then its base is taken from its beginning. */
async function besideBase(
  db: Database,
  key: ScenarioKey,
  { mine, now }: Pick<WithBase, "mine" | "now">,
): Promise<WithBase> {
  const number = mine.takenOver ?? 1;
  const then = await loadRevision(db, { ...baseKeyOf(key, mine.document), number });
  if (then === null) throw new Error(`${key.scenario}: its base has no revision ${number}`);
  return { mine, then, now };
}

/** Where the base of a document is; of one without a base, where nothing is. */
function baseKeyOf({ plan }: ScenarioKey, { basedOn }: Scenario): ScenarioKey {
  return { plan, scenario: basedOn?.id ?? "" };
}

async function loadHead(db: Database, key: ScenarioKey): Promise<RevisionWithDocument | null> {
  const head = await loadScenario(db, key);
  return head === null ? null : loadRevision(db, { ...key, number: head.revision });
}
