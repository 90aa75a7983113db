import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation, MemberOutcome, RoundOutcome } from "../../scenarios/model/evaluation";
import { approximate } from "../../scenarios/model/rational";
import type { ContributionRound } from "../../scenarios/model/scenario";
import { namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { known, moneyNote, totalRow } from "./table-parts";
import { choiceWords, MEMBER_STATES } from "./words";

const COLUMNS: readonly ReportColumn[] = [
  { id: "round", label: "Round", kind: "text" },
  { id: "year", label: "Financial year", kind: "year" },
  { id: "payer", label: "Payer", kind: "text" },
  { id: "choice", label: "Choice", kind: "text" },
  { id: "status", label: "Reply", kind: "text" },
  { id: "blended", label: "Blended share", kind: "percent" },
  { id: "asked", label: "Asked if all join", kind: "money" },
  { id: "share", label: "Share", kind: "money" },
  { id: "override", label: "Agreed instead of the formula", kind: "money" },
  { id: "buy-in", label: "Buy-in", kind: "money" },
  { id: "top-up", label: "Top-up", kind: "money" },
  { id: "pays", label: "Pays", kind: "money", sumOf: ["share", "override", "buy-in", "top-up"] },
  { id: "shortfall", label: "Shortfall", kind: "money" },
];

/** Every contribution of every round, one row a year and payer, with what is topped up and what stays short. */
export function buildContributionYearsTable(evaluation: Evaluation): ReportTable {
  const rows = (evaluation.scenario.contributions ?? []).flatMap((round) =>
    evaluation.timeline.years.flatMap((_, place) => roundYearRows(evaluation, round, place)),
  );
  return {
    id: "contributions",
    title: "Contributions by year",
    note: moneyNote(
      evaluation,
      "The shortfall is what the pot lacks after shares, agreed figures and top-ups.",
    ),
    columns: COLUMNS,
    rows,
    total: totalRow(COLUMNS, rows),
  };
}

function roundYearRows(evaluation: Evaluation, round: ContributionRound, place: number): ReportRow[] {
  const { organisation } = namesOf(evaluation.scenario);
  const outcome = known(evaluation.contributions.get(round.id), `the outcome of ${round.id}`);
  const year = formatFinancialYear(known(evaluation.timeline.years[place], `year ${place}`));
  const row = (id: string, payer: string, cells: readonly Cell[]): ReportRow => ({
    id: `${round.id}-${year}-${id}`,
    cells: [round.name, year, payer, ...cells],
  });
  return [
    ...outcome.members.map((member, at) => {
      const status = round.members[at]?.status;
      const words = [choiceWords(member.choice), status === undefined ? null : MEMBER_STATES[status]];
      return row(member.organisation, organisation(member.organisation), [
        ...words,
        ...memberCells(member, place),
      ]);
    }),
    ...topUpRows(outcome, place).map(({ payer, amount }) =>
      row(`top-up-${payer}`, organisation(payer), [
        "Tops up",
        null,
        null,
        null,
        0n,
        0n,
        0n,
        amount,
        amount,
        0n,
      ]),
    ),
    row("shortfall", "Nobody", [
      "Shortfall",
      null,
      null,
      null,
      0n,
      0n,
      0n,
      0n,
      0n,
      outcome.shortfall[place] ?? 0n,
    ]),
  ];
}

function memberCells(member: MemberOutcome, place: number): Cell[] {
  const [share, override, buyIn] = [member.share, member.override ?? [], member.buyIn].map(
    (years) => years[place] ?? 0n,
  ) as [bigint, bigint, bigint];
  return [
    approximate(member.blendedShare) * 100,
    member.asked?.[place] ?? null,
    share,
    override,
    buyIn,
    0n,
    share + override + buyIn,
    0n,
  ];
}

function topUpRows({ toppedUp }: RoundOutcome, place: number) {
  return [...toppedUp].map(([payer, years]) => ({ payer, amount: years[place] ?? 0n }));
}
