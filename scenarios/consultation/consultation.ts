import type { DateText } from "../model/calendar";
import { compareAreas, compareText, type Id } from "../model/identifiers";
import type { Area, ContributionRound, Option, RoundMember, Scenario } from "../model/scenario";

/** A scenario as it was when it went out: named by its content, whatever becomes of the live plan. */
export type Snapshot = {
  readonly scenario: Id;
  readonly name: string;
  readonly revision: number;
  readonly contentHash: string;
};

export type ConsultationQuestion = { readonly id: Id; readonly text: string };

/**
 * What the plan makes of an organisation that does not answer: it is undecided; it keeps the choice that the frozen
 * scenario holds for it; it declines. Silence never joins anything.
 */
export type SilenceDefault = "undecided" | "unchanged" | "declines";

/** One or more frozen scenarios that go out to partners with questions, until a day. */
export type Consultation = {
  readonly id: Id;
  readonly plan: Id;
  readonly name: string;
  /** What the commissioners say to everyone that they ask. */
  readonly introduction: string;
  /** At least one, in the order in which partners see them. */
  readonly snapshots: readonly Snapshot[];
  readonly questions: readonly ConsultationQuestion[];
  /** The first and the last day on which replies are taken; both inclusive. */
  readonly opens: DateText;
  readonly closes: DateText;
  readonly silence: SilenceDefault;
  /** Counts from real observations below this are hidden from partners. */
  readonly smallNumberThreshold: number;
};

/** One round of one frozen scenario in which an organisation is asked to choose. */
export type AskedRound = {
  readonly scenario: Id;
  readonly scenarioName: string;
  readonly round: Id;
  readonly roundName: string;
  /** The options that this round offers. */
  readonly options: readonly Option[];
  /** The most units that the buy-in bands reach; null when the last band is open or there is no buy-in. */
  readonly mostUnits: string | null;
};

/** Everything that one organisation is asked, in the order of its page. */
export type Asked = {
  readonly organisation: Id;
  readonly rounds: readonly AskedRound[];
  readonly questions: readonly ConsultationQuestion[];
};

/** Whether replies are taken on a day: from the first to the last one, unless it was closed before. */
export function windowOn(
  { opens, closes, closedAt }: Pick<Consultation, "opens" | "closes"> & { readonly closedAt: string | null },
  today: DateText,
): "not-open-yet" | "open" | "closed" {
  if (closedAt !== null || compareText(today, closes) > 0) return "closed";
  return compareText(today, opens) < 0 ? "not-open-yet" : "open";
}

/** The organisations that scenarios ask: members of a round, in the order of their areas (rules §1). */
export function partnersOf(scenarios: readonly Scenario[]): readonly Id[] {
  const areas = new Map(scenarios.flatMap((scenario) => scenario.areas.map((area) => [area.id, area])));
  const members = scenarios.flatMap(({ contributions = [] }) =>
    contributions.flatMap((round) => round.members),
  );
  const areaOf = ({ area }: RoundMember) => areas.get(area) as Area;
  return [
    ...new Set(
      members
        .toSorted((first, second) => compareAreas(areaOf(first), areaOf(second)))
        .map(({ organisation }) => organisation),
    ),
  ];
}

/** The options that a round offers: A with a buy-in, B with a pot; C, the framework, always. */
export function optionsOf(round: ContributionRound): readonly Option[] {
  return [
    ...(round.buyIn === undefined ? [] : (["A"] as const)),
    ...(round.pot === undefined || round.share === undefined ? [] : (["B"] as const)),
    "C",
  ];
}

/** What an organisation is asked in some frozen scenarios: every round of which it is a member. */
export function askedOf(
  scenarios: readonly Scenario[],
  questions: readonly ConsultationQuestion[],
  organisation: Id,
): Asked {
  const rounds = scenarios.flatMap((scenario) =>
    (scenario.contributions ?? [])
      .filter((round) => round.members.some((member) => member.organisation === organisation))
      .map(
        (round): AskedRound => ({
          scenario: scenario.id,
          scenarioName: scenario.name,
          round: round.id,
          roundName: round.name,
          options: optionsOf(round),
          mostUnits: round.buyIn?.bands.at(-1)?.upTo ?? null,
        }),
      ),
  );
  return { organisation, rounds, questions };
}
