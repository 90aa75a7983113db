import { formatFinancialYear } from "../../../scenarios/model/calendar";
import type { ByYear, Evaluation, MemberOutcome } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { type Pence, sumPence } from "../../../scenarios/model/money";
import type { Option } from "../../../scenarios/model/scenario";
import { paidByYear } from "../contributions";
import type { Cell, ReportColumn } from "../report-table";
import { known } from "../table-parts";
import { choiceWords } from "../words";
import type { Offer, OfferedRound } from "./offer";

/** What the sections of a partner's report share. */

/** An option, or that nothing is taken. */
export type PartnerChoice = {
  readonly id: string;
  readonly label: string;
  readonly choice: readonly Option[];
};

/** The options that a round offers, and to decline. */
export function choicesOf({ options, units }: OfferedRound): readonly PartnerChoice[] {
  return [
    ...options.map((option): PartnerChoice => {
      const words = choiceWords([option]);
      const bought = option === "A" && units !== null ? ` of ${units.words} a year` : "";
      return { id: option.toLowerCase(), label: `${words}${bought}`, choice: [option] };
    }),
    { id: "declines", label: "Decline", choice: [] },
  ];
}

/** What the partner pays in a round if it takes a choice; null where that cannot be worked out. */
export function ownOutcome(
  evaluation: Evaluation | null,
  { round }: OfferedRound,
  organisation: Id,
): MemberOutcome | null {
  return (
    evaluation?.contributions.get(round.id)?.members.find((member) => member.organisation === organisation) ??
    null
  );
}

/** By year; null where the pot could not be met, or the price of a buy-in depends on units that nobody has named. */
export function ownYears(offer: Offer, round: OfferedRound, choice: readonly Option[]): ByYear | null {
  if (choice.includes("A") && round.units === null) return null;
  const own = ownOutcome(round.outcome(choice, "all"), round, offer.organisation);
  return own === null ? null : paidByYear(own);
}

export function notWorkedOut(choice: readonly Option[]): Cell {
  return choice.includes("A")
    ? { value: null, words: "By the units you buy" }
    : { value: null, words: "Cannot be met", tone: "warn" };
}

/** Scenarios stand in a column of their own only where there are several. */
export function scenarioColumn(offers: readonly Offer[]): readonly ReportColumn[] {
  return offers.length < 2 ? [] : [{ id: "scenario", label: "Scenario", kind: "text" }];
}

export function scenarioCell(offers: readonly Offer[], { evaluation }: Offer): readonly Cell[] {
  return offers.length < 2 ? [] : [evaluation.scenario.name];
}

/** A round by name where a scenario has several of them. */
export function roundWords({ rounds }: Offer, { round }: OfferedRound): string {
  return rounds.length < 2 ? "" : ` (${round.name})`;
}

/** The title of a table of one scenario among several. */
export function ofScenario(offers: readonly Offer[], { evaluation }: Offer, title: string): string {
  return offers.length < 2 ? title : `${title}: ${evaluation.scenario.name}`;
}

/** Stable ids: `partner-gets-s1`, also where there is one scenario only. */
export function tableId(kind: string, { evaluation }: Offer, round?: OfferedRound): string {
  return ["partner", kind, evaluation.scenario.id, ...(round === undefined ? [] : [round.round.id])].join(
    "-",
  );
}

/** "2016/17" */
export function yearWords({ evaluation }: Offer, { year }: OfferedRound): string {
  return formatFinancialYear(known(evaluation.timeline.years[year], `year ${year}`));
}

export function sumOf(years: ByYear | null): Pence | null {
  return years === null ? null : sumPence(years);
}

/** The months of the horizon that lie in the year of a round. */
export function monthsOf({ timeline }: Evaluation, year: number): readonly number[] {
  return timeline.months
    .map((_, month) => month)
    .filter((month) => timeline.yearPlaceOfMonth[month] === year);
}
