import type { Asked, AskedRound } from "../../scenarios/consultation/consultation";
import type { ReplyDraft } from "../../scenarios/consultation/reply";
import type { Option } from "../../scenarios/model/scenario";
import { readValue, showValue } from "./read-value";
import type { FieldKind } from "./field-value";

/** The name of a field of the reply form is the path at which an issue names it. */
export const roundField = (
  { scenario, round }: Pick<AskedRound, "scenario" | "round">,
  field: "decision" | "buyInUnits" | "maximum" | "conditions",
): string => `/rounds/${scenario}/${round}/${field}`;

export const rankField = (
  { scenario, round }: Pick<AskedRound, "scenario" | "round">,
  option: Option,
): string => `/rounds/${scenario}/${round}/ranks/${option}`;

export const answerField = (question: string): string => `/answers/${question}`;

/** Every field of the form for what is asked, in the order of the page. */
export function replyFields({ rounds, questions }: Asked): readonly string[] {
  return [
    ...rounds.flatMap((round) => [
      roundField(round, "decision"),
      ...round.options.map((option) => rankField(round, option)),
      roundField(round, "buyInUnits"),
      roundField(round, "maximum"),
      roundField(round, "conditions"),
    ]),
    ...questions.map(({ id }) => answerField(id)),
    "/comments",
    "/signOff",
    "/repliedBy",
  ];
}

/** What was typed as a reply: amounts and numbers in the way of the file where they can be read, else as typed. */
export function readReplyDraft(form: FormData, asked: Asked): ReplyDraft {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : "";
  };
  const figure = (kind: FieldKind, name: string): string => {
    const read = readValue(kind, text(name));
    return read.ok && typeof read.value === "string" ? read.value : text(name);
  };
  return {
    rounds: asked.rounds.map((round) => ({
      ...{ scenario: round.scenario, round: round.round },
      ranks: given(
        Object.fromEntries(round.options.map((option) => [option, text(rankField(round, option))])) as Record<
          Option,
          string
        >,
      ),
      ...given({
        decision: text(roundField(round, "decision")),
        buyInUnits: figure("quantity", roundField(round, "buyInUnits")),
        maximum: figure("money", roundField(round, "maximum")),
        conditions: text(roundField(round, "conditions")),
      }),
    })),
    ...given({ signOff: text("/signOff"), repliedBy: text("/repliedBy"), comments: text("/comments") }),
    answers: Object.fromEntries(
      asked.questions.flatMap(({ id }): [string, string][] => {
        const answer = text(answerField(id));
        return answer === "" ? [] : [[id, answer]];
      }),
    ),
  };
}

/** A reply as the fields of the form hold it. */
export function replyValues(draft: ReplyDraft, asked: Asked): Readonly<Record<string, string>> {
  const rounds = asked.rounds.flatMap((round) => {
    const own = draft.rounds.find((one) => one.scenario === round.scenario && one.round === round.round);
    return [
      [roundField(round, "decision"), own?.decision],
      ...round.options.map((option) => [rankField(round, option), own?.ranks?.[option]] as const),
      [roundField(round, "buyInUnits"), showValue("quantity", own?.buyInUnits)],
      [roundField(round, "maximum"), showValue("money", own?.maximum)],
      [roundField(round, "conditions"), own?.conditions],
    ] as const;
  });
  const rest = [
    ...asked.questions.map(({ id }) => [answerField(id), draft.answers?.[id]] as const),
    ["/comments", draft.comments],
    ["/signOff", draft.signOff],
    ["/repliedBy", draft.repliedBy],
  ] as const;
  return Object.fromEntries([...rounds, ...rest].map(([name, value]) => [name, value ?? ""]));
}

/** Fields that were left empty are absent. */
function given<Name extends string>(fields: Readonly<Record<Name, string>>): { [Key in Name]?: string } {
  const filled = Object.entries<string>(fields).filter(([, value]) => value !== "");
  return Object.fromEntries(filled) as { [Key in Name]?: string };
}
