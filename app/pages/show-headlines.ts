import { formatFigures } from "../lib/key-figures";
import { buildKeyFigures } from "../reports/key-figures";
import type { PageRequest } from "./page-request";

const FIGURES = ["total-cost", "contributions", "unfunded", "gaps", "worst-wait", "short-of-capacity"];

/** What an input anywhere in the scenario does to the whole. */
export function showHeadlines({ evaluation, href }: PageRequest) {
  return {
    figures: formatFigures(
      buildKeyFigures(evaluation).filter(({ id }) => FIGURES.includes(id)),
      href,
    ),
  };
}
