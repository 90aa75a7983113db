import { formatFinancialYear } from "../../model/calendar";
import { formatQuantity } from "../../model/quantity";
import { isDecimalText, parseDecimal, type Rational, sumRationals } from "../../model/rational";
import type { ContributionRound } from "../../model/scenario";
import type { Fault } from "../fault";
import { isGiven, type Salvaged, type SalvagedScenario } from "../salvage";
import { shown } from "../words";
import { periodFrom, timelineFrom, yearsOf } from "./periods";
import { placed } from "./walk";

export type SalvagedRound = Salvaged<ContributionRound>;

/** How a pot is shared: bases, bounds, phase-in, collar (rules §3). Keys from the round. */
export function shareFaults(scenario: SalvagedScenario, round: SalvagedRound): Fault[] {
  const { share } = round;
  if (share === undefined) return [];
  const faults = [...weightFaults(round), ...boundFaults(round), ...phaseInFaults(scenario, round)];
  const both = isGiven(share, "phaseIn") && isGiven(share, "collar");
  if (!both) return faults;
  const remedy = 'give "phaseIn" or "collar", not both';
  return [
    ...faults,
    { keys: ["share", "collar"], code: "exclude-each-other", state: "stands beside a phase-in", remedy },
  ];
}

/**
 * The exact sum of percents; null where one is not known, or is not a decimal: what stands under a rule that is not
 * known has not been looked at.
 */
export function sumOfPercents(texts: readonly (string | undefined)[]): Rational | null {
  const known = texts.filter((text) => text !== undefined && isDecimalText(text));
  return known.length < texts.length ? null : sumRationals((known as readonly string[]).map(parseDecimal));
}

export function sumsTo(sum: Rational): string {
  return `sums to ${formatQuantity(sum.valueOf())} %`;
}

function weightFaults({ share }: SalvagedRound): Fault[] {
  const weights = share?.weights;
  const sum = weights === undefined ? null : sumOfPercents(weights.map((weight) => weight?.percent));
  if (sum === null || sum.equals(100)) return [];
  return [
    {
      keys: ["share", "weights"],
      code: "does-not-sum",
      state: sumsTo(sum),
      remedy: "make the percents sum to 100",
    },
  ];
}

/** A member's own bounds count before the bounds for all; no minimum lies above a maximum. */
function boundFaults({ share, members }: SalvagedRound): Fault[] {
  return placed(members).flatMap(([member, place]): Fault[] => {
    const own = member.minimum === undefined ? "maximum" : "minimum";
    if (isGiven(member, "minimum") === isGiven(member, "maximum")) return [];
    const [minimum, maximum] = [member.minimum ?? share?.minimum, member.maximum ?? share?.maximum];
    if (minimum === undefined || maximum === undefined || Number(minimum) <= Number(maximum)) return [];
    const [other, verb, preposition] =
      own === "minimum" ? [maximum, "lower", "maximum"] : [minimum, "raise", "minimum"];
    return [
      {
        keys: ["members", place, own],
        code: "below-its-minimum",
        remedy: `the ${preposition} for all members is ${shown(other)}: ${verb} it to that, or correct the other`,
      },
    ];
  });
}

/** A percent for every year of the round in the horizon; a historic figure for every member, also for a collar. */
function phaseInFaults(scenario: SalvagedScenario, { share, members, from, to }: SalvagedRound): Fault[] {
  const timeline = timelineFrom(scenario);
  const period = periodFrom(from, to);
  const percents = share?.phaseIn?.percentByYear;
  const years =
    timeline === null || period === null ? [] : yearsOf(period, timeline).map(formatFinancialYear);
  const missingYears = years
    .filter((year) => percents !== undefined && !Object.hasOwn(percents, year))
    .map((year) => ({
      keys: ["share", "phaseIn", "percentByYear", year],
      code: "missing",
      remedy: 'add the part of the way to the new share in that year, such as "50"',
    }));
  const historicFaults = (["phaseIn", "collar"] as const).flatMap((rule): Fault[] => {
    const historic = share?.[rule]?.historic;
    return placed(members).flatMap(([{ organisation }]) =>
      historic === undefined || organisation === undefined || Object.hasOwn(historic, organisation)
        ? []
        : [
            {
              keys: ["share", rule, "historic", organisation],
              code: "missing",
              remedy: 'add what this member paid a year before, "0.00" when nothing',
            },
          ],
    );
  });
  return [...missingYears, ...historicFaults];
}
