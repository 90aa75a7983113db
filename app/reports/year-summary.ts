import type { ByYear, Evaluation } from "../../scenarios/model/evaluation";
import type { LedgerKind, LedgerLine } from "../../scenarios/model/ledger";
import { joinFew, namesOf } from "./names";
import type { ReportColumn, ReportRow, ReportTable, Tone } from "./report-table";
import { moneyNote, sumColumn, withSum, yearColumns } from "./table-parts";

/**
 * Cost and the money that pays for it by financial year: the page of figures that a board reads first. Every row is
 * a group-by of the ledger, but for the levels of certainty. A row that is nothing in every year is left out unless
 * every row is wanted.
 */
export function buildYearSummaryTable(evaluation: Evaluation, { everyRow = false } = {}): ReportTable {
  const years = yearColumns(evaluation.timeline);
  const columns: readonly ReportColumn[] = [
    { id: "measure", label: "Measure", kind: "text" },
    ...years,
    sumColumn("total", "Total", years),
  ];
  const { provision } = namesOf(evaluation.scenario);
  const bottleneck = [...new Set(evaluation.funding.bottleneck.flat())].map(provision);
  return {
    id: "year-summary",
    title: "Cost and funding by financial year",
    note: moneyNote(
      evaluation,
      ...(bottleneck.length === 0 ? [] : [`Money is short first for ${joinFew(bottleneck)}.`]),
    ),
    columns,
    rows: summaryRows(evaluation, everyRow),
  };
}

function summaryRows(evaluation: Evaluation, everyRow: boolean): ReportRow[] {
  const { unfunded, byCertainty } = evaluation.funding;
  const sum = (...kinds: readonly LedgerKind[]): ByYear => sumOfKinds(evaluation, kinds);
  const recurring = sum("contract", "uplift");
  const contributions = sum("share", "override", "buy-in", "top-up");
  const sources = sum("source");
  const cost = sum("contract", "uplift", "one-off");
  const beyond = cost.map(
    (amount, place) => at(contributions, place) + at(sources, place) + at(unfunded, place) - amount,
  );
  return [
    row("recurring", "Recurring cost", recurring),
    row("one-off", "One-off costs", sum("one-off")),
    row("cost", "Cost", cost, { subtotal: true }),
    row("contributions", "Contributions of districts and top-ups", contributions),
    row("sources", "Funding sources", sources),
    row("unfunded", "Unfunded", unfunded, unfunded.some((amount) => amount > 0n) ? { tone: "bad" } : {}),
    ...(!everyRow && beyond.every((amount) => amount === 0n)
      ? []
      : [
          row(
            "beyond",
            "less contributions beyond the cost",
            beyond.map((amount) => -amount),
          ),
        ]),
    row("paid", "Funded and unfunded", cost, { subtotal: true }),
    row(
      "confirmed",
      "of which confirmed money",
      byCertainty.map(({ confirmed }) => confirmed),
    ),
    row(
      "indicative",
      "of which indicative money",
      byCertainty.map(({ indicative }) => indicative),
    ),
    row(
      "at-risk",
      "of which money at risk",
      byCertainty.map(({ atRisk }) => atRisk),
    ),
  ];
}

function row(
  id: string,
  label: string,
  years: ByYear,
  more: { readonly subtotal?: boolean; readonly tone?: Tone } = {},
): ReportRow {
  return { id, cells: [label, ...withSum(years)], ...more };
}

/** The ledger's lines of some kinds, by year of the horizon. */
export function sumOfKinds(evaluation: Evaluation, kinds: readonly LedgerKind[]): ByYear {
  return sumOfLines(evaluation, (line) => kinds.includes(line.kind));
}

/** The ledger's lines that are wanted, by year of the horizon. */
export function sumOfLines(
  { timeline: { years }, ledger }: Pick<Evaluation, "timeline" | "ledger">,
  wanted: (line: LedgerLine) => boolean,
): ByYear {
  const sums = years.map(() => 0n);
  for (const line of ledger) {
    if (!wanted(line)) continue;
    const place = years.indexOf(line.year);
    sums[place] = at(sums, place) + line.amount;
  }
  return sums;
}

function at(years: ByYear, place: number): bigint {
  const amount = years[place];
  if (amount === undefined) throw new Error(`no such year of the horizon: place ${place}`);
  return amount;
}
