import type { Asked } from "../../../scenarios/consultation/consultation";
import type { Reply } from "../../../scenarios/consultation/reply";
import { parseMoney } from "../../../scenarios/model/money";
import { formatPounds } from "../format-table";
import { decisionWords, optionsOfPlace, SIGN_OFFS } from "./words";

/** One reply as lines of a name and what was said, in the order of the form; what was left open has no line. */
export function ownReplyRows(
  reply: Reply,
  asked: Asked,
): readonly { readonly key: string; readonly value: string }[] {
  const several = asked.rounds.length > 1;
  const lines: (readonly [string, string | null | undefined])[] = [
    ...reply.rounds.flatMap((round, place) => {
      const where = several ? `${asked.rounds[place]?.scenarioName ?? ""}: ` : "";
      return [
        [`${where}First choice`, decisionWords(round)],
        [`${where}Second choice`, optionsOfPlace(round, 2)],
        [`${where}Third choice`, optionsOfPlace(round, 3)],
        [`${where}Units bought a year`, round.buyInUnits],
        [
          `${where}Most it would pay a year`,
          round.maximum === undefined ? null : formatPounds(parseMoney(round.maximum)),
        ],
        [`${where}Conditions`, round.conditions],
      ] as const;
    }),
    ...asked.questions.map(({ id, text }) => [text, reply.answers[id]] as const),
    ["Comments", reply.comments],
    ["Agreed by", SIGN_OFFS[reply.signOff]],
    ["Replied by", reply.repliedBy],
  ];
  return lines.flatMap(([key, value]) => (value == null ? [] : [{ key, value }]));
}
