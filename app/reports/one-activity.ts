import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { withPart } from "../../scenarios/model/when-read";

/** The coverage of one activity alone: what the tables of gaps, unconfirmed days and double running are then about. */
export function ofOneActivity(evaluation: Evaluation, activity: Id | undefined): Evaluation {
  if (activity === undefined) return evaluation;
  const isOwn = (one: { readonly activity: Id }): boolean => one.activity === activity;
  const { cells, gaps, unconfirmed, doubleRunning } = evaluation.coverage;
  const own = cells.filter(isOwn);
  const count = (state: string): number =>
    own.reduce((sum, { states }) => sum + states.filter((one) => one === state).length, 0);
  return withPart(evaluation, "coverage", {
    counts: { covered: count("covered"), unconfirmed: count("unconfirmed"), gap: count("gap") },
    cells: own,
    gaps: gaps.filter(isOwn),
    unconfirmed: unconfirmed.filter(isOwn),
    doubleRunning: doubleRunning.filter(isOwn),
  });
}
