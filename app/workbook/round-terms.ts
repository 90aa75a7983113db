import { type FinancialYear, formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation, RoundOutcome } from "../../scenarios/model/evaluation";
import { compareAreas, compareIds } from "../../scenarios/model/identifiers";
import type { ContributionRound, RoundMember } from "../../scenarios/model/scenario";
import { known } from "../reports/table-parts";
import type { InputPlaces } from "./inputs";
import { basisColumn, hasBounds } from "./share-columns";
import type { ShareRefs } from "./share-formulas";
import type { YearTerms } from "./share-vectors";

/** A round with what its formulas read and its figures by year. */
export type RoundTerms = {
  readonly round: ContributionRound;
  readonly outcome: RoundOutcome;
  readonly refs: (year: FinancialYear) => ShareRefs;
  readonly figures: (place: number, months: number) => YearTerms;
};

/** A most that no pot reaches: what stands in the column where a member has no limit. */
export const NO_MOST = 999_999_999_999;

export function roundTerms(
  evaluation: Evaluation,
  round: ContributionRound,
  inputs: InputPlaces,
): RoundTerms {
  const outcome = known(evaluation.contributions.get(round.id), `the outcome of ${round.id}`);
  return {
    round,
    outcome,
    refs: (year) => refsOf(round, year, inputs),
    figures: (place, months) => figuresOf(evaluation, round, outcome, place, months),
  };
}

function refsOf(round: ContributionRound, year: FinancialYear, inputs: InputPlaces): ShareRefs {
  const { id, share, members } = round;
  const path = `/contributions/${id}/share`;
  const gone = `${path}/phaseIn/percentByYear/${formatFinancialYear(year)}`;
  return {
    bases: (share?.weights ?? []).map(({ basis }) => ({
      column: basis === "equal" ? null : basisColumn(basis),
      weight: inputs.at(`${path}/weights/${basis}/percent`),
    })),
    members: members.length,
    gone: share?.phaseIn === undefined ? null : inputs.has(gone) ? inputs.at(gone) : "1",
    rise: share?.collar === undefined ? null : inputs.at(`${path}/collar/maximumRisePercent`),
    bounded: hasBounds(round),
  };
}

function figuresOf(
  { scenario, timeline }: Evaluation,
  round: ContributionRound,
  outcome: RoundOutcome,
  place: number,
  months: number,
): YearTerms {
  const { share, members } = round;
  const areas = members.map((member) => scenario.areas.find(({ id }) => id === member.area));
  const year = formatFinancialYear(timeline.years[place] ?? 0);
  return {
    pot: Number(outcome.pot[place] ?? 0n) / 100,
    months,
    takes: outcome.members.map(({ takesShare }) => (takesShare ? 1 : 0)),
    order: tieOrder(evaluationAreas(areas), members),
    bases: (share?.weights ?? []).map(({ basis, percent }) => ({
      part: Number(percent) / 100,
      figures: areas.map((area) => (basis === "equal" ? 1 : Number(area?.bases[basis] ?? 0))),
    })),
    historic: members.map((member) => historicOf(round, member)),
    gone: share?.phaseIn === undefined ? null : Number(share.phaseIn.percentByYear[year] ?? "100") / 100,
    rise: share?.collar === undefined ? null : Number(share.collar.maximumRisePercent) / 100,
    least: members.map((member) => ofYear(Number(member.minimum ?? share?.minimum ?? "0"), months)),
    most: members.map((member) => {
      const most = member.maximum ?? share?.maximum;
      return most === undefined ? NO_MOST : ofYear(Number(most), months);
    }),
  };
}

/** The address of a member's historic figure; null without phasing in or collar. */
export function historicPath({ id, share }: ContributionRound, { organisation }: RoundMember): string | null {
  const kind = share?.phaseIn !== undefined ? "phaseIn" : share?.collar !== undefined ? "collar" : null;
  return kind === null ? null : `/contributions/${id}/share/${kind}/historic/${organisation}`;
}

type AreaOfMember = { readonly id: string; readonly code?: string };

function evaluationAreas(areas: readonly (AreaOfMember | undefined)[]): AreaOfMember[] {
  return areas.map((area, place) => known(area, `the area of member ${place}`));
}

/** The order that breaks ties: the area's, then the organisation's id (rules §1). */
function tieOrder(areas: readonly AreaOfMember[], members: readonly RoundMember[]): number[] {
  const order = members
    .map((member, place) => ({ member, place, area: known(areas[place], `area ${place}`) }))
    .sort(
      (one, two) =>
        compareAreas(one.area, two.area) || compareIds(one.member.organisation, two.member.organisation),
    );
  const ranks = members.map(() => 0);
  order.forEach(({ place }, rank) => {
    ranks[place] = rank + 1;
  });
  return ranks;
}

function historicOf({ share }: ContributionRound, { organisation }: RoundMember): number {
  return Number((share?.phaseIn ?? share?.collar)?.historic[organisation] ?? "0");
}

/** A full-year amount for the months of the year, to the penny. */
function ofYear(annual: number, months: number): number {
  return Math.round((annual * 100 * months) / 12) / 100;
}
