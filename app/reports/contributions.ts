import type { Evaluation, MemberOutcome, RoundOutcome } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { type Pence, sumPence } from "../../scenarios/model/money";
import { approximate } from "../../scenarios/model/rational";
import type { Area, ContributionRound, RoundMember, Scenario } from "../../scenarios/model/scenario";
import { namesOf } from "./names";
import { percentOf, perResident } from "./per-resident";
import type { Address, Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { horizonWords, known, sumColumn, totalRow, yearColumns } from "./table-parts";
import { basisWords, choiceWords, declineRuleSentence, MEMBER_STATES } from "./words";

/** What each district of a round chose, how its share is worked out, what it pays by year, and how that differs from what was asked. */
export function buildContributionsTable(evaluation: Evaluation, roundId: Id): ReportTable {
  const { scenario } = evaluation;
  const { round, outcome } = roundOf(evaluation, roundId);
  const columns = contributionColumns(evaluation, round, outcome);
  const whole = sumPence(outcome.members.map(({ total }) => total));
  const rows = outcome.members.map((member, place): ReportRow => {
    const area = scenario.areas.find(({ id }) => id === member.area);
    const share: Address = ["share", roundId, member.organisation];
    return {
      id: member.organisation,
      cells: [
        ...whoAndHow(scenario, round, known(round.members[place], `member ${place} of ${roundId}`), area),
        approximate(member.blendedShare) * 100,
        askedCell(member, round),
        ...paidByYear(member),
        member.total,
        ...ofWhichCells(outcome, member),
        perResident(member.total, area),
        percentOf(member.total, whole),
        changeOnAsked(member),
      ],
      explains: Object.fromEntries(
        columns
          .filter(({ id, kind }) => (kind === "money" || kind === "percent") && !id.startsWith("basis-"))
          .map(({ id }) => [id, share]),
      ),
      ...(member.choice === "undecided" ? { tone: "warn" } : {}),
    };
  });
  return {
    id: `contributions-${roundId}`,
    title: round.name,
    note: roundNote(evaluation, round, outcome),
    columns,
    rows,
    total: {
      ...totalRow(columns, rows, { also: ["blended", "of-whole"], except: ["per-resident"] }),
      explains: { total: ["paid-to", roundId] },
    },
  };
}

/** A round of the file and what came of it. */
export function roundOf(
  { scenario, contributions }: Evaluation,
  roundId: Id,
): { readonly round: ContributionRound; readonly outcome: RoundOutcome } {
  const round = scenario.contributions?.find(({ id }) => id === roundId);
  return {
    round: known(round, `the round ${roundId}`),
    outcome: known(contributions.get(roundId), `the outcome of ${roundId}`),
  };
}

/** What a member would pay over the horizon if all joined; nothing is asked without a share rule. */
export function askedCell({ asked }: MemberOutcome, round: ContributionRound): Cell {
  if (asked !== null) return sumPence(asked);
  return round.share === undefined ? null : { value: null, words: "Cannot be met" };
}

/** What a member pays in each year: share, override and buy-in. */
export function paidByYear(member: MemberOutcome): Pence[] {
  return member.share.map(
    (share, year) => share + (member.buyIn[year] ?? 0n) + (member.override?.[year] ?? 0n),
  );
}

function contributionColumns(
  { timeline }: Evaluation,
  round: ContributionRound,
  outcome: RoundOutcome,
): ReportColumn[] {
  const years = yearColumns(timeline);
  return [
    { id: "organisation", label: "District", kind: "text" },
    { id: "choice", label: "Choice", kind: "text" },
    { id: "status", label: "Reply", kind: "text" },
    ...basesOf(round).map(
      ({ basis, percent }): ReportColumn => ({
        id: `basis-${basis}`,
        label: `${basisWords(basis)} (weight ${percent}%)`,
        kind: "quantity",
      }),
    ),
    { id: "blended", label: "Blended share", kind: "percent" },
    { id: "asked", label: "Asked if all join", kind: "money" },
    ...years.map((year) => ({ ...year, label: `Pays ${year.label}` })),
    { ...sumColumn("total", "Pays in all", years) },
    ...ofWhich(outcome).map(({ id, label }): ReportColumn => ({ id, label, kind: "money" })),
    { id: "per-resident", label: "For each resident", kind: "money" },
    { id: "of-whole", label: "Part of all contributions", kind: "percent" },
    { id: "change", label: "Share less what was asked", kind: "money" },
  ];
}

/** The bases that carry weight; equal shares have no figure of their own to show. */
function basesOf(round: ContributionRound): readonly { readonly basis: string; readonly percent: string }[] {
  return (round.share?.weights ?? []).filter(({ basis }) => basis !== "equal");
}

function whoAndHow(
  scenario: Scenario,
  round: ContributionRound,
  member: RoundMember,
  area: Area | undefined,
): Cell[] {
  const choice = choiceWords(member.choice);
  return [
    namesOf(scenario).organisation(member.organisation),
    member.choice === "undecided" ? { value: choice, words: choice, tone: "warn" } : choice,
    member.status === undefined ? null : MEMBER_STATES[member.status],
    ...basesOf(round).map(({ basis }): Cell => {
      const value = area?.bases[basis];
      return value === undefined ? { value: null, words: "Not known" } : Number(value);
    }),
  ];
}

/** Buy-ins and overrides stand apart where a round has any. */
function ofWhich(
  outcome: RoundOutcome,
): readonly { readonly id: "buy-in" | "override"; readonly label: string }[] {
  const hasBuyIn = outcome.members.some(({ buyIn }) => buyIn.some((amount) => amount !== 0n));
  const hasOverride = outcome.members.some(({ override }) => override !== null);
  return [
    ...(hasBuyIn ? [{ id: "buy-in", label: "of which buy-in" } as const] : []),
    ...(hasOverride ? [{ id: "override", label: "of which agreed instead of the formula" } as const] : []),
  ];
}

function ofWhichCells(outcome: RoundOutcome, member: MemberOutcome): Cell[] {
  return ofWhich(outcome).map(({ id }) =>
    id === "buy-in" ? sumPence(member.buyIn) : member.override === null ? null : sumPence(member.override),
  );
}

/** What it pays towards the pot, less what it was asked for; a buy-in is extra and was not asked for. */
function changeOnAsked(member: MemberOutcome): Pence | null {
  if (member.asked === null) return null;
  const towardsPot = sumPence(member.share) + sumPence(member.override ?? []);
  return towardsPot - sumPence(member.asked);
}

function roundNote(evaluation: Evaluation, round: ContributionRound, outcome: RoundOutcome): string {
  const names = namesOf(evaluation.scenario);
  return [
    `Contributions to ${names.provision(round.provision)}, ${horizonWords(evaluation)}, in pounds, net of recoverable VAT.`,
    ...(round.pot === undefined ? [] : [declineRuleSentence(round, names)]),
    ...(outcome.happens || round.pot === undefined
      ? []
      : ["The round does not go ahead, so nobody pays a share."]),
    ...undecidedSentence(outcome, names.organisation),
  ].join(" ");
}

function undecidedSentence(outcome: RoundOutcome, name: (id: Id) => string): string[] {
  const undecided = outcome.members.filter(({ choice }) => choice === "undecided");
  if (undecided.length === 0) return [];
  const who = undecided.map(({ organisation }) => name(organisation)).join("; ");
  return [`Not decided yet, and counted as not paying: ${who}.`];
}
