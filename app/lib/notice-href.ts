import type { Notice } from "../reports/notices";
import { SCENARIO_PAGES } from "./scenario-pages";

/** The part of a page that shows the cause of a notice. The first words of its id say what it is about. */
const PLACES: readonly { readonly about: RegExp; readonly place: (subject: string) => string }[] = [
  { about: /^gap-(.+)$/, place: (activity) => `?activity=${encodeURIComponent(activity)}#gaps` },
  {
    about: /^unconfirmed-(.+)$/,
    place: (activity) => `?activity=${encodeURIComponent(activity)}#unconfirmed`,
  },
  { about: /^no-service-(.+)$/, place: (activity) => `?activity=${encodeURIComponent(activity)}` },
  { about: /^unfunded-(.+)$/, place: (year) => `?year=${encodeURIComponent(year)}#flow` },
  { about: /^shortfall-(.+)$/, place: (round) => `#pot-${encodeURIComponent(round)}` },
  { about: /^money-at-(risk)$/, place: () => "#funding-certainty" },
  { about: /^growing-wait-(.+)$/, place: (activity) => `?activity=${encodeURIComponent(activity)}` },
  { about: /^price-of-(.+)$/, place: (provision) => `/${encodeURIComponent(provision)}` },
];

/** Where the cause of a notice can be seen or mended; only a page that is there is linked. */
export function noticeHref(
  scenarioHref: string,
  { id, page }: Pick<Notice, "id" | "page">,
): string | undefined {
  if (!SCENARIO_PAGES.some(({ path }) => path === page)) return undefined;
  for (const { about, place } of PLACES) {
    const subject = about.exec(id)?.[1];
    if (subject !== undefined) return `${scenarioHref}/${page}${place(subject)}`;
  }
  return `${scenarioHref}/${page}`;
}
