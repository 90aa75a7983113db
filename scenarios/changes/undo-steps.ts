/** A revision of one person's, as far as undo and redo go by it. */
export type OwnRevision = {
  readonly number: number;
  /** The change that it takes back, by its revision; null where it takes nothing back. */
  readonly undoes: number | null;
  /** The change that it makes again after it was taken back; null where it does not. */
  readonly redoes: number | null;
};

/** What undo or redo does next. */
export type Step = {
  /** The revision of the change itself, which the step is about. */
  readonly change: number;
  /** The latest revision that made it or took it back: the step is its inverse. */
  readonly by: number;
};

/**
 * What a person can take back next, and do again next, from their own revisions in order: undo goes back through their
 * changes, redo forward through what they undid, and a new change ends what can be done again. The steps are read from
 * the history alone, so they are the same after a reload and in every window.
 *
 * Example: changes 2 and 3, of which revision 4 takes back 3, leave `{ undo: { change: 2, by: 2 }, redo: { change: 3,
 * by: 4 } }`.
 */
export function nextSteps(own: readonly OwnRevision[]): {
  readonly undo: Step | null;
  readonly redo: Step | null;
} {
  const done: Step[] = [];
  let undone: Step[] = [];
  for (const { number, undoes, redoes } of own) {
    if (undoes !== null) {
      done.pop();
      undone.push({ change: undoes, by: number });
    } else if (redoes !== null) {
      undone.pop();
      done.push({ change: redoes, by: number });
    } else {
      done.push({ change: number, by: number });
      undone = [];
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}
