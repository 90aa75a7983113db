/** A range of what a figure may turn out to be, and the value that is thought the likeliest: low ≤ mode ≤ high. */
export type Range = { readonly low: number; readonly mode: number; readonly high: number };

/**
 * The value that a triangular distribution stays below with a given probability (rules §11); a range without width is
 * its mode. Example: of (80, 100, 150) the median is 108.17, and 131.29 is exceeded once in ten times.
 */
export function triangularQuantile({ low, mode, high }: Range, probability: number): number {
  const width = high - low;
  if (width <= 0) return mode;
  const below = (mode - low) / width;
  return probability < below
    ? low + Math.sqrt(probability * width * (mode - low))
    : high - Math.sqrt((1 - probability) * width * (high - mode));
}
