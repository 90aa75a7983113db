import { shown } from "../document/words";
import { dayFromText } from "../model/calendar";
import { compareText, type Id } from "../model/identifiers";
import type { Issue } from "../model/issue";
import type { Consultation, ConsultationQuestion, SilenceDefault } from "./consultation";

/** What a commissioner enters to freeze: texts, a scenario and the revision that was seen, dates as ISO text. */
export type ConsultationDraft = {
  readonly name: string;
  readonly introduction: string;
  readonly scenarios: readonly { readonly scenario: Id; readonly revision: number }[];
  /** One question a line. */
  readonly questions: string;
  readonly opens: string;
  readonly closes: string;
  readonly silence: string;
  readonly smallNumberThreshold: string;
};

export type ParsedConsultation =
  | { readonly ok: true; readonly consultation: Omit<Consultation, "id" | "plan" | "snapshots"> }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const MOST_SCENARIOS = 8;
const MOST_QUESTIONS = 20;
const NAME_CHARACTERS = 200;
const TEXT_CHARACTERS = 4000;
const QUESTION_CHARACTERS = 500;
const HIGHEST_THRESHOLD = 100;
const SILENCE: readonly SilenceDefault[] = ["undecided", "unchanged", "declines"];

/** What was entered to a consultation that can go out, or every issue at once, each at the path of its field. */
export function parseConsultation(draft: ConsultationDraft, today: string): ParsedConsultation {
  const issues: Issue[] = [];
  const refuse = (path: string, code: string, message: string): void => {
    issues.push({ path, code, message });
  };
  const name = draft.name.trim();
  if (name === "") refuse("/name", "missing", "Give the consultation a name, such as “Spring 2015”.");
  if (name.length > NAME_CHARACTERS)
    refuse("/name", "too-long", `Name has ${name.length} characters; shorten it to ${NAME_CHARACTERS}.`);
  const introduction = draft.introduction.replace(/\r\n?/g, "\n").trim();
  if (introduction.length > TEXT_CHARACTERS)
    refuse("/introduction", "too-long", `Introduction is too long; shorten it to 4,000 characters.`);
  if (draft.scenarios.length === 0)
    refuse("/scenarios", "missing", "Choose at least one scenario that partners are asked about.");
  if (draft.scenarios.length > MOST_SCENARIOS)
    refuse("/scenarios", "too-many", `${draft.scenarios.length} scenarios are chosen; choose at most 8.`);
  const questions = questionsOf(draft.questions);
  if (questions.length > MOST_QUESTIONS)
    refuse(
      "/questions",
      "too-many",
      `There are ${questions.length} questions; ask at most ${MOST_QUESTIONS}.`,
    );
  const long = questions.find(({ text }) => text.length > QUESTION_CHARACTERS);
  if (long !== undefined)
    refuse(
      "/questions",
      "too-long",
      `Question ${shown(long.text)} is too long; shorten it to 500 characters.`,
    );
  parseDates(draft, today, refuse);
  const silence = SILENCE.find((known) => known === draft.silence);
  if (silence === undefined) refuse("/silence", "missing", "Choose what silence means.");
  const threshold = draft.smallNumberThreshold.trim();
  if (!/^\d{1,3}$/.test(threshold) || Number(threshold) > HIGHEST_THRESHOLD) {
    const message = `Threshold is ${shown(threshold)}; write a whole number from 0 to 100, such as 5.`;
    refuse("/smallNumberThreshold", "out-of-range", message);
  }
  if (issues.length > 0 || silence === undefined) return { ok: false, issues };
  const { opens, closes } = draft;
  return {
    ok: true,
    consultation: {
      ...{ name, introduction, questions, opens, closes, silence },
      smallNumberThreshold: Number(threshold),
    },
  };
}

/** The last day of replies, alone: what extending asks for. */
export function checkClosingDay(closes: string, earliest: string): Issue | null {
  if (dayFromText(closes) === null) {
    const message = `Last day is ${shown(closes)}; write a day, such as 31 March 2015.`;
    return { path: "/closes", code: "wrong-form", message };
  }
  if (compareText(closes, earliest) >= 0) return null;
  const message = `Last day is ${shown(closes)}; choose ${earliest} or later.`;
  return { path: "/closes", code: "out-of-order", message };
}

type Refuse = (path: string, code: string, message: string) => void;

function parseDates({ opens, closes }: ConsultationDraft, today: string, refuse: Refuse): void {
  const opensOnADay = dayFromText(opens) !== null;
  if (!opensOnADay)
    refuse("/opens", "wrong-form", `First day is ${shown(opens)}; write a day, such as 2 February 2015.`);
  const earliest = opensOnADay && compareText(opens, today) > 0 ? opens : today;
  const issue = checkClosingDay(closes, earliest);
  if (issue !== null) refuse(issue.path, issue.code, issue.message);
}

/** Every line that says something is a question. */
function questionsOf(text: string): readonly ConsultationQuestion[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line, place) => ({ id: `q${place + 1}`, text: line }));
}
