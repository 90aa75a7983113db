import { createHash } from "node:crypto";
import { partnersOf } from "../../scenarios/consultation/consultation";
import { USUAL_RULE } from "../../scenarios/disclosure/small-numbers";
import { sharesThatTell, smallPlacesOf } from "../../scenarios/disclosure/small-places";
import type { Scenario } from "../../scenarios/model/scenario";
import { writePartnerPack } from "../workbook/partner-pack/write-pack";

/**
 * The consultation pack of one organisation from a file, to look at before anybody is asked: without days, and sealed
 * by no planner, so that none takes it back as a reply. Text: why there is none.
 */
export async function partnerPackOf(
  scenario: Scenario,
  organisation: string,
  createdAt: Date,
): Promise<Buffer | string> {
  const partners = partnersOf([scenario]);
  if (!partners.includes(organisation)) {
    const choose = partners.length === 0 ? "it asks nobody" : `choose one of: ${partners.join(", ")}`;
    return `${scenario.id} asks nothing of ${JSON.stringify(organisation)}; ${choose}.`;
  }
  const [tells] = sharesThatTell(scenario, smallPlacesOf(scenario, USUAL_RULE));
  if (tells !== undefined) return tells;
  const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
  return writePartnerPack({
    consultation: {
      ...{ id: "none", plan: "none", name: scenario.name, introduction: scenario.purpose ?? "" },
      snapshots: [
        {
          ...{ scenario: scenario.id, name: scenario.name, revision: 1 },
          contentHash: hash(JSON.stringify(scenario)),
        },
      ],
      ...{
        questions: [],
        opens: null,
        closes: null,
        silence: "undecided",
        smallNumberThreshold: USUAL_RULE.threshold,
      },
    },
    ...{ scenarios: [scenario], earlier: [] },
    ...{ organisation, planName: scenario.name, createdAt },
    seal: hash,
  });
}
