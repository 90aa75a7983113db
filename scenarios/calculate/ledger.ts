import type { FinancialYear } from "../model/calendar";
import type { ByYear, Funding, ProvisionCost, RoundOutcome } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import type { LedgerKind, LedgerLine } from "../model/ledger";
import type { Pence } from "../model/money";
import type { Timeline } from "../model/timeline";

/**
 * Writes the ledger: every pound once as cost and once as the money that pays for it. Zero lines are left out.
 * Contributions beyond the cost of a year stand in full, so there the paying side is larger by just that.
 */
export function writeLedger(
  costs: ReadonlyMap<Id, ProvisionCost>,
  rounds: ReadonlyMap<Id, RoundOutcome>,
  funding: Funding,
  timeline: Timeline,
): LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (const { provision, contract, uplift, oneOff } of costs.values()) {
    writeCosts(lines, timeline, { provision, kind: "contract", amounts: contract });
    writeCosts(lines, timeline, { provision, kind: "uplift", amounts: uplift });
    writeCosts(lines, timeline, { provision, kind: "one-off", amounts: oneOff });
  }
  for (const { round, provision, members, toppedUp } of rounds.values()) {
    for (const { organisation: payer, area, share, override, buyIn } of members) {
      writePayments(lines, timeline, { kind: "share", provision, round, area, payer, amounts: share });
      writePayments(lines, timeline, {
        kind: "override",
        provision,
        round,
        area,
        payer,
        amounts: override ?? [],
      });
      writePayments(lines, timeline, { kind: "buy-in", provision, round, area, payer, amounts: buyIn });
    }
    for (const [payer, amounts] of toppedUp) {
      writePayments(lines, timeline, { kind: "top-up", provision, round, area: null, payer, amounts });
    }
  }
  for (const [provision, years] of funding.provisions) {
    years.forEach(({ sources, unfunded }, place) => {
      const year = timeline.years[place] as FinancialYear;
      const write = (kind: LedgerKind, payer: Id | null, amount: Pence): void => {
        lines.push({ kind, provision, year, month: null, area: null, payer, round: null, amount });
      };
      for (const [payer, amount] of sources) write("source", payer, amount);
      if (unfunded !== 0n) write("unfunded", null, unfunded);
    });
  }
  return lines;
}

type CostLines = { readonly provision: Id; readonly kind: LedgerKind; readonly amounts: readonly Pence[] };

function writeCosts(lines: LedgerLine[], timeline: Timeline, { provision, kind, amounts }: CostLines): void {
  timeline.months.forEach((month, place) => {
    const amount = amounts[place] as Pence;
    const year = timeline.years[timeline.yearPlaceOfMonth[place] as number] as FinancialYear;
    if (amount !== 0n)
      lines.push({ kind, provision, year, month, area: null, payer: null, round: null, amount });
  });
}

type PaymentLines = Pick<LedgerLine, "kind" | "provision" | "round" | "area" | "payer"> & {
  readonly amounts: ByYear;
};

function writePayments(
  lines: LedgerLine[],
  timeline: Timeline,
  { kind, provision, round, area, payer, amounts }: PaymentLines,
): void {
  amounts.forEach((amount, place) => {
    const year = timeline.years[place] as FinancialYear;
    if (amount !== 0n) lines.push({ kind, provision, year, month: null, area, payer, round, amount });
  });
}
