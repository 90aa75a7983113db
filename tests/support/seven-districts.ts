import type { Coverage } from "../../scenarios/model/evaluation";
import type { Certainty, ContributionRound, RoundMember } from "../../scenarios/model/scenario";
import { DISTRICTS, evaluated, found, inPounds, provisionWith, scenarioWith } from "./scenarios";

/** The four of the seven districts that pay, by the examples of rules §4. */
export const PAYERS = ["blaby", "charnwood", "hinckley-bosworth", "nw-leicestershire"];
export const POPULATION = [{ basis: "population", percent: "100" }];

/** The seven as members of a round: some take B, the others decline. */
export function members(
  payers: readonly string[],
  changes: Record<string, Partial<RoundMember>> = {},
): RoundMember[] {
  return DISTRICTS.map(({ id }) => ({
    organisation: id,
    area: id,
    choice: payers.includes(id) ? ["B"] : [],
    ...changes[id],
  }));
}

/** A round of the seven to a joint lot, and what each pays in its first year. */
export function roundOf(changes: Partial<ContributionRound>, horizon = { start: "2015-04", end: "2016-03" }) {
  const round: ContributionRound = {
    id: "round",
    name: "District contributions",
    provision: "joint",
    from: "2015-04-01",
    to: "2018-03-31",
    pot: { annual: "250000.00" },
    share: { weights: POPULATION },
    members: members(PAYERS),
    ...changes,
  };
  const areas = DISTRICTS.map(({ id }) => id);
  const provisions = [provisionWith({ areas, end: "2018-03-31", price: { annual: "900000.00" } })];
  const evaluation = evaluated(
    scenarioWith({ horizon, areas: DISTRICTS, provisions, contributions: [round] }),
  );
  const outcome = found(evaluation.contributions.get("round"));
  return { evaluation, outcome, shares: inPounds(outcome.members.map(({ share }) => found(share[0]))) };
}

export const ALL = DISTRICTS.map(({ id }) => id);
const THREE = ["harborough", "melton", "oadby-wigston"];
export const NWL = "nw-leicestershire";
const ACTIVITIES = ["family-support", "outreach", "helpline"];

/** The Leicestershire transition, April to October 2015: 7 districts × 3 activities × 7 months = 147 cells. */
export function transition({ nwlGrant = true, slips = false } = {}): Coverage {
  const serve = (
    id: string,
    activity: string,
    areas: readonly string[],
    certainty: Certainty = "confirmed",
  ) => provisionWith({ id, activities: [activity], areas, end: "2015-09-30", certainty });
  const others = ALL.filter((id) => !THREE.includes(id) && (nwlGrant || id !== NWL));
  const start = slips ? "2015-11-01" : "2015-10-01";
  return evaluated(
    scenarioWith({
      horizon: { start: "2015-04", end: "2015-10" },
      areas: DISTRICTS,
      activities: ACTIVITIES.map((id) => ({ id, name: id, unit: "cases" })),
      provisions: [
        serve("bridging-family", "family-support", ALL),
        serve("bridging-outreach", "outreach", THREE),
        serve("devolved", "outreach", others),
        serve("helpline", "helpline", ALL, "under-consideration"),
        provisionWith({ id: "new", activities: ACTIVITIES, areas: ALL, start, end: "2018-09-30" }),
      ],
      requirements: ACTIVITIES.map((activity) => ({ activity, areas: ALL, from: "2015-04", to: "2015-10" })),
    }),
  ).coverage;
}
