import type { ByYear, Evaluation, MemberOutcome, RoundOutcome } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { roundOf } from "./contributions";
import { namesOf } from "./names";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import { horizonWords, sumColumn, withSum, yearColumns } from "./table-parts";

/** How the pot of a round is met: what is asked, paid, topped up, and what is missing. Row by row it comes to the shortfall. */
export function buildPotTable(evaluation: Evaluation, roundId: Id): ReportTable {
  const { round, outcome } = roundOf(evaluation, roundId);
  const names = namesOf(evaluation.scenario);
  const years = yearColumns(evaluation.timeline);
  const columns: readonly ReportColumn[] = [
    { id: "measure", label: "The pot", kind: "text" },
    ...years,
    sumColumn("total", "Total", years),
  ];
  const shares = sumMembers(outcome, ({ share }) => share);
  const overrides = sumMembers(outcome, ({ override }) => override ?? []);
  const buyIns = sumMembers(outcome, ({ buyIn }) => buyIn);
  const toppedUp = [...outcome.toppedUp.values()].reduce(add, zeros(outcome));
  const collected = [shares, overrides, toppedUp, outcome.shortfall].reduce(add);
  const notAsked = outcome.pot.map((amount, year) => amount - at(collected, year));
  const rows: ReportRow[] = [
    row("pot", "Asked for", outcome.pot),
    ...unlessZero("not-asked", notAskedWords(outcome), notAsked, negative(notAsked)),
    row("shares", "less shares", negative(shares)),
    ...unlessZero("overrides", "less agreed instead of the formula", overrides, negative(overrides)),
    ...[...outcome.toppedUp].map(([payer, amounts]) =>
      row(`topped-up-${payer}`, `less topped up by ${names.organisation(payer)}`, negative(amounts)),
    ),
    {
      ...row("shortfall", "Shortfall", outcome.shortfall),
      subtotal: true,
      explains: { total: ["shortfall", roundId] },
      ...(outcome.shortfall.some((amount) => amount > 0n) ? { tone: "bad" } : {}),
    },
    ...unlessZero("buy-ins", "Buy-ins, beside the pot", buyIns, buyIns),
  ];
  return {
    id: `pot-${roundId}`,
    title: `${round.name}: how the pot is met`,
    note: `${horizonWords(evaluation)}, in pounds. A negative shortfall is more than was asked.`,
    columns,
    rows,
  };
}

function notAskedWords(outcome: RoundOutcome): string {
  return outcome.happens
    ? "less what the smaller capacity does not cost"
    : "less not asked, because the round does not go ahead";
}

function sumMembers({ members, pot }: RoundOutcome, of: (member: MemberOutcome) => ByYear): ByYear {
  return members.map(of).reduce(
    add,
    pot.map(() => 0n),
  );
}

function zeros({ pot }: RoundOutcome): ByYear {
  return pot.map(() => 0n);
}

function add(first: ByYear, second: ByYear): ByYear {
  return first.map((amount, year) => amount + (second[year] ?? 0n));
}

function negative(amounts: ByYear): ByYear {
  return amounts.map((amount) => -amount);
}

function at(amounts: ByYear, year: number): bigint {
  return amounts[year] ?? 0n;
}

function row(id: string, label: string, amounts: ByYear): ReportRow {
  return { id, cells: [label, ...withSum(amounts)] };
}

function unlessZero(id: string, label: string, amounts: ByYear, shown: ByYear): ReportRow[] {
  return amounts.every((amount) => amount === 0n) ? [] : [row(id, label, shown)];
}
