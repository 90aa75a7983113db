import type { Moves } from "../../scenarios/optimise/what-moves";

/** What long work is kept by: the content that it follows from, and what moves where something does. */
export function workKey(contentHash: string, budget: Moves | null): string {
  return budget === null ? contentHash : `${contentHash} ${budget}`;
}
