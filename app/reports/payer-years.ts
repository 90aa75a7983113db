import type { Evaluation } from "../../scenarios/model/evaluation";
import type { LedgerLine } from "../../scenarios/model/ledger";
import type { Organisation } from "../../scenarios/model/scenario";
import { ALL } from "./explain/slices";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import { explainSlices, explainYears, moneyNote, sumColumn, withSum, yearColumns } from "./table-parts";
import { sumOfKinds, sumOfLines } from "./year-summary";

/** Whose money pays, in what way; a picture may draw the ones of one kind as one. */
export type PayerKind = "source" | "contribution" | "top-up" | "unfunded";

/**
 * Who pays by financial year, whatever it pays for: each organisation with the money of its funding sources, with its
 * contributions, with its top-ups, and what nobody pays. It comes to the cost and contributions beyond it.
 */
export function buildPayerYearsTable(evaluation: Evaluation): ReportTable {
  const years = yearColumns(evaluation.timeline);
  const columns: readonly ReportColumn[] = [
    { id: "payer", label: "Who pays", kind: "text" },
    { id: "how", label: "How", kind: "text" },
    ...years,
    sumColumn("total", "Total", years),
  ];
  return {
    id: "payer-years",
    title: "Who pays by financial year",
    note: moneyNote(evaluation, "The money of a funding source is counted as its owner's."),
    columns,
    rows: [...payerRows(evaluation), ...sumRows(evaluation)],
  };
}

/** The id of a row begins with the kind of its payer: `contribution-blaby`. */
export function payerKindOf({ id }: ReportRow): PayerKind | null {
  return KINDS.find((kind) => id === kind || id.startsWith(`${kind}-`)) ?? null;
}

const KINDS = ["source", "contribution", "top-up", "unfunded"] as const;

const HOW: Readonly<Record<Exclude<PayerKind, "unfunded">, string>> = {
  source: "Sources",
  contribution: "Contribution",
  "top-up": "Top-up",
};

function payerRows(evaluation: Evaluation): ReportRow[] {
  const owners = new Map((evaluation.scenario.fundingSources ?? []).map(({ id, owner }) => [id, owner]));
  const pays = {
    source: ({ kind, payer }: LedgerLine) => (kind === "source" ? owners.get(payer ?? "") : undefined),
    contribution: ({ kind, round, payer }: LedgerLine) =>
      round !== null && kind !== "top-up" ? payer : undefined,
    "top-up": ({ kind, payer }: LedgerLine) => (kind === "top-up" ? payer : undefined),
  };
  const { timeline } = evaluation;
  const payments = evaluation.ledger.filter(({ payer }) => payer !== null);
  return (["source", "contribution", "top-up"] as const).flatMap((kind) =>
    evaluation.scenario.organisations.flatMap((organisation) =>
      payerRow({ timeline, ledger: payments }, organisation, {
        kind,
        isOwn: (line) => pays[kind](line) === organisation.id,
      }),
    ),
  );
}

function payerRow(
  paid: Pick<Evaluation, "timeline" | "ledger">,
  { id, name }: Organisation,
  { kind, isOwn }: { readonly kind: keyof typeof HOW; readonly isOwn: (line: LedgerLine) => boolean },
): ReportRow[] {
  if (!paid.ledger.some(isOwn)) return [];
  const what = kind === "source" ? `owner-${id}` : `${kind}-${id}`;
  return [
    {
      id: `${kind}-${id}`,
      cells: [name, HOW[kind], ...withSum(sumOfLines(paid, isOwn))],
      explains: explainSlices(paid.timeline, { what }),
    },
  ];
}

function sumRows(evaluation: Evaluation): ReportRow[] {
  const unfunded = sumOfKinds(evaluation, ["unfunded"]);
  const cost = sumOfKinds(evaluation, ["contract", "uplift", "one-off"]);
  const paid = sumOfKinds(evaluation, ["share", "override", "buy-in", "top-up", "source", "unfunded"]);
  const beyond = paid.map((amount, place) => (cost[place] ?? 0n) - amount);
  const short = unfunded.some((amount) => amount > 0n) ? { tone: "bad" as const } : {};
  return [
    {
      id: "unfunded",
      cells: ["Unfunded", "Nobody pays", ...withSum(unfunded)],
      explains: explainSlices(evaluation.timeline, { what: "unfunded" }),
      ...short,
    },
    ...(beyond.every((amount) => amount === 0n)
      ? []
      : [
          {
            id: "beyond",
            cells: ["less contributions beyond the cost", HOW.contribution, ...withSum(beyond)],
            explains: {
              ...explainYears(evaluation.timeline, (year) => ["beyond", year]),
              total: ["beyond", ALL] as const,
            },
          },
        ]),
    {
      id: "cost",
      cells: ["Cost", "All of these", ...withSum(cost)],
      explains: explainSlices(evaluation.timeline, { what: "cost" }),
      subtotal: true,
    },
  ];
}
