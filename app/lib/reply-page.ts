import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Id } from "../../scenarios/model/identifiers";
import type { Option } from "../../scenarios/model/scenario";
import { type AskedRound, windowOn } from "../../scenarios/consultation/consultation";
import { parseReply } from "../../scenarios/consultation/parse-reply";
import type { ReplyDraft } from "../../scenarios/consultation/reply";
import type { OpenedLink } from "../access/identity";
import type { ReplyFormProps, ReplyRound } from "../components/partner/reply-form";
import type { ShownSection } from "../components/partner/partner-sections";
import { answerField, rankField, replyValues, roundField } from "../forms/reply-form";
import { ownReplyRows } from "../reports/consultation/own-reply";
import { DECISIONS, SIGN_OFFS } from "../reports/consultation/words";
import { formatDateWords } from "../reports/format-table";
import { optionCostWords } from "../reports/partner/option-cost";
import { choiceWords } from "../reports/words";
import type { PartnerView } from "../services/consultations";
import { formatMoment } from "./moment";
import { partnerReportOf, showPartnerReport } from "./partner-page";

/** What a file for a partner begins with: the consultation of its verified link, else the page that says what is missing. */
export async function requirePartnerView({
  context: { identity, services },
}: LoaderFunctionArgs): Promise<{ readonly view: PartnerView; readonly organisation: Id }> {
  const view = identity.kind === "partner" ? await services.consultations.partners.load(identity) : null;
  if (identity.kind !== "partner" || view === null) {
    const toThePage: Response = redirect("/reply");
    throw toThePage;
  }
  return { view, organisation: identity.organisation };
}

/** What the page of a partner shows when its link is open and verified. */
export type ReplyPage = {
  readonly name: string;
  readonly organisation: string;
  readonly isSynthetic: boolean;
  readonly closes: string;
  readonly sections: readonly ShownSection[];
  readonly window: "not-open-yet" | "open" | "closed";
  readonly opens: string;
  readonly standing: string;
  readonly isDraft: boolean;
  readonly form: Omit<ReplyFormProps, "errors" | "isBusy">;
  /** What was sent, once replies are closed. */
  readonly sent: readonly { readonly key: string; readonly value: string }[];
};

export function replyPage(view: PartnerView, link: OpenedLink, today: string): ReplyPage {
  const { consultation, asked, latest } = view;
  const { organisation } = link;
  const report = partnerReportOf(view, organisation);
  const parsed = view.submitted === null ? null : parseReply(view.submitted.answers, asked);
  return {
    name: consultation.name,
    organisation: view.organisationName,
    isSynthetic: report.synthetic,
    closes: formatDateWords(consultation.closes),
    opens: formatDateWords(consultation.opens),
    sections: showPartnerReport(report, "/reply"),
    window: windowOn(consultation, today),
    standing: standingWords(view),
    isDraft: latest?.state === "draft",
    form: replyForm(view, organisation, {
      draft: latest?.answers ?? { rounds: [] },
      baseVersion: latest?.version ?? 0,
    }),
    sent: parsed?.ok === true ? ownReplyRows(parsed.reply, asked) : [],
  };
}

function standingWords({ latest, submitted }: PartnerView): string {
  const sent =
    submitted === null
      ? "You have not sent a reply yet."
      : `You last sent your reply on ${formatMoment(submitted.createdAt)}.`;
  if (latest?.state !== "draft") return sent;
  return `${sent} Your draft of ${formatMoment(latest.createdAt)} is saved, but not sent.`;
}

/** The form with what was saved or typed; beside each option what it costs. */
export function replyForm(
  view: PartnerView,
  organisation: Id,
  { draft, baseVersion }: { readonly draft: ReplyDraft; readonly baseVersion: number },
): ReplyPage["form"] {
  const { consultation, asked } = view;
  const report = partnerReportOf(view, organisation);
  const costs = (round: AskedRound, option: Option): string => {
    const words = option === "C" ? null : optionCostWords(report, round, option);
    return words === null ? "" : ` ${words}${option === "B" ? ", if all join" : ""}.`;
  };
  return {
    rounds: asked.rounds.map(
      (round): ReplyRound => ({
        title: asked.rounds.length === 1 ? round.roundName : `${round.scenarioName}: ${round.roundName}`,
        decision: roundField(round, "decision"),
        options: round.options.map((option) => ({
          name: rankField(round, option),
          text: choiceWords([option]),
          hint: `${OPTION_HINTS[option]}${costs(round, option)}`,
        })),
        units: round.options.includes("A")
          ? {
              name: roundField(round, "buyInUnits"),
              hint:
                round.mostUnits === null
                  ? "Only if option A has a place."
                  : `Only if option A has a place; at most ${round.mostUnits}.`,
            }
          : null,
        maximum: round.options.includes("B") ? roundField(round, "maximum") : null,
        conditions: roundField(round, "conditions"),
      }),
    ),
    questions: asked.questions.map(({ id, text }) => ({ name: answerField(id), text })),
    signOffs: Object.entries(SIGN_OFFS).map(([value, text]) => ({ value, text })),
    decisions: Object.entries(DECISIONS).map(([value, text]) => ({ value, text })),
    values: replyValues(draft, asked),
    baseVersion,
    closes: formatDateWords(consultation.closes),
  };
}

const OPTION_HINTS = {
  A: "You buy extra capacity, for your residents only.",
  B: "You pay your share of the pot.",
  C: "You sign up to the framework and pathways; no cash.",
} as const;
