import type { Operation } from "../../scenarios/changes/operation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Panel } from "../../scenarios/panel/panel";

/** Who changed the scores of a line last since the round was closed, and why; without a note nobody agreed them. */
export type Agreement = { readonly by: string; readonly note: string | null };

export type Agreements = ReadonlyMap<Id, Agreement>;

/** A revision as far as it says who agreed what. */
type Change = {
  readonly number: number;
  readonly operations: readonly Operation[];
  readonly author: string;
  readonly reason: string | null;
  readonly createdAt: string;
  readonly undoes: number | null;
  readonly redoes: number | null;
};

/** By line the last change of its scores since the round was closed that still stands: what was taken back does not count. */
export function agreementsOf(history: readonly Change[], { closedAt }: Pick<Panel, "closedAt">): Agreements {
  const agreements = new Map<Id, Agreement>();
  if (closedAt === null) return agreements;
  const since = history
    .filter(({ createdAt }) => createdAt >= closedAt)
    .toSorted((first, second) => first.number - second.number);
  for (const { operations, author, reason } of standing(since)) {
    for (const { path } of operations) {
      const line = SCORES_OF.exec(path)?.[1];
      if (line !== undefined) agreements.set(line, { by: author, note: reason });
    }
  }
  return agreements;
}

/** Changes that were not taken back, oldest first. To take back what is older than the round is a change like any other. */
function standing(since: readonly Change[]): readonly Change[] {
  const numbers = new Set(since.map(({ number }) => number));
  const takenBack = new Set<number>();
  for (const { undoes, redoes } of since) {
    if (undoes !== null) takenBack.add(undoes);
    if (redoes !== null) takenBack.delete(redoes);
  }
  return since.filter(({ number, undoes, redoes }) => {
    const steps = undoes ?? redoes;
    return steps === null ? !takenBack.has(number) : !numbers.has(steps);
  });
}

const SCORES_OF = /^\/priorities\/lines\/([^/]+)\/levels\/[^/]+\/scores(?:\/|$)/;
