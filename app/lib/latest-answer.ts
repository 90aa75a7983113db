/** What the planner answers to "is this page up to date?". */
export type LatestAnswer = {
  readonly revision: number;
  readonly what: string;
  readonly by: string;
  /** Whether the one who asks made it. */
  readonly yours: boolean;
  /** In words. */
  readonly at: string;
};
