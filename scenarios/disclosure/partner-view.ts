import type { Id } from "../model/identifiers";
import type { ContributionRound, FundingSource, Provision, RoundMember, Scenario } from "../model/scenario";

/**
 * What a partner may see (rules §13), field by field of the scenario file: the one list. A field that the file gains
 * has no entry and does not compile until somebody decides.
 *
 * shown: as it stands · own: what is the partner's own, nothing of others · declared: of others only what they have
 * declared · worked-with: figures follow from it, it is not shown itself · hidden: taken out before anything is
 * worked out, so that no figure can depend on it.
 */
export const PARTNER_MAY_SEE: Readonly<
  Record<keyof Scenario, "shown" | "own" | "declared" | "worked-with" | "hidden">
> = {
  format: "shown",
  id: "shown",
  name: "shown",
  purpose: "shown",
  status: "shown",
  basedOn: "hidden",
  synthetic: "shown",
  horizon: "shown",
  indexes: "shown",
  sources: "shown",
  provenance: "shown",
  organisations: "shown",
  basisUnits: "shown",
  areas: "shown", // bases: small counts hidden in every table
  activities: "shown",
  provisions: "shown", // never a price, a one-off cost or who pays how much
  requirements: "shown",
  demand: "worked-with", // of its own areas it is shown, small counts hidden
  fundingSources: "own", // of others only the name of who pays
  contributions: "declared",
  priorities: "hidden",
  lotStructure: "hidden",
  objectives: "hidden",
  commitments: "shown",
  risks: "hidden",
};

/** Whether others may know a member's choice: its members have agreed to it. An indication by officers is not public. */
export function isDeclared({ choice, status }: RoundMember): boolean {
  return choice !== "undecided" && (status === "confirmed" || status === "signed");
}

/**
 * A scenario as one partner may have it worked out: every position that another has not declared is taken out and
 * counts as not decided (rules §4: not paying), its least, most and agreed figures with it. Everything that a partner
 * is shown follows from this and from nothing else, so no figure can give an undeclared position away.
 */
export function withoutPositions(scenario: Scenario, organisation: Id): Scenario {
  const fields = Object.entries(scenario).filter(
    ([field]) => PARTNER_MAY_SEE[field as keyof Scenario] !== "hidden",
  );
  const kept = Object.fromEntries(fields) as Scenario;
  const { contributions } = scenario;
  if (contributions === undefined) return kept;
  return { ...kept, contributions: contributions.map((round) => withoutPositionsOf(round, organisation)) };
}

function withoutPositionsOf(round: ContributionRound, organisation: Id): ContributionRound {
  return {
    ...round,
    members: round.members.map((member) =>
      member.organisation === organisation || isDeclared(member)
        ? member
        : { organisation: member.organisation, area: member.area, choice: "undecided" },
    ),
  };
}

/** The same without any money but the partner's own and what the rounds ask for: no price, no bid, no other's funds. */
export function withoutPrices(scenario: Scenario, organisation: Id): Scenario {
  const { fundingSources, ...kept } = scenario;
  const own = (fundingSources ?? []).filter(({ owner }) => owner === organisation);
  return {
    ...kept,
    provisions: scenario.provisions.map(withoutPrice),
    ...(own.length === 0 ? {} : { fundingSources: own }),
  };
}

const PRICE_FIELDS: readonly string[] = [
  "price",
  "oneOffs",
  "funding",
  "drawOrder",
  "vat",
] satisfies (keyof Provision)[];

function withoutPrice(provision: Provision): Provision {
  const fields = Object.entries(provision).filter(([field]) => !PRICE_FIELDS.includes(field));
  return Object.fromEntries(fields) as Provision;
}

/** The organisations whose funds pay for a provision by agreed lines, in order: who pays, never how much. */
export function payersOf(scenario: Scenario, { funding = [] }: Provision): readonly Id[] {
  const sources = new Map<Id, FundingSource>((scenario.fundingSources ?? []).map((one) => [one.id, one]));
  return [...new Set(funding.flatMap(({ source }) => sources.get(source)?.owner ?? []))];
}

/** How the others decide: all take B; as they have declared, and nobody else; none takes B. */
export type Others = "all" | "declared" | "none";

/** A view with the partner's choice in one round, and the others' in every round. */
export function withChoices(
  view: Scenario,
  organisation: Id,
  { round: roundId, choice, units, others }: Choices,
): Scenario {
  const rounds = (view.contributions ?? []).map((round) => ({
    ...round,
    members: round.members.map((member): RoundMember => {
      if (member.organisation !== organisation)
        return others === "declared" ? member : decided(member, others);
      if (round.id !== roundId) return member;
      return { ...member, choice, ...(units === undefined ? {} : { buyInUnits: units }) };
    }),
  }));
  return { ...view, contributions: rounds };
}

export type Choices = {
  readonly round: Id;
  readonly choice: Exclude<RoundMember["choice"], "undecided">;
  /** Of a buy-in. */
  readonly units?: string;
  readonly others: Others;
};

/** The least and most of a member stand whatever it chooses: they are terms of the offer. */
function decided(member: RoundMember, others: "all" | "none"): RoundMember {
  return { ...member, choice: others === "all" ? ["B"] : [] };
}
