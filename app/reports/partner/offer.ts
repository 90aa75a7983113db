import { infeasibleRounds } from "../../../scenarios/calculate/feasibility";
import { askedOf } from "../../../scenarios/consultation/consultation";
import {
  type Others,
  withChoices,
  withoutPositions,
  withoutPrices,
} from "../../../scenarios/disclosure/partner-view";
import type { SmallPlaces } from "../../../scenarios/disclosure/small-places";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { parseDay } from "../../../scenarios/model/calendar";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import type {
  Area,
  ContributionRound,
  Option,
  RoundMember,
  Scenario,
} from "../../../scenarios/model/scenario";
import { timelineOf, YEAR_PARTS, yearParts } from "../../../scenarios/model/timeline";
import { known } from "../table-parts";

/** A frozen scenario as one partner may see it, with everything that its page asks of it. */
export type Offer = {
  readonly organisation: Id;
  /** The partner's own choice as it stands in the file, the others as declared; no money but the partner's own. */
  readonly evaluation: Evaluation;
  /** The areas that it answers for: its own, and those for which it is a member. */
  readonly areas: readonly Area[];
  /** What is hidden of it because it counts few people. */
  readonly small: SmallPlaces;
  readonly rounds: readonly OfferedRound[];
  /** The same with prices, of which only the partner's own payments are read (`own-payments`). */
  readonly withPrices: Evaluation;
};

/** A round in which the partner is asked to choose. */
export type OfferedRound = {
  readonly round: ContributionRound;
  readonly member: RoundMember;
  readonly options: readonly Option[];
  /** The units by which option A is shown: the partner's own, or as many as its share would give it; null without either. */
  readonly units: { readonly units: string; readonly words: string; readonly isOwn: boolean } | null;
  /** The place of the year that stands for "a year": the first whole one of the round, else the longest. */
  readonly year: number;
  readonly isWholeYear: boolean;
  /** What follows if the partner takes a choice and the others decide so; null where the pot could not be met. */
  readonly outcome: (choice: readonly Option[], others: Others) => Evaluation | null;
};

/** What a frozen scenario offers a partner. */
export function offerOf(scenario: Scenario, organisation: Id, small: SmallPlaces): Offer {
  const positions = withoutPositions(scenario, organisation);
  const view = withoutPrices(positions, organisation);
  const asked = askedOf([view], [], organisation).rounds;
  const rounds = asked.map(({ round: id, options }) => {
    const round = known(
      view.contributions?.find((one) => one.id === id),
      `the round ${id}`,
    );
    return { ...offeredRound(view, round, organisation), options };
  });
  const memberAreas = new Set(rounds.map(({ member }) => member.area));
  return {
    ...{ organisation, small },
    evaluation: evaluateFeasible(view),
    areas: view.areas.filter((area) => area.organisation === organisation || memberAreas.has(area.id)),
    rounds,
    withPrices: evaluateFeasible(positions),
  };
}

/** Those who have declared may be too few for the pot (rules §3, bounds): then as if nobody had joined. */
function evaluateFeasible(view: Scenario): Evaluation {
  if (infeasibleRounds(view).length === 0) return evaluateScenario(view);
  const contributions = (view.contributions ?? []).map((round) => ({
    ...round,
    members: round.members.map((member) => ({ ...member, choice: [] })),
  }));
  return evaluateScenario({ ...view, contributions });
}

function offeredRound(
  view: Scenario,
  round: ContributionRound,
  organisation: Id,
): Omit<OfferedRound, "options"> {
  const member = known(
    round.members.find((one) => one.organisation === organisation),
    `${organisation} in ${round.id}`,
  );
  const evaluate = keepOutcomes((choice, others, units) => {
    const chosen = withChoices(view, organisation, {
      ...{ round: round.id, choice, others },
      ...(units === undefined ? {} : { units }),
    });
    return infeasibleRounds(chosen).length === 0 ? evaluateScenario(chosen) : null;
  });
  const units = unitsOf(view, { round, member }, evaluate(["B"], "all"));
  return {
    ...{ round, member, units },
    ...yearOf(view, round),
    outcome: (choice, others) => evaluate(choice, others, choice.includes("A") ? units?.units : undefined),
  };
}

type Evaluate = (choice: readonly Option[], others: Others, units?: string) => Evaluation | null;

function keepOutcomes(evaluate: Evaluate): Evaluate {
  const outcomes = new Map<string, Evaluation | null>();
  return (choice, others, units) => {
    const key = `${choice.join("")} ${others} ${units ?? ""}`;
    const kept = outcomes.get(key);
    if (kept !== undefined) return kept;
    const outcome = evaluate(choice, others, units);
    outcomes.set(key, outcome);
    return outcome;
  };
}

function unitsOf(
  { activities }: Scenario,
  { round, member }: Pick<OfferedRound, "round" | "member">,
  asB: Evaluation | null,
): OfferedRound["units"] {
  const { capacity, buyIn, id } = round;
  const unit = activities.find((one) => one.id === buyIn?.activity)?.unit ?? "units";
  const words = (units: string): string => `${Number(units).toLocaleString("en-GB")} ${unit}`;
  const own = member.buyInUnits;
  if (own !== undefined) return { units: own, words: words(own), isOwn: true };
  const share = asB?.contributions.get(id)?.members.find((one) => one.organisation === member.organisation);
  if (buyIn === undefined || share === undefined || capacity?.activity !== buyIn.activity) return null;
  const units = Math.round(Number(capacity.unitsPerYear) * share.blendedShare.valueOf());
  const most = buyIn.bands.at(-1)?.upTo ?? null;
  if (units < 1 || (most !== null && units > Number(most))) return null;
  return { units: String(units), words: words(String(units)), isOwn: false };
}

function yearOf(view: Scenario, { from, to }: ContributionRound): Pick<OfferedRound, "year" | "isWholeYear"> {
  const parts = yearParts(timelineOf(view.horizon), { from: parseDay(from), to: parseDay(to) });
  const whole = parts.indexOf(YEAR_PARTS);
  if (whole >= 0) return { year: whole, isWholeYear: true };
  const longest = parts.reduce((best, part, place) => (part > (parts[best] ?? 0n) ? place : best), 0);
  return { year: longest, isWholeYear: false };
}
