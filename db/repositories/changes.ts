import { diffDocuments } from "../../scenarios/changes/diff-documents";
import type { Operation } from "../../scenarios/changes/operation";
import type { Issue } from "../../scenarios/model/issue";
import { inTransaction } from "../in-transaction";
import type { Database } from "../schema";
import { type Authorship, applyOnHead, lockHead, type SaveOutcome, type Validate } from "./apply-on-head";
import { listRevisionsAfter, loadRevision, type Revision, type ScenarioKey } from "./revisions";
import type { StoredScenario } from "./scenarios";

export type Edit = ScenarioKey &
  Authorship & {
    /** The revision that the person had before them. */
    readonly baseRevision: number;
    readonly change: { readonly name: string; readonly operations: readonly Operation[] };
    /** Parts in which the change is made on a later revision than elsewhere. */
    readonly rebased?: { readonly paths: readonly string[]; readonly revision: number };
    /** The change says that values stay as they are, with a reason: it is stored once though it changes nothing. */
    readonly confirms?: boolean;
    /** Where the change takes over the scenario's base: up to which of its revisions. */
    readonly takenOver?: number;
  };

/**
 * Applies a change to the latest revision of a scenario and stores the result as a new one, unless somebody changed
 * the same fields since the revision that the change was made on. Nothing is stored when nothing changes, unless it confirms: a change
 * that is sent again because its answer was lost is answered as saved.
 */
export function saveChange(db: Database, edit: Edit, validate: Validate): Promise<SaveOutcome> {
  const { takenOver, rebased } = edit;
  return inTransaction(db, async (transaction) => {
    const head = await lockHead(transaction, edit);
    if (head === null) return { outcome: "missing" };
    if (!isRevisionOf(head, edit.baseRevision))
      return { outcome: "refused", issues: [issueOfNoRevision(head, edit.baseRevision)] };
    const since = await listRevisionsAfter(transaction, edit, edit.baseRevision);
    const unseenBy = ({ path }: Operation): readonly Revision[] =>
      rebased?.paths.some((part) => path === part || path.startsWith(`${part}/`)) === true
        ? since.filter(({ number }) => number > rebased.revision)
        : since;
    const marks = takenOver === undefined || takenOver === head.takenOver ? {} : { marks: { takenOver } };
    return applyOnHead(transaction, head, { ...edit, unseenBy, ...marks }, validate);
  });
}

/**
 * Makes an earlier revision the newest again, as a change like any other: on top of what the person had before them,
 * and a conflict if somebody changed the same fields meanwhile.
 */
export function restoreRevision(
  db: Database,
  restoration: ScenarioKey & Authorship & { readonly revision: number; readonly baseRevision: number },
  validate: Validate,
): Promise<SaveOutcome> {
  const { revision, baseRevision, ...rest } = restoration;
  return inTransaction(db, async (transaction) => {
    const base = await loadRevision(transaction, { ...rest, number: baseRevision });
    const earlier = await loadRevision(transaction, { ...rest, number: revision });
    if (base === null || earlier === null) return { outcome: "missing" };
    const operations = diffDocuments(base.document, earlier.document);
    const change = { name: `Revision ${revision} restored`, operations };
    const { takenOver } = earlier;
    const edit = { ...rest, baseRevision, change, ...(takenOver === null ? {} : { takenOver }) };
    return saveChange(transaction, edit, validate);
  });
}

function isRevisionOf(head: StoredScenario, number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= head.revision;
}

function issueOfNoRevision({ name, revision }: StoredScenario, number: number): Issue {
  const message = `There is no revision ${number} of "${name}": load the newest, ${revision}, and change that.`;
  return { path: "", code: "no-such-revision", message };
}
