import type { Pointer } from "../../../scenarios/changes/pointer";
import type { Evaluation } from "../../../scenarios/model/evaluation";

/**
 * How the figures of a column come about that are all worked out in one way. `table` is the id of a table, or what ids
 * begin with where there is one a round or an activity; `column` is the id of a column, what ids begin with ("score-"),
 * or {@link REST}: every other one.
 */
export type Headings = Readonly<Record<string, Readonly<Record<string, Heading>>>>;

export type Heading = {
  /** In sentences. */
  readonly rule: readonly string[];
  /** The fields that the column rests on; `subject` is the round or the activity of the table. */
  readonly inputs?: (evaluation: Evaluation, subject: string) => readonly Pointer[];
};

export const REST = "*";

/** A column whose rule is one sentence or two. */
export const of = (rule: string, inputs?: Heading["inputs"]): Heading => ({
  rule: [rule],
  ...(inputs === undefined ? {} : { inputs }),
});
