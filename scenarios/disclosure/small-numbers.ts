/**
 * Counts of people that are small enough to tell who they are (rules §13). Hidden: what lies above 0 and below the
 * threshold. The usual rule hides 1 to 4; the rule of the NHS hides 1 to 7 and shows all others to the nearest 5.
 */
export type SmallNumberRule = { readonly threshold: number; readonly roundTo: number | null };

export const USUAL_RULE: SmallNumberRule = { threshold: 5, roundTo: null };
export const NHS_RULE: SmallNumberRule = { threshold: 8, roundTo: 5 };

/** The rule of a threshold; 8 is the NHS's, which rounds what it shows. */
export function ruleOf(threshold: number): SmallNumberRule {
  return threshold === NHS_RULE.threshold ? NHS_RULE : { threshold, roundTo: null };
}

export function isSmall(count: number, { threshold }: SmallNumberRule): boolean {
  return count > 0 && count < threshold;
}

/** A count that is not hidden, as it is shown. */
export function shownCount(count: number, { roundTo }: SmallNumberRule): number {
  return roundTo === null ? count : Math.round(count / roundTo) * roundTo;
}
