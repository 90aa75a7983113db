import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Consultation } from "../../scenarios/consultation/consultation";
import { formatDateWords } from "../reports/format-table";
import type { ConsultationKey, LoadedConsultation, Window } from "../services/consultations";
import { compareHref, compareSearch } from "./compare-query";
import { notFound } from "./scenario-route";

/** What every route below a consultation begins with: the one of the address, or "page not found". */
export async function requireConsultation(args: LoaderFunctionArgs): Promise<LoadedConsultation> {
  const { consultations } = args.context.services;
  const loaded = await consultations.load(consultationKeyOf(args), todayTextOf(args));
  if (loaded === null) throw notFound();
  return loaded;
}

export const consultationKeyOf = ({ params }: Pick<LoaderFunctionArgs, "params">): ConsultationKey => ({
  plan: params["plan"] ?? "",
  consultation: params["consultation"] ?? "",
});

export const consultationsHref = (plan: string): string => `/plans/${encodeURIComponent(plan)}/consultations`;

export const consultationHref = ({ plan, consultation }: ConsultationKey): string =>
  `${consultationsHref(plan)}/${encodeURIComponent(consultation)}`;

/** A scenario as it was frozen against another: the same scenario as it stands, or as replied. */
export function sinceFrozenHref(
  { plan, snapshots }: Pick<Consultation, "plan" | "snapshots">,
  scenario: string,
  other: string = scenario,
): string {
  const frozen = snapshots.find((snapshot) => snapshot.scenario === scenario);
  const picks = [
    { scenario, revision: frozen?.revision ?? null },
    { scenario: other, revision: null },
  ];
  return `${compareHref(plan)}${compareSearch({ picks, hideEqual: false, sort: "group", why: null })}`;
}

/** The day of the request as ISO text. */
export const todayTextOf = ({ context }: Pick<LoaderFunctionArgs, "context">): string =>
  context.now.toISOString().slice(0, 10);

export const WINDOWS: Readonly<
  Record<Window, { readonly words: string; readonly colour: "blue" | "green" | "grey" }>
> = {
  "not-open-yet": { words: "Not open yet", colour: "blue" },
  open: { words: "Open", colour: "green" },
  closed: { words: "Closed", colour: "grey" },
};

/** "2 February 2015 to 27 February 2015" */
export const periodWords = ({ opens, closes }: Pick<Consultation, "opens" | "closes">): string =>
  `${formatDateWords(opens)} to ${formatDateWords(closes)}`;
