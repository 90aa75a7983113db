import { type FinancialYear, formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { LedgerLine } from "../../scenarios/model/ledger";
import { COST_KINDS } from "../../scenarios/model/ledger";
import { sumPence } from "../../scenarios/model/money";
import { type Slice, sliceAddress } from "./explain/slices";
import { type Names, namesOf } from "./names";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import { moneyNote, sumColumn, totalRow } from "./table-parts";

/** Who pays what: provisions by payers, for one financial year or for all, from the ledger. Nobody is left out. */
export function buildWhoPaysTable(evaluation: Evaluation, year?: FinancialYear): ReportTable {
  const lines = evaluation.ledger.filter((line) => year === undefined || line.year === year);
  const paying = lines.filter(({ kind }) => !COST_KINDS.includes(kind));
  const names = namesOf(evaluation.scenario);
  const payers = payersOf(evaluation, paying, names);
  const columns: readonly ReportColumn[] = [
    { id: "provision", label: "Provision", kind: "text" },
    ...payers.map(({ id, label }): ReportColumn => ({ id, label, kind: "money" })),
    {
      ...sumColumn("paid", "Paid and unfunded", []),
      sumOf: payers.map(({ id }) => id),
    },
    { id: "cost", label: "Cost", kind: "money" },
  ];
  const provisions = evaluation.scenario.provisions.filter(({ id }) =>
    lines.some(({ provision }) => provision === id),
  );
  const rows = provisions.map(({ id }): ReportRow => {
    const own = lines.filter(({ provision }) => provision === id);
    const paid = payers.map((payer) => sum(own.filter((line) => payer.pays(line))));
    const cost = sum(own.filter(({ kind }) => COST_KINDS.includes(kind)));
    const cells = [names.provision(id), ...paid, sumPence(paid), cost];
    // Who pays nothing has nothing to explain.
    const paying = payers.filter((_, place) => paid[place] !== 0n);
    const explained = [...paying.map((payer) => payer.id), "paid", "cost"];
    return { id, cells, explains: explainColumns(explained, { provision: id, year }) };
  });
  return {
    id: year === undefined ? "who-pays" : `who-pays-${year}`,
    title: year === undefined ? "Who pays for what" : `Who pays for what in ${formatFinancialYear(year)}`,
    note: moneyNote(
      evaluation,
      ...(year === undefined ? [] : [`Only the financial year ${formatFinancialYear(year)}.`]),
      "What is paid is more than the cost only where contributions go beyond it.",
    ),
    columns,
    rows,
    total: {
      ...totalRow(columns, rows),
      explains: explainColumns([...payers.map(({ id }) => id), "paid", "cost"], { year }),
    },
  };
}

/** The id of a column of money says what of the ledger it sums. */
const explainColumns = (columns: readonly string[], slice: Omit<Slice, "what">) =>
  Object.fromEntries(columns.map((what) => [what, sliceAddress({ what, ...slice })]));

type Payer = { readonly id: string; readonly label: string; readonly pays: (line: LedgerLine) => boolean };

/** Organisations that contribute, then funding sources, both in the order of the file, then what nobody pays. */
function payersOf({ scenario }: Evaluation, paying: readonly LedgerLine[], names: Names): Payer[] {
  const contributes = (line: LedgerLine): boolean => line.round !== null;
  const sources = new Set(paying.filter(({ kind }) => kind === "source").map(({ payer }) => payer));
  const contributors = new Set(paying.filter(contributes).map(({ payer }) => payer));
  const one = (prefix: string, label: string, id: Id, isOf: (line: LedgerLine) => boolean): Payer => ({
    id: `${prefix}-${id}`,
    label,
    pays: (line) => isOf(line) && line.payer === id,
  });
  return [
    ...scenario.organisations
      .filter(({ id }) => contributors.has(id))
      .map(({ id }) => one("organisation", `${names.organisation(id)} (contribution)`, id, contributes)),
    ...(scenario.fundingSources ?? [])
      .filter(({ id }) => sources.has(id))
      .map(({ id }) => one("source", names.source(id), id, ({ kind }) => kind === "source")),
    { id: "unfunded", label: "Unfunded", pays: ({ kind }) => kind === "unfunded" },
  ];
}

function sum(lines: readonly LedgerLine[]): bigint {
  return sumPence(lines.map(({ amount }) => amount));
}
