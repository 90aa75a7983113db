import { apportionWhole } from "../../scenarios/calculate/apportion";
import { commonDenominator } from "../../scenarios/calculate/blend";
import type { Evaluation, MemberOutcome } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { approximate, parts } from "../../scenarios/model/rational";
import { roundOf } from "./contributions";
import { areasInOrder, namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { totalRow } from "./table-parts";

const COLUMNS: readonly ReportColumn[] = [
  { id: "organisation", label: "District", kind: "text" },
  { id: "share", label: "Share of all", kind: "percent" },
  { id: "all", label: "If all join", kind: "whole" },
  { id: "now", label: "As they have chosen", kind: "whole" },
];

/**
 * Whole posts among the members of a round by its shares (rules §3, Webster's method): if all join, and among those that
 * take a share now.
 */
export function buildWholePostsTable(evaluation: Evaluation, roundId: Id, posts: number): ReportTable {
  const { round, outcome } = roundOf(evaluation, roundId);
  const names = namesOf(evaluation.scenario);
  const all = postsOf(evaluation, outcome.members, posts);
  const takers = outcome.members.filter(({ takesShare }) => takesShare);
  const now = postsOf(evaluation, takers, posts);
  const rows = outcome.members.map((member): ReportRow => {
    const { organisation, blendedShare, takesShare } = member;
    const declines: Cell = { value: null, words: "Takes no share" };
    const share = approximate(blendedShare) * 100;
    const cells = [share, all.get(member) ?? 0, takesShare ? (now.get(member) ?? 0) : declines];
    return { id: organisation, cells: [names.organisation(organisation), ...cells] };
  });
  return {
    id: `whole-posts-${roundId}`,
    title: `${round.name}: ${posts} whole ${posts === 1 ? "post" : "posts"}`,
    note: "One after another each post goes to the largest share ÷ (2 × the posts it has + 1): so nobody loses a post because there is one more to give. Money is never shared so.",
    columns: COLUMNS,
    rows,
    total: totalRow(COLUMNS, rows, { also: ["share", "all", "now"] }),
  };
}

function postsOf(
  { scenario }: Evaluation,
  members: readonly MemberOutcome[],
  posts: number,
): ReadonlyMap<MemberOutcome, number> {
  const shares = members.map(({ blendedShare }) => blendedShare);
  if (shares.every((share) => share.equals(0))) return new Map();
  const common = commonDenominator(shares);
  const weights = shares.map((share) => parts(share.mul(common)).numerator);
  const order = areasInOrder(scenario).map(({ id }) => id);
  const ranks = members.map(({ area }) => order.indexOf(area));
  const given = apportionWhole(posts, weights, ranks);
  return new Map(members.map((member, place) => [member, given[place] ?? 0]));
}
