import type { Evaluation } from "../../scenarios/model/evaluation";
import { parseMoney } from "../../scenarios/model/money";
import type { Provision, Scenario } from "../../scenarios/model/scenario";
import { sliceAddress } from "./explain/slices";
import { listNames, type Names, namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { costTotalLabel, known, moneyNote, totalRow } from "./table-parts";
import { CERTAINTIES, FRAMEWORK_STATES, PROVISION_KINDS } from "./words";

const COLUMNS: readonly ReportColumn[] = [
  { id: "provision", label: "Provision", kind: "text" },
  { id: "kind", label: "Kind", kind: "text" },
  { id: "lead", label: "Lead", kind: "text" },
  { id: "provider", label: "Provider", kind: "text" },
  { id: "activities", label: "Activities", kind: "text" },
  { id: "areas", label: "Areas", kind: "text" },
  { id: "start", label: "Start", kind: "date" },
  { id: "end", label: "End", kind: "date" },
  { id: "certainty", label: "Certainty", kind: "text" },
  { id: "annual", label: "Annual price at start", kind: "money" },
  { id: "premium", label: "Premium", kind: "percent" },
  { id: "index", label: "Index", kind: "text" },
  { id: "one-offs", label: "One-off costs", kind: "money" },
  { id: "cost", label: "Cost in the period", kind: "money" },
];

/** One row a contract, grant, lot or local service: who, what, where, when, at what price. */
export function buildContractsTable(evaluation: Evaluation): ReportTable {
  const { scenario } = evaluation;
  const names = namesOf(scenario);
  const rows = scenario.provisions.map((provision): ReportRow => {
    const cost = known(evaluation.costs.get(provision.id), `the cost of ${provision.id}`);
    const oneOffs = cost.oneOff.reduce((sum, amount) => sum + amount, 0n);
    return {
      id: provision.id,
      cells: [...describe(provision, scenario, names), oneOffs, cost.total],
      explains: {
        cost: ["cost", provision.id],
        "one-offs": sliceAddress({ what: "one-off", provision: provision.id }),
      },
      ...(cost.priceKnown ? {} : { tone: "warn" }),
    };
  });
  return {
    id: "contracts",
    title: "Contracts and lots",
    note: moneyNote(
      evaluation,
      "The annual price is before indexation and before the premium; the cost includes indexation and one-off costs.",
    ),
    columns: COLUMNS,
    rows,
    total: {
      ...totalRow(COLUMNS, rows, { label: costTotalLabel(evaluation), except: ["annual"] }),
      explains: { cost: ["total-cost"], "one-offs": sliceAddress({ what: "one-off" }) },
    },
  };
}

function describe(provision: Provision, scenario: Scenario, names: Names): Cell[] {
  const { price } = provision;
  const indexed = price !== undefined && "annual" in price ? price.index : undefined;
  return [
    provision.name,
    kindWords(provision),
    provision.lead === undefined ? null : names.organisation(provision.lead),
    provision.provider ?? null,
    listNames(provision.activities, names.activity),
    listNames(provision.areas, names.area, { count: scenario.areas.length, words: "All areas" }),
    provision.start,
    provision.end,
    certaintyCell(provision),
    priceCell(provision),
    premiumCell(provision),
    indexed === undefined
      ? null
      : ((scenario.indexes ?? []).find(({ id }) => id === indexed)?.name ?? indexed),
  ];
}

function kindWords(provision: Provision): string {
  const kind = PROVISION_KINDS[provision.kind];
  if (provision.kind !== "local") return kind;
  return `${kind}, ${FRAMEWORK_STATES[provision.framework ?? "outside"].toLowerCase()}`;
}

function certaintyCell(provision: Provision): Cell {
  const words = CERTAINTIES[provision.certainty ?? "confirmed"];
  return words === "Confirmed" ? words : { value: words, words, tone: "warn" };
}

function priceCell({ price }: Provision): Cell {
  if (price === undefined) return { value: null, words: "Not known", tone: "warn" };
  return "annual" in price ? parseMoney(price.annual) : { value: null, words: "By year" };
}

function premiumCell({ price }: Provision): Cell {
  const premium = price !== undefined && "annual" in price ? price.premiumPercent : undefined;
  return premium === undefined ? null : Number(premium);
}
