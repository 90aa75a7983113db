import type { Id } from "../../scenarios/model/identifiers";

/** What long work is kept by: the content that it follows from, and the budget that moves where one does. */
export function workKey(contentHash: string, budget: Id | null): string {
  return budget === null ? contentHash : `${contentHash} ${budget}`;
}
