import { extensionMonths, contractValue, allOneOffs } from "../../scenarios/calculate/contract-value";
import { recoverableOf, vatOf } from "../../scenarios/calculate/vat";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { sumPence } from "../../scenarios/model/money";
import type { Provision } from "../../scenarios/model/scenario";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { costTotalLabel, known, moneyNote, totalRow } from "./table-parts";
import { PROVISION_KINDS } from "./words";

const VAT_COLUMNS: readonly ReportColumn[] = [
  { id: "provision", label: "Provision", kind: "text" },
  { id: "rate", label: "VAT", kind: "percent" },
  { id: "recoverable", label: "Of it recovered", kind: "percent" },
  { id: "before", label: "Before VAT", kind: "money" },
  { id: "lost", label: "VAT not recovered", kind: "money" },
  { id: "cost", label: "Cost", kind: "money", sumOf: ["before", "lost"] },
  { id: "recovered", label: "VAT recovered", kind: "money" },
  { id: "with", label: "With all VAT", kind: "money", sumOf: ["cost", "recovered"] },
];

/** The cost of each provision before VAT, as the plan has it, and with all VAT (rules §2.8). */
export function buildVatTable(evaluation: Evaluation): ReportTable {
  const { provisions } = evaluation.scenario;
  const rows = provisions.map((provision): ReportRow => {
    const { id, name, vat } = provision;
    const { total, priceKnown } = known(evaluation.costs.get(id), `the cost of ${id}`);
    const { lost, recovered } = vatInPeriod(evaluation, provision);
    const money = [total - lost, lost, total, recovered, total + recovered];
    return {
      id,
      cells: [name, ...rateCells(vat), ...money],
      explains: { cost: ["cost", id] },
      ...(priceKnown ? {} : { tone: "warn" }),
    };
  });
  return {
    id: "vat",
    title: "Before and with VAT",
    note: moneyNote(
      evaluation,
      "The cost has in it the VAT that nobody gives back; what is recovered stands beside it. Both are worked out year by year and rounded once.",
      ...notStated(provisions),
      "Whether VAT is due on a contract and who recovers it is for your VAT adviser: the planner takes what is entered.",
    ),
    columns: VAT_COLUMNS,
    rows,
    total: {
      ...totalRow(VAT_COLUMNS, rows, { label: costTotalLabel(evaluation) }),
      explains: { cost: ["total-cost"] },
    },
  };
}

/** The VAT of a provision in the horizon: the sum of its years. */
function vatInPeriod({ costs }: Evaluation, { id, vat }: Provision): ReturnType<typeof vatOf> {
  const years = known(costs.get(id), `the cost of ${id}`).years.map((cost) => vatOf(cost, vat));
  return {
    lost: sumPence(years.map(({ lost }) => lost)),
    recovered: sumPence(years.map(({ recovered }) => recovered)),
  };
}

function rateCells(vat: Provision["vat"]): readonly [Cell, Cell] {
  if (vat === undefined) return [{ value: null, words: "Not stated", tone: "warn" }, null];
  return [Number(vat.percent), Number(recoverableOf(vat))];
}

function notStated(provisions: readonly Provision[]): string[] {
  const count = provisions.filter(({ vat }) => vat === undefined).length;
  if (count === 0) return [];
  return [`No VAT is stated for ${count} ${count === 1 ? "provision" : "provisions"}: it reads £0.00.`];
}

const VALUE_COLUMNS: readonly ReportColumn[] = [
  { id: "contract", label: "Contract or lot", kind: "text" },
  { id: "kind", label: "Kind", kind: "text" },
  { id: "start", label: "First day", kind: "date" },
  { id: "end", label: "Last day", kind: "date" },
  { id: "extensions", label: "Options to extend (months)", kind: "whole" },
  { id: "one-offs", label: "One-off costs", kind: "money" },
  { id: "before", label: "Value before VAT", kind: "money" },
  { id: "with", label: "Value with VAT", kind: "money" },
];

/** What a notice says a whole contract is worth, with its options to extend and with VAT (rules §2.9). */
export function buildContractValuesTable({ scenario }: Evaluation): ReportTable {
  const rows = scenario.provisions.filter(isContract).map((provision): ReportRow => {
    const { id, name, kind, start, end } = provision;
    const cells = [
      name,
      PROVISION_KINDS[kind],
      start,
      end,
      extensionMonths(provision),
      allOneOffs(provision),
    ];
    return { id, cells: [...cells, ...valueCells(provision)] };
  });
  return {
    id: "contract-values",
    title: "Values for notices",
    note: "The whole contract from its first day to its last, in the plan's period or not, with every option to extend and its one-off costs, in pounds, at the price at the start: later uplifts are not in it. A notice under the Procurement Act 2023 estimates the value with VAT and with options (Schedule 3).",
    columns: VALUE_COLUMNS,
    rows,
  };
}

/** A grant and a local service are not tendered. */
export function isContract({ kind }: Provision): boolean {
  return kind === "lot" || kind === "existing" || kind === "bridging";
}

function valueCells(provision: Provision): readonly [Cell, Cell] {
  const value = contractValue(provision);
  const notKnown: Cell = { value: null, words: "Not known", tone: "warn" };
  if (value === null) return [notKnown, notKnown];
  const { lost, recovered } = vatOf(value, provision.vat);
  if (provision.vat === undefined) return [value, { value: null, words: "VAT not stated", tone: "warn" }];
  return [value - lost, value + recovered];
}
