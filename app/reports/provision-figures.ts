import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { sumPence } from "../../scenarios/model/money";
import { sliceAddress } from "./explain/slices";
import { buildKeyFigures } from "./key-figures";
import type { KeyFigure } from "./report-table";
import { horizonWords, known } from "./table-parts";

/** What one provision costs, what pays for it, and what it does to the whole scenario. */
export function buildProvisionFigures(evaluation: Evaluation, provision: Id): readonly KeyFigure[] {
  const cost = known(evaluation.costs.get(provision), `the cost of ${provision}`);
  const years = known(evaluation.funding.provisions.get(provision), `the funding of ${provision}`);
  const unfunded = sumPence(years.map((year) => year.unfunded));
  const ofWhole = buildKeyFigures(evaluation).filter(({ id }) => ["unfunded", "gaps"].includes(id));
  return [
    {
      id: "cost",
      label: "Costs in the period",
      value: cost.priceKnown ? cost.total : { value: cost.total, words: "Price not known", tone: "warn" },
      kind: "money",
      explains: ["cost", provision],
      note: `${horizonWords(evaluation)}, net of recoverable VAT.`,
    },
    {
      id: "contributions-to",
      label: "Districts contribute to it",
      value: sumPence(years.map(({ contributions }) => contributions)),
      kind: "money",
      explains: sliceAddress({ what: "contributions", provision }),
    },
    {
      id: "unfunded-of",
      label: "Of it unfunded",
      value: unfunded,
      kind: "money",
      explains: sliceAddress({ what: "unfunded", provision }),
      tone: unfunded > 0n ? "bad" : "good",
    },
    ...ofWhole.map((figure) => ({ ...figure, label: `Whole scenario: ${lowered(figure.label)}` })),
  ];
}

function lowered(label: string): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
