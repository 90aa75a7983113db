import { type FinancialYear, financialYearOf, type Month } from "../model/calendar";
import type { Funding, ProvisionCost, RoundOutcome } from "../model/evaluation";
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
  const nobody = { month: null, area: null, payer: null, round: null };
  const write = (line: LedgerLine): void => {
    if (line.amount !== 0n) lines.push(line);
  };
  for (const { provision, contract, uplift, oneOff } of costs.values()) {
    const kinds: [LedgerKind, readonly Pence[]][] = [
      ["contract", contract],
      ["uplift", uplift],
      ["one-off", oneOff],
    ];
    timeline.months.forEach((month: Month, place) => {
      for (const [kind, amounts] of kinds) {
        write({
          ...nobody,
          kind,
          provision,
          month,
          year: financialYearOf(month),
          amount: amounts[place] as Pence,
        });
      }
    });
  }
  for (const { round, provision, members, toppedUp } of rounds.values()) {
    timeline.years.forEach((year: FinancialYear, place) => {
      for (const { organisation, area, share, override, buyIn } of members) {
        const member = { ...nobody, provision, year, round, area, payer: organisation };
        write({ ...member, kind: "share", amount: share[place] as Pence });
        write({ ...member, kind: "override", amount: override?.[place] ?? 0n });
        write({ ...member, kind: "buy-in", amount: buyIn[place] as Pence });
      }
      for (const [payer, figures] of toppedUp) {
        write({ ...nobody, kind: "top-up", provision, year, round, payer, amount: figures[place] as Pence });
      }
    });
  }
  for (const [provision, years] of funding.provisions) {
    years.forEach(({ sources, unfunded }, place) => {
      const year = timeline.years[place] as FinancialYear;
      for (const [payer, amount] of sources)
        write({ ...nobody, kind: "source", provision, year, payer, amount });
      write({ ...nobody, kind: "unfunded", provision, year, amount: unfunded });
    });
  }
  return lines;
}
