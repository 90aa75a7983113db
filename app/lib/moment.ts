const FORMAT = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/London",
});

/** When something was done, as the people of an English partnership read it: "23 November 2026 at 15:09". */
export function formatMoment(iso: string): string {
  return FORMAT.format(new Date(iso));
}
