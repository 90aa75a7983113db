import type { Issue } from "../model/issue";
import type { Scenario } from "../model/scenario";
import { timelineOf } from "../model/timeline";
import { prepareRound, ROUND_READS, takesShare } from "./prepare-round";
import type { ShareFault } from "./share-pot";
import { shareWhen } from "./share-when";

const PATHS: Readonly<Record<ShareFault["code"], string>> = {
  bounds: "share",
  collar: "share/collar",
  "empty-basis": "share/weights",
  "no-historic": "share/phaseIn",
};

const REMEDIES: Readonly<Record<ShareFault["code"], string>> = {
  bounds: "Change the pot, a minimum or a maximum so that the pot lies between the two sums.",
  collar: "Allow a larger rise, or change the historic figures or the pot.",
  "empty-basis": "Give a member a figure for it, or take the basis out of the weights.",
  "no-historic": "Give a historic figure, or take the phase-in out.",
};

/**
 * Rounds whose pot cannot be shared as the file says: bounds that no shares can meet, a collar that the falls cannot
 * pay for (rules §3). What-ifs that cannot be met are not issues: their figures are null. Rounds that `before`, of
 * which that is known already, has just so are passed over.
 */
export function infeasibleRounds(scenario: Scenario, before?: Scenario): Issue[] {
  const timeline = timelineOf(scenario.horizon);
  const isSame = before !== undefined && ROUND_READS.every((field) => scenario[field] === before[field]);
  const known = new Set(isSame ? before.contributions : []);
  return (scenario.contributions ?? []).flatMap((round) => {
    if (known.has(round)) return [];
    const prepared = prepareRound(scenario, round, timeline);
    const outcome = shareWhen(prepared, round.members.map(takesShare));
    if (outcome.ok) return [];
    const { code, message } = outcome.fault;
    return [
      { path: `/contributions/${round.id}/${PATHS[code]}`, code, message: `${message} ${REMEDIES[code]}` },
    ];
  });
}
