import type { Scenario } from "../../scenarios/model/scenario";
import { type DescribedChange, describeChanges } from "../forms/describe-changes";
import type { HistoryEntry } from "../services/services";
import { formatMoment } from "./moment";

/** A revision as the history shows it. */
export type ShownRevision = {
  readonly number: number;
  readonly name: string;
  /** "Undo of revision 4"; empty for a change of its own. */
  readonly mark: string;
  readonly changes: readonly DescribedChange[];
  readonly why: string;
  readonly who: string;
  readonly when: string;
};

/** Revisions in words, with the values that each changed; `documents` by revision, also of the one before the first. */
export function showRevisions(
  revisions: readonly HistoryEntry[],
  documents: ReadonlyMap<number, Scenario>,
): readonly ShownRevision[] {
  return revisions.map((revision) => {
    const { number, changeName, reason, author, createdAt, operations } = revision;
    const [before, after] = [documents.get(number - 1), documents.get(number)];
    const isKnown = before !== undefined && after !== undefined;
    return {
      number,
      name: changeName,
      mark: markOf(revision),
      changes: isKnown ? describeChanges(before, after, operations) : [],
      why: reason ?? "",
      who: author,
      when: formatMoment(createdAt),
    };
  });
}

function markOf({ undoes, redoes }: Pick<HistoryEntry, "undoes" | "redoes">): string {
  if (undoes !== null) return `Undo of revision ${undoes}`;
  return redoes === null ? "" : `Revision ${redoes} again`;
}

/** Revisions to choose from, as a list of an input shows them. */
export function revisionItems(revisions: readonly HistoryEntry[]) {
  return revisions.map(({ number, changeName, createdAt }) => ({
    value: String(number),
    text: `${number}: ${changeName}, ${formatMoment(createdAt)}`,
  }));
}
