const MINUTE = 60_000;

/** The moment so many minutes after another (before it, when negative), both as ISO text. */
export const later = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * MINUTE).toISOString();
