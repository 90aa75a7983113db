import { showTable } from "../lib/shown-table";
import { buildDrawOrderTable } from "../reports/draw-order";
import type { PageRequest } from "./page-request";
import { showEffects } from "./show-effects";

/** What each service gets in the order in which they draw. */
export function showDrawOrder(request: PageRequest) {
  const { evaluation, href } = request;
  return { effects: showEffects(request), order: showTable(href, buildDrawOrderTable(evaluation)) };
}
