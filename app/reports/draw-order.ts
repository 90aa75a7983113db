import { inDrawOrder, sharedDrawOrders } from "../../scenarios/model/draw-order";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { sumPence } from "../../scenarios/model/money";
import { sliceAddress } from "./explain/slices";
import { joinWords, namesOf } from "./names";
import type { ReportColumn, ReportTable } from "./report-table";
import { known, moneyNote, totalRow } from "./table-parts";

const COLUMNS: readonly ReportColumn[] = [
  { id: "order", label: "Draws", kind: "text" },
  { id: "provision", label: "Provision", kind: "text" },
  { id: "sources", label: "Agreed to draw on", kind: "text" },
  { id: "contributions", label: "Contributions", kind: "money" },
  { id: "agreed", label: "Sources, as agreed", kind: "money" },
  { id: "matched", label: "Sources, matched by the planner", kind: "money" },
  { id: "unfunded", label: "Unfunded", kind: "money" },
];

/** In which order provisions draw on the sources (rules §8), and what each gets over the horizon. */
export function buildDrawOrderTable(evaluation: Evaluation): ReportTable {
  const { scenario, funding } = evaluation;
  const names = namesOf(scenario);
  const isChosen = scenario.provisions.some(({ drawOrder }) => drawOrder !== undefined);
  const rows = inDrawOrder(scenario.provisions).map((provision, place) => {
    const years = known(funding.provisions.get(provision.id), provision.id);
    const agreed = sumPence(years.flatMap((year) => [...year.agreed.values()]));
    const all = sumPence(years.flatMap((year) => [...year.sources.values()]));
    const unfunded = sumPence(years.map((year) => year.unfunded));
    const contributions = sumPence(years.map((year) => year.contributions));
    const sources = [...new Set((provision.funding ?? []).map(({ source }) => names.source(source)))];
    return {
      id: provision.id,
      cells: [
        `${place + 1}${isChosen && provision.drawOrder === undefined ? ", by its id" : ""}`,
        provision.name,
        sources.length === 0 ? "Nothing" : sources.join(", "),
        contributions,
        agreed,
        all - agreed,
        unfunded,
      ],
      explains: {
        ...(contributions > 0n
          ? { contributions: sliceAddress({ what: "contributions", provision: provision.id }) }
          : {}),
        ...(unfunded > 0n ? { unfunded: sliceAddress({ what: "unfunded", provision: provision.id }) } : {}),
      },
      ...(unfunded > 0n ? { tone: "bad" as const } : {}),
    };
  });
  return {
    id: "draw-order",
    title: "Who draws on the sources first",
    note: moneyNote(evaluation, orderSentence(evaluation)),
    columns: COLUMNS,
    rows,
    total: {
      ...totalRow(COLUMNS, rows, { label: "" }),
      explains: {
        contributions: sliceAddress({ what: "contributions" }),
        unfunded: sliceAddress({ what: "unfunded" }),
      },
    },
  };
}

/** How the order came about, and what it means. */
export function orderSentence({ scenario }: Pick<Evaluation, "scenario">): string {
  const means =
    "In each financial year the first draws what is agreed for it, then the next from what is left. What no agreement covers is matched afterwards, services with a statutory duty first, then in the same order.";
  const chosen = scenario.provisions.filter(({ drawOrder }) => drawOrder !== undefined).length;
  if (chosen === 0) return `Nobody has chosen the order, so it is that of the ids. ${means}`;
  const names = namesOf(scenario);
  const shared = [...sharedDrawOrders(scenario.provisions).keys()].map(names.provision);
  const byId =
    shared.length === 0 ? "" : ` ${joinWords(shared)} have the same number: their ids decide between them.`;
  const rest = chosen === scenario.provisions.length ? "" : " Those without a number come last, by id.";
  return `The order is chosen.${rest}${byId} ${means}`;
}
