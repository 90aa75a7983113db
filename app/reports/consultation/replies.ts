import type { Asked, AskedRound, ConsultationQuestion } from "../../../scenarios/consultation/consultation";
import type { Reply } from "../../../scenarios/consultation/reply";
import type { Standing } from "../../../scenarios/consultation/standing";
import type { Id } from "../../../scenarios/model/identifiers";
import { parseMoney } from "../../../scenarios/model/money";
import { parseQuantity } from "../../../scenarios/model/quantity";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "../report-table";
import { decisionWords, optionsOfPlace, SIGN_OFFS, STANDINGS } from "./words";

/** What the reports need to know of one organisation that was asked. Instants are ISO text. */
export type AskedPartner = {
  readonly organisation: Id;
  readonly name: string;
  readonly asked: Asked;
  readonly standing: Standing;
  readonly openedAt: string | null;
  readonly remindedAt: string | null;
  readonly repliedAt: string | null;
  readonly way: "page" | "workbook" | null;
  readonly reply: Reply | null;
};

/** Who was asked, and how far each is. */
export function buildStandingsTable(partners: readonly AskedPartner[]): ReportTable {
  return {
    id: "consultation-standings",
    title: "Who has replied",
    columns: [
      { id: "partner", label: "Partner", kind: "text" },
      { id: "standing", label: "State", kind: "text" },
      { id: "opened", label: "First opened", kind: "date" },
      { id: "reminded", label: "Last reminded", kind: "date" },
      { id: "replied", label: "Last replied", kind: "date" },
      { id: "way", label: "By", kind: "text" },
    ],
    rows: partners.map((partner): ReportRow => {
      const { words, tone } = STANDINGS[partner.standing];
      return {
        id: partner.organisation,
        cells: [
          partner.name,
          { value: partner.standing, words, ...(tone === undefined ? {} : { tone }) },
          dayOf(partner.openedAt),
          dayOf(partner.remindedAt),
          dayOf(partner.repliedAt),
          partner.way === null ? null : partner.way === "page" ? "Page" : "Workbook",
        ],
      };
    }),
  };
}

const REPLY_COLUMNS: readonly ReportColumn[] = [
  { id: "partner", label: "Partner", kind: "text" },
  { id: "first", label: "First choice", kind: "text" },
  { id: "second", label: "Second choice", kind: "text" },
  { id: "third", label: "Third choice", kind: "text" },
  { id: "units", label: "Units bought a year", kind: "quantity" },
  { id: "maximum", label: "Most it would pay a year", kind: "money" },
  { id: "conditions", label: "Conditions", kind: "text" },
  { id: "sign-off", label: "Agreed by", kind: "text" },
];

/** The replies in each round of each frozen scenario, side by side. */
export function buildReplyTables(partners: readonly AskedPartner[]): readonly ReportTable[] {
  const rounds = new Map<string, AskedRound>();
  for (const { asked } of partners)
    for (const round of asked.rounds) rounds.set(`${round.scenario}-${round.round}`, round);
  return [...rounds].map(([key, round]) => ({
    id: `replies-${key}`,
    title: `Replies: ${round.scenarioName}`,
    note: `${round.roundName}. Options of one place are taken together.`,
    columns: REPLY_COLUMNS,
    rows: partners
      .filter(({ asked }) => asked.rounds.some((one) => isSame(one, round)))
      .map((partner) => ({ id: partner.organisation, cells: [partner.name, ...replyCells(partner, round)] })),
  }));
}

function replyCells({ reply, standing }: AskedPartner, asked: AskedRound): Cell[] {
  const round = reply?.rounds.find((one) => isSame(one, asked));
  if (reply === null || round === undefined) {
    const { words } = STANDINGS[standing];
    return [{ value: null, words, tone: "muted" }, null, null, null, null, null, null];
  }
  return [
    decisionWords(round),
    optionsOfPlace(round, 2),
    optionsOfPlace(round, 3),
    round.buyInUnits === undefined ? null : parseQuantity(round.buyInUnits),
    round.maximum === undefined ? null : parseMoney(round.maximum),
    round.conditions ?? null,
    SIGN_OFFS[reply.signOff],
  ];
}

/** Answers to the questions, and comments: a row for each partner that replied. */
export function buildAnswersTable(
  partners: readonly AskedPartner[],
  questions: readonly ConsultationQuestion[],
): ReportTable {
  return {
    id: "consultation-answers",
    title: "Answers and comments",
    columns: [
      { id: "partner", label: "Partner", kind: "text" },
      ...questions.map(({ id, text }): ReportColumn => ({ id, label: text, kind: "text" })),
      { id: "comments", label: "Comments", kind: "text" },
      { id: "replied-by", label: "Replied by", kind: "text" },
    ],
    rows: partners.flatMap(({ organisation, name, reply }): ReportRow[] =>
      reply === null
        ? []
        : [
            {
              id: organisation,
              cells: [
                name,
                ...questions.map(({ id }) => reply.answers[id] ?? null),
                reply.comments ?? null,
                reply.repliedBy,
              ],
            },
          ],
    ),
  };
}

type Place = { readonly scenario: Id; readonly round: Id };
const isSame = (first: Place, second: Place): boolean =>
  first.scenario === second.scenario && first.round === second.round;

const dayOf = (instant: string | null): string | null => instant?.slice(0, 10) ?? null;
