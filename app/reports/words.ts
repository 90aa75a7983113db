import type { CellState } from "../../scenarios/model/evaluation";
import type {
  Certainty,
  Commitment,
  ContributionRound,
  DeclineRule,
  FundingCertainty,
  FundingSource,
  Option,
  Organisation,
  Provision,
  ProvisionKind,
  RoundMember,
  Scenario,
} from "../../scenarios/model/scenario";
import { joinWords, type Names } from "./names";

/** The field's words for the names of the scenario file, in one place: labels of tables, charts, sheets and pages. */
export const PROVISION_KINDS: Readonly<Record<ProvisionKind, string>> = {
  existing: "Existing contract",
  bridging: "Bridging contract",
  "devolved-grant": "Devolved grant",
  lot: "Lot of a new contract",
  local: "Local service",
};

export const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  confirmed: "Confirmed",
  planned: "Planned",
  "under-consideration": "Under consideration",
};

export const FUNDING_CERTAINTIES: Readonly<Record<FundingCertainty, string>> = {
  confirmed: "Confirmed",
  indicative: "Indicative",
  "at-risk": "At risk",
};

export const CELL_STATES: Readonly<Record<CellState, string>> = {
  covered: "Covered",
  unconfirmed: "Unconfirmed",
  gap: "Gap",
};

export const SCENARIO_STATES: Readonly<Record<NonNullable<Scenario["status"]>, string>> = {
  draft: "Draft",
  consultation: "Consultation",
  approved: "Approved",
  superseded: "Superseded",
};

export const COMMITMENT_STATES: Readonly<Record<Commitment["state"], string>> = {
  red: "Red",
  amber: "Amber",
  "not-started": "Not started",
  unknown: "Not known",
  green: "Green",
};

/** A commitment that is green and continues is reached, not closed: "Green but continuing". */
export function commitmentStateWords({ state, continuing = false }: Commitment): string {
  if (!continuing) return COMMITMENT_STATES[state];
  return state === "green" ? "Green but continuing" : `${COMMITMENT_STATES[state]}, continuing`;
}

export const MEMBER_STATES: Readonly<Record<NonNullable<RoundMember["status"]>, string>> = {
  asked: "Asked",
  indicative: "Indicative",
  confirmed: "Confirmed",
  signed: "Signed",
};

export const ORGANISATION_KINDS: Readonly<Record<Organisation["kind"], string>> = {
  "lead-commissioner": "Lead commissioner",
  commissioner: "Commissioner",
  "police-and-crime-commissioner": "Police and crime commissioner",
  district: "District",
  health: "Health",
  csp: "Community safety partnership",
  provider: "Provider",
  other: "Other",
};

export const FRAMEWORK_STATES: Readonly<Record<NonNullable<Provision["framework"]>, string>> = {
  signed: "Signed up to the framework",
  outside: "Outside the framework",
};

const OPTIONS: Readonly<Record<Option, string>> = {
  A: "A: buy-in",
  B: "B: proportionate share",
  C: "C: framework",
};

/** A member's choice: "B: proportionate share", "A: buy-in and C: framework", "Declines", "Undecided". */
export function choiceWords(choice: RoundMember["choice"]): string {
  if (choice === "undecided") return "Undecided";
  return choice.length === 0 ? "Declines" : joinWords(choice.map((option) => OPTIONS[option]));
}

/** A basis of apportionment as a heading: "Population", "Equal shares". */
export function basisWords(basis: string): string {
  if (basis === "equal") return "Equal shares";
  const words = basis.replaceAll(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What happens when some districts decline, as a sentence. */
export function declineRuleSentence(round: ContributionRound, names: Names): string {
  const rule: DeclineRule = round.whenSomeDecline ?? { rule: "fixed-share" };
  switch (rule.rule) {
    case "fixed-share":
      return `When some decline, each payer pays the share that it would pay if all joined; ${topUpWords(rule, names)}.`;
    case "re-spread":
      return "When some decline, the pot is shared afresh among those who pay.";
    case "scale":
      return "When some decline, each payer pays the share that it would pay if all joined, and the capacity shrinks in proportion.";
    case "threshold":
      return `The round goes ahead only if the payers hold at least ${rule.percent}% of the shares; then ${THRESHOLD_THEN[rule.then]}.`;
  }
}

const THRESHOLD_THEN = {
  "fixed-share": "each pays the share that it would pay if all joined",
  "re-spread": "the pot is shared afresh among those who pay",
  scale: "each pays the share that it would pay if all joined, and the capacity shrinks in proportion",
} as const;

function topUpWords(rule: Extract<DeclineRule, { rule: "fixed-share" }>, names: Names): string {
  const funders = rule.toppedUpBy ?? [];
  if (funders.length === 0) return "nobody tops up what is missing";
  const words = funders.map(
    ({ organisation, percent }) => `${names.organisation(organisation)} (${percent}%)`,
  );
  return `what is missing is topped up by ${joinWords(words)}`;
}

/** What a source may pay for, in words: "Refuge in Melton only", "Anything". */
export function ringFenceWords(source: FundingSource, names: Names): string {
  const { provisions, activities, areas } = source.onlyFor ?? {};
  const limits = [
    ...(provisions === undefined ? [] : [onlyWords("provision", provisions.map(names.provision))]),
    ...(activities === undefined ? [] : [onlyWords("activity", activities.map(names.activity))]),
    ...(areas === undefined ? [] : [onlyWords("area", areas.map(names.area))]),
  ];
  return limits.length === 0 ? "Anything" : `Only ${limits.join(", and only ")}`;
}

const PLURALS = { provision: "provisions", activity: "activities", area: "areas" } as const;

function onlyWords(noun: keyof typeof PLURALS, names: readonly string[]): string {
  return `the ${names.length === 1 ? noun : PLURALS[noun]} ${names.join("; ")}`;
}
