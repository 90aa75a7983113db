import type { Id } from "../../scenarios/model/identifiers";
import { formatFigures } from "../lib/key-figures";
import { buildProvisionFigures } from "../reports/provision-figures";
import type { PageRequest } from "./page-request";
import { showEffects } from "./show-effects";

/** What one provision comes to: cost, money and gaps, and what an edit of it does to the whole. */
export function showProvision(request: PageRequest, provision: Id) {
  const { evaluation, href } = request;
  return {
    figures: formatFigures(buildProvisionFigures(evaluation, provision), href),
    effects: showEffects(request),
  };
}
