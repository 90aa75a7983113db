import type { BridgingProposal } from "../../scenarios/calculate/bridging";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { formatDateWords, formatPounds } from "./format-table";
import { joinWords, namesOf } from "./names";

/** A proposed bridging contract as a person reads it before accepting it. */
export type ShownProposal = {
  /** The id that the new provision would have. */
  readonly id: string;
  readonly continues: string;
  readonly period: string;
  readonly closes: string;
  readonly cost: string;
};

/** The proposals in words: what goes on, for which days, which gaps that closes, at what cost in the plan's period. */
export function showProposals(
  { scenario }: Evaluation,
  proposals: readonly BridgingProposal[],
): readonly ShownProposal[] {
  const names = namesOf(scenario);
  return proposals.map(({ provision, extends: continued, cost, closes }) => {
    const activities = [...new Set(closes.map(({ activity }) => names.activity(activity)))];
    const areas = [...new Set(closes.map(({ area }) => names.area(area)))];
    return {
      id: provision.id,
      continues: names.provision(continued),
      period: `${formatDateWords(provision.start)} to ${formatDateWords(provision.end)}`,
      closes: `${joinWords(activities)} in ${joinWords(areas)}`,
      cost: formatPounds(cost),
    };
  });
}
