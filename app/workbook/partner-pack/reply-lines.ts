import type { Asked, AskedRound } from "../../../scenarios/consultation/consultation";
import { DECISIONS } from "../../../scenarios/consultation/reply";
import { optionCostWords } from "../../reports/partner/option-cost";
import type { PartnerReport } from "../../reports/partner/partner-section";
import { formatCell } from "../../reports/format-table";
import { choiceWords } from "../../reports/words";
import { NOTHING } from "../table-sheet";
import { DECISION_WORDS, SIGN_OFF_CHOICES } from "./reply-words";

/** One line of the Reply sheet: what is asked, and how it may be answered. */
export type ReplyLine = {
  /** The path of the answer in a reply, as `parseReply` names it: `/rounds/s1/districts/maximum`. */
  readonly reference: string;
  readonly question: string;
  /** What was asked for, beside which the answer stands. */
  readonly asked: string;
  readonly how: string;
  readonly answer: AnswerRule;
};

export type AnswerRule =
  | { readonly kind: "choice"; readonly choices: readonly string[]; readonly required: boolean }
  | { readonly kind: "money" | "quantity"; readonly required: boolean }
  | { readonly kind: "text"; readonly required: boolean };

/** The lines of one partner's Reply sheet, in the order of the form. */
export function replyLines(asked: Asked, report: PartnerReport): readonly ReplyLine[] {
  const lines: readonly ReplyLine[] = [
    ...asked.rounds.flatMap((round) => roundLines(round, asked, report)),
    ...asked.questions.map(
      ({ id, text }, place): ReplyLine => ({
        reference: `/answers/${id}`,
        question: `Question ${place + 1}`,
        asked: text,
        how: "In your own words.",
        answer: { kind: "text", required: false },
      }),
    ),
    {
      reference: "/signOff",
      question: "Who has agreed to this reply",
      asked: "",
      how: "Choose one of the list.",
      answer: { kind: "choice", choices: SIGN_OFF_CHOICES, required: true },
    },
    {
      reference: "/repliedBy",
      question: "Your name and post",
      asked: report.organisationName,
      how: "Whom may we call about this reply?",
      answer: { kind: "text", required: true },
    },
    {
      reference: "/comments",
      question: "Comments",
      asked: "",
      how: "Anything else, in your own words.",
      answer: { kind: "text", required: false },
    },
  ];
  return lines.map((line) => (line.asked === "" ? { ...line, asked: NOTHING } : line));
}

function roundLines(round: AskedRound, { rounds }: Asked, report: PartnerReport): ReplyLine[] {
  const base = `/rounds/${round.scenario}/${round.round}`;
  const where = rounds.length < 2 ? "" : `${round.scenarioName}: `;
  const line = (field: string, question: string, rest: Omit<ReplyLine, "reference" | "question">) => ({
    reference: `${base}/${field}`,
    question:
      where === "" ? `${question.charAt(0).toUpperCase()}${question.slice(1)}` : `${where}${question}`,
    ...rest,
  });
  return [
    line("decision", "your decision", {
      asked: round.roundName,
      how: "Choose one of the list.",
      answer: { kind: "choice", choices: DECISIONS.map((one) => DECISION_WORDS[one]), required: true },
    }),
    ...round.options.map((option) =>
      line(`ranks/${option}`, `place of option ${option}`, {
        asked: [choiceWords([option]), optionCostWords(report, round, option) ?? []].flat().join(": "),
        how: "1 for what you would take, 2 and 3 for what else would do; empty if you would not take it.",
        answer: { kind: "choice", choices: ["1", "2", "3"], required: false },
      }),
    ),
    ...(round.options.includes("A")
      ? [
          line("buyInUnits", "units that you would buy a year", {
            asked: round.mostUnits === null ? "" : `At most ${round.mostUnits}`,
            how: "A number; only if option A has a place.",
            answer: { kind: "quantity", required: false },
          }),
        ]
      : []),
    line("maximum", "the most that you would pay a year", {
      asked: shareWords(report, round),
      how: "Pounds a year; empty if the share as asked is right.",
      answer: { kind: "money", required: false },
    }),
    line("conditions", "conditions of your decision", {
      asked: "",
      how: "In your own words; empty if there are none.",
      answer: { kind: "text", required: false },
    }),
  ];
}

function shareWords(report: PartnerReport, { round }: AskedRound): string {
  const figure = report.sections.flatMap(({ figures }) => figures).find(({ id }) => id === `asked-${round}`);
  return figure === undefined ? "" : `${figure.label}: ${formatCell(figure.value, "money")}, if all join`;
}
