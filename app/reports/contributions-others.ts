import { prepareRound } from "../../scenarios/calculate/prepare-round";
import { othersLeaving, type WhenSomeLeave, whenSomeLeave } from "../../scenarios/calculate/when-some-leave";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Pence } from "../../scenarios/model/money";
import type { ContributionRound } from "../../scenarios/model/scenario";
import { roundOf } from "./contributions";
import { namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { horizonWords, known } from "./table-parts";

/** Of more members than this, pairs that leave are not tried: they would be more than anybody reads. */
const MOST_MEMBERS_FOR_PAIRS = 12;

/** If others decline: each district's share when it joins, by who else does. */
export function buildIfOthersDeclineTable(evaluation: Evaluation, roundId: Id): ReportTable {
  const { round, outcome } = roundOf(evaluation, roundId);
  const outlook = known(evaluation.ifOthersDecline.get(roundId), `if others decline in ${roundId}`);
  const leavings = leavingsOf(round.members.length, outcomesOf(evaluation, round));
  const names = namesOf(evaluation.scenario);
  return {
    id: `if-others-decline-${roundId}`,
    title: `${round.name}: if others decline`,
    note: `A district's share over ${horizonWords(evaluation)} when it joins, in pounds; where others leave, the least and the most that it comes to by who they are. "Cannot be met" means that the least and the most that the payers may pay do not allow the pot.`,
    columns: [
      { id: "organisation", label: "District", kind: "text" },
      { id: "all", label: "All join", kind: "money" },
      { id: "as-declared", label: "The others as declared", kind: "money" },
      ...leavings.flatMap(({ id, label }): ReportColumn[] => [
        { id: `${id}-least`, label: `${label}, least`, kind: "money" },
        { id: `${id}-most`, label: `${label}, most`, kind: "money" },
      ]),
      { id: "only", label: "No other joins", kind: "money" },
    ],
    rows: outcome.members.map(({ organisation }, place) => {
      const { all, asDeclared, onlyThisOne } = known(
        outlook.get(organisation),
        `${organisation} if others decline`,
      );
      const ranges = leavings.flatMap(({ sharesOf }) => rangeOf(sharesOf(place)));
      return {
        id: organisation,
        cells: [
          names.organisation(organisation),
          ...[all, asDeclared].map(shareOrWords),
          ...ranges,
          shareOrWords(onlyThisOne),
        ],
      };
    }),
  };
}

/** When one leaves: what each of the others then pays, what is missing, and what the pot still buys. */
export function buildOneLeavesTable(evaluation: Evaluation, roundId: Id): ReportTable {
  const { round } = roundOf(evaluation, roundId);
  const outcomeOf = outcomesOf(evaluation, round);
  const names = namesOf(evaluation.scenario);
  const columns: readonly ReportColumn[] = [
    { id: "leaves", label: "Who leaves", kind: "text" },
    ...round.members.map(
      ({ organisation }): ReportColumn => ({
        id: organisation,
        label: names.organisation(organisation),
        kind: "money",
      }),
    ),
    { id: "missing", label: "The shares lack", kind: "money" },
    { id: "bought", label: "The pot buys of its capacity", kind: "percent" },
  ];
  const nobody = rowOfLeaving("nobody", "Nobody", outcomeOf([]), []);
  const each = round.members.map(({ organisation }, place) =>
    rowOfLeaving(organisation, names.organisation(organisation), outcomeOf([place]), [place]),
  );
  return {
    id: `one-leaves-${roundId}`,
    title: `${round.name}: when one leaves and all others join`,
    note: `What each pays over ${horizonWords(evaluation)}, in pounds, by the rule for when some decline. What the shares lack is topped up where that is agreed, else it is short.`,
    columns,
    rows: [nobody, ...each].map((row) => padded(row, columns.length)),
  };
}

function rowOfLeaving(
  id: string,
  name: string,
  outcome: WhenSomeLeave | null,
  leaving: readonly number[],
): ReportRow {
  if (outcome === null) return { id, cells: [name, ...[shareOrWords(null)]], tone: "warn" };
  const shares = outcome.shares.map(
    (share, place): Cell => (leaving.includes(place) ? { value: 0n, words: "Leaves", tone: "muted" } : share),
  );
  const bought: Cell = outcome.happens
    ? outcome.capacityScale.valueOf() * 100
    : { value: 0, words: "Does not go ahead", tone: "warn" };
  return { id, cells: [name, ...shares, outcome.missing, bought] };
}

function padded(row: ReportRow, length: number): ReportRow {
  return { ...row, cells: [...row.cells, ...Array<Cell>(length - row.cells.length).fill(null)] };
}

type Leaving = {
  readonly id: string;
  readonly label: string;
  /** What a member pays in each case; null where it cannot be met. */
  readonly sharesOf: (member: number) => readonly (Pence | null)[];
};

type OutcomeOf = (leaving: readonly number[]) => WhenSomeLeave | null;

const KEPT = new WeakMap<ContributionRound, { readonly of: Evaluation; readonly outcomeOf: OutcomeOf }>();

/** Who leaves is asked for by both tables and by every member: each case of an evaluation is worked out once. */
function outcomesOf(evaluation: Evaluation, round: ContributionRound): OutcomeOf {
  const kept = KEPT.get(round);
  if (kept?.of === evaluation) return kept.outcomeOf;
  const prepared = prepareRound(evaluation.scenario, round, evaluation.timeline);
  const outcomes = new Map<string, WhenSomeLeave | null>();
  const outcomeOf: OutcomeOf = (leaving) => {
    const key = leaving.join();
    const before = outcomes.get(key);
    const outcome = before === undefined ? whenSomeLeave(prepared, leaving) : before;
    outcomes.set(key, outcome);
    return outcome;
  };
  KEPT.set(round, { of: evaluation, outcomeOf });
  return outcomeOf;
}

/** One other leaves, two others leave. */
function leavingsOf(members: number, outcomeOf: OutcomeOf): readonly Leaving[] {
  const leaving = (id: string, label: string, count: 1 | 2): Leaving => ({
    ...{ id, label },
    sharesOf: (member) =>
      othersLeaving(members, member, count).map((places) => outcomeOf(places)?.shares[member] ?? null),
  });
  return [
    ...(members > 1 ? [leaving("one", "One other leaves", 1)] : []),
    ...(members > 2 && members <= MOST_MEMBERS_FOR_PAIRS ? [leaving("two", "Two others leave", 2)] : []),
  ];
}

function rangeOf(shares: readonly (Pence | null)[]): Cell[] {
  const met = shares.filter((share) => share !== null);
  const [first] = met;
  if (first === undefined) return [shareOrWords(null), shareOrWords(null)];
  const least = met.reduce((one, other) => (other < one ? other : one), first);
  const most = met.reduce((one, other) => (other > one ? other : one), first);
  return [least, most];
}

function shareOrWords(share: Pence | null): Cell {
  return share === null ? { value: null, words: "Cannot be met", tone: "warn" } : share;
}
