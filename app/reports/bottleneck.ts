import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { formatPounds } from "./format-table";
import { joinFew, namesOf } from "./names";

/** One sentence for each financial year in which money is short: how much, and for which provisions. */
export function bottleneckSentences(evaluation: Evaluation): readonly string[] {
  const { funding, timeline, scenario } = evaluation;
  const names = namesOf(scenario);
  return timeline.years.flatMap((year, place) => {
    const unfunded = funding.unfunded[place] ?? 0n;
    if (unfunded <= 0n) return [];
    const provisions = joinFew((funding.bottleneck[place] ?? []).map(names.provision));
    return [
      `In ${formatFinancialYear(year)} ${formatPounds(unfunded)} is unfunded. Money is short for ${provisions}: everything that may pay for it is used. Money that may not pay for it does not help.`,
    ];
  });
}
