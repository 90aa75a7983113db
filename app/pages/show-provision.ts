import type { Id } from "../../scenarios/model/identifiers";
import { formatFigures } from "../lib/key-figures";
import { buildProvisionFigures } from "../reports/provision-figures";
import type { PageRequest } from "./page-request";

/** What one provision comes to: cost, money and gaps, beside the form in which it is changed. */
export function showProvision({ evaluation, href }: PageRequest, provision: Id) {
  return { figures: formatFigures(buildProvisionFigures(evaluation, provision), href) };
}
