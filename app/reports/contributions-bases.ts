import { sharePot, sharerOf } from "../../scenarios/calculate/share-pot";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { sumPence } from "../../scenarios/model/money";
import type { ContributionRound, Scenario } from "../../scenarios/model/scenario";
import { askedCell, roundOf } from "./contributions";
import { namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { horizonWords, totalRow } from "./table-parts";
import { basisWords } from "./words";

/** The same pot among all members on the formula of the round, and beside it on each single basis and in equal shares. */
export function buildOtherBasesTable(evaluation: Evaluation, roundId: Id): ReportTable {
  const { scenario } = evaluation;
  const { round, outcome } = roundOf(evaluation, roundId);
  const names = namesOf(scenario);
  const bases = sharedBases(scenario, round);
  const shares = bases.map((basis) => ({ basis, sums: sharedBy(evaluation, round, basis) }));
  const usable = shares.filter(({ sums }) => sums !== null);
  const columns: readonly ReportColumn[] = [
    { id: "organisation", label: "District", kind: "text" },
    { id: "asked", label: "As asked", kind: "money" },
    ...usable.map(({ basis }): ReportColumn => ({ id: basis, label: basisWords(basis), kind: "money" })),
  ];
  const rows = outcome.members.map((member, place): ReportRow => {
    const onBases = usable.map(({ sums }): Cell => sums?.[place] ?? null);
    const cells = [names.organisation(member.organisation), askedCell(member, round), ...onBases];
    return { id: member.organisation, cells };
  });
  return {
    id: `other-bases-${roundId}`,
    title: `${round.name}: the same pot on other bases`,
    note: `If all join, ${horizonWords(evaluation)}, in pounds; the other bases are without least and most amounts, phasing or collar.`,
    columns,
    rows,
    total: totalRow(columns, rows),
  };
}

/** The bases that every member's area has, as the areas list them, and equal shares. */
function sharedBases(scenario: Scenario, round: ContributionRound): string[] {
  const areas = scenario.areas.filter(({ id }) => round.members.some(({ area }) => area === id));
  const names = [...new Set(areas.flatMap(({ bases }) => Object.keys(bases)))];
  return [...names.filter((name) => areas.every(({ bases }) => name in bases)), "equal"];
}

/** Each member's share over the horizon on one basis alone; null where that basis divides nothing. */
function sharedBy(
  { scenario, timeline, contributions }: Evaluation,
  round: ContributionRound,
  basis: string,
) {
  const pot = contributions.get(round.id)?.pot ?? [];
  const sharers = round.members.map((member) => ({
    ...sharerOf(scenario, round, member),
    minimum: 0n,
    maximum: null,
  }));
  const years = timeline.years.map((year, place) => {
    const amount = pot[place] ?? 0n;
    return { year, amount, parts: amount === 0n ? 0n : 1n };
  });
  const shared = sharePot({ weights: [{ basis, percent: "100" }] }, sharers, years);
  if (!shared.ok) return null;
  return sharers.map((_, place) => sumPence(shared.shares.map((ofYear) => ofYear[place] ?? 0n)));
}
