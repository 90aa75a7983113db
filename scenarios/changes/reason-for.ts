import type { Operation } from "./operation";
import { overlap } from "./overlap";
import type { Pointer } from "./pointer";
import type { OwnRevision } from "./undo-steps";

/** A revision with the reason that was given with it. */
export type ReasonedRevision = OwnRevision & Reason & { readonly operations: readonly Operation[] };

/** Why, who says so and when; null or empty: nobody said why. */
export type Reason = { readonly reason: string | null; readonly author: string; readonly createdAt: string };

/** Why a field is as it is, said after its change, at a revision. */
export type LaterReason = Reason & { readonly path: Pointer; readonly revision: number };

/**
 * Why a field was changed: what was said about it since its latest change, else the reason of that change. What was taken
 * back counts for nothing. Null when nobody said why.
 *
 * Example: revision 4 set the price "because the tender came in higher", revision 6 set the end: the reason of the price
 * is that of revision 4.
 */
export function reasonFor(
  change: Operation,
  {
    history,
    later,
  }: { readonly history: readonly ReasonedRevision[]; readonly later: readonly LaterReason[] },
): Reason | null {
  const latest = standing(history).findLast(({ operations }) => overlap([change], operations));
  const said = later.find(({ path, revision }) => path === change.path && revision >= (latest?.number ?? 0));
  const { reason, author, createdAt } = said ?? latest ?? { reason: null, author: "", createdAt: "" };
  return reason === null || reason === "" ? null : { reason, author, createdAt };
}

/** The changes, oldest first, without those that are taken back and what took them back. */
function standing(history: readonly ReasonedRevision[]): readonly ReasonedRevision[] {
  const inOrder = history.toSorted((one, other) => one.number - other.number);
  const undone = new Set<number>();
  for (const { undoes, redoes } of inOrder) {
    if (undoes !== null) undone.add(undoes);
    if (redoes !== null) undone.delete(redoes);
  }
  return inOrder.filter(({ number, undoes, redoes }) => undoes === null && !undone.has(redoes ?? number));
}
