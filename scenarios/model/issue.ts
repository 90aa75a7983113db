/** A fault that stops an evaluation: where it is, what kind, and in words with the value and the remedy. */
export type Issue = {
  /** A pointer by ids: `/provisions/joint/start`, `/contributions/round/members/melton/choice`. */
  readonly path: string;
  /** A stable name of the kind of fault, for programs: `unknown-id`, `percents-do-not-sum`. */
  readonly code: string;
  /** A sentence that names the field, the value and the remedy. */
  readonly message: string;
};

/** Something that a reader has to know but that does not stop an evaluation. The same three fields. */
export type Warning = Issue;
