import type { ActionFunctionArgs } from "@remix-run/node";
import type { Issue } from "../../scenarios/model/issue";
import type { MadeLink } from "../components/consultation/link-panel";
import { readDay, readPlainForm } from "../forms/consultation-form";
import { formatDateWords } from "../reports/format-table";
import type { LoadedConsultation } from "../services/consultations";
import { consultationKeyOf, requireConsultation } from "./consultation-route";
import { authorshipOf, notFound } from "./scenario-route";

/** What pressing a button of a consultation led to. */
export type Done = {
  readonly links: readonly MadeLink[];
  readonly said: string | null;
  readonly fault: Issue | null;
  /** What was typed as the last day, where it was not taken. */
  readonly closes: string | null;
};

const NOTHING_DONE: Done = { links: [], said: null, fault: null, closes: null };

/** Does what the button that was pressed says, for one organisation or for the consultation as a whole. */
export async function actOnConsultation(args: ActionFunctionArgs): Promise<Done> {
  const loaded = await requireConsultation(args);
  const form = await readPlainForm(args.request);
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const by = authorshipOf(args);
  const { consultations } = args.context.services;
  const key = consultationKeyOf(args);
  const partner = loaded.partners.find(({ organisation }) => organisation === text("organisation"));
  const name = partner?.name ?? "";
  const one = { ...key, organisation: partner?.organisation ?? "" };
  switch (text("do")) {
    case "make-links": {
      const wanted = partner === undefined ? loaded.partners.filter(({ link }) => link === null) : [partner];
      // Whoever had a code is not let in without one by the link that replaces the first.
      const withCode = text("withCode") === "on" || partner?.link?.needsCode === true;
      const links = await makeLinks(args, loaded, wanted, withCode);
      return {
        ...NOTHING_DONE,
        links,
        said: links.length === 0 ? "Every partner has a link already." : null,
      };
    }
    case "end-link":
      await consultations.revokeLink(one, by);
      return { ...NOTHING_DONE, said: `The link of ${name} has ended. What it had saved is kept.` };
    case "remind":
      if (!(await consultations.remind(one, by))) throw notFound();
      return { ...NOTHING_DONE, said: `It is noted that you reminded ${name}.` };
    case "extend": {
      const extended = await consultations.extend(key, readDay(text("closes")), by);
      if (extended === null) throw notFound();
      if (extended.issue !== null) return { ...NOTHING_DONE, fault: extended.issue, closes: text("closes") };
      return { ...NOTHING_DONE, said: "The last day is changed. Links that were sent go on to work." };
    }
    case "close":
      await consultations.close(key, by);
      return { ...NOTHING_DONE, said: "The consultation is closed: no replies are taken any more." };
    default:
      return { ...NOTHING_DONE, said: "Nothing was done: press one of the buttons." };
  }
}

async function makeLinks(
  args: ActionFunctionArgs,
  loaded: LoadedConsultation,
  partners: LoadedConsultation["partners"],
  withCode: boolean,
): Promise<MadeLink[]> {
  const key = consultationKeyOf(args);
  const by = authorshipOf(args);
  const made: MadeLink[] = [];
  for (const { organisation, name } of partners) {
    const link = await args.context.services.consultations.makeLink(
      { ...key, organisation },
      { withCode },
      by,
    );
    if (link === null) continue;
    const href = `${args.context.origin}${partnerLinkPath(link.token)}`;
    made.push({ organisation, name, href, mailto: mailtoOf(loaded, href, withCode), code: link.code });
  }
  return made;
}

/** The name of a link's token in its address: in the query, because logs hold paths. */
export const LINK_PARAMETER = "link";
export const partnerLinkPath = (token: string): string => `/reply?${LINK_PARAMETER}=${token}`;

/** A message to finish and send: the planner knows no addresses of people. */
function mailtoOf({ consultation, planName }: LoadedConsultation, href: string, withCode: boolean): string {
  const lines = [
    "Hello,",
    "",
    `We would like your reply to “${consultation.name}” (${planName}) by ${formatDateWords(consultation.closes)}.`,
    "",
    "Everything is on one page, without an account. The link is for your organisation only: please do not pass it outside.",
    "",
    href,
    ...(withCode ? ["", "You will need a code, which we give you by another way."] : []),
  ];
  const subject = `${consultation.name}: your reply by ${formatDateWords(consultation.closes)}`;
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join("\r\n"))}`;
}
