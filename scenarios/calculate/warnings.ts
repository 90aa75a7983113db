import { formatFinancialYear } from "../model/calendar";
import type { Funding, RoundOutcome } from "../model/evaluation";
import { type Id, nameIn } from "../model/identifiers";
import type { Warning } from "../model/issue";
import { formatMoney } from "../model/money";
import type { Scenario } from "../model/scenario";
import type { Timeline } from "../model/timeline";

/** What only the figures can tell: members that have not decided, contributions beyond what they are for. */
export function figureWarnings(
  scenario: Scenario,
  rounds: ReadonlyMap<Id, RoundOutcome>,
  funding: Funding,
  timeline: Timeline,
): Warning[] {
  return [...undecidedMembers(scenario), ...contributionsAboveCost(scenario, rounds, funding, timeline)];
}

function undecidedMembers(scenario: Scenario): Warning[] {
  return (scenario.contributions ?? []).flatMap((round) =>
    round.members
      .filter(({ choice }) => choice === "undecided")
      .map(({ organisation }) => ({
        path: `/contributions/${round.id}/members/${organisation}/choice`,
        code: "undecided",
        message: `${nameIn(scenario.organisations, organisation)} has not decided; it is counted as not paying.`,
      })),
  );
}

function contributionsAboveCost(
  { provisions }: Scenario,
  rounds: ReadonlyMap<Id, RoundOutcome>,
  funding: Funding,
  timeline: Timeline,
): Warning[] {
  return [...funding.provisions].flatMap(([provision, years]) => {
    const round = [...rounds.values()].find((outcome) => outcome.provision === provision);
    if (round === undefined) return [];
    return years.flatMap(({ cost, contributions }, place) =>
      contributions > cost
        ? [
            {
              path: `/contributions/${round.round}`,
              code: "contributions-above-cost",
              message: `In ${formatFinancialYear(timeline.years[place] as number)} contributions of £${formatMoney(contributions)} exceed the cost of ${nameIn(provisions, provision)}, £${formatMoney(cost)}; the rest pays for nothing else. Lower the pot or the units.`,
            },
          ]
        : [],
    );
  });
}
