import { formatFinancialYear } from "../model/calendar";
import type { Check, Funding, ProvisionCost, RoundOutcome } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { COST_KINDS, type LedgerLine } from "../model/ledger";
import { type Pence, sumPence } from "../model/money";
import type { Timeline } from "../model/timeline";

type Reconciled = {
  readonly costs: ReadonlyMap<Id, ProvisionCost>;
  readonly contributions: ReadonlyMap<Id, RoundOutcome>;
  readonly funding: Funding;
  readonly ledger: readonly LedgerLine[];
  readonly timeline: Timeline;
};

/**
 * Counts the same pounds twice, from the ledger and from the steps, and says where they differ. Asserted on every
 * evaluation: a difference is a fault of ours and stops it.
 *
 * - cost-PROVISION: the years of a provision sum to its months
 * - round-ROUND-YEAR: pot = paid + topped up + shortfall, as its rule reads the pot
 * - funding-PROVISION-YEAR: cost = contributions + sources + unfunded; contributions beyond the cost are not a difference
 * - source-SOURCE-YEAR: available = used + unused
 */
export function reconcile({ costs, contributions, funding, ledger, timeline }: Reconciled): Check[] {
  const sums = sumLedger(ledger);
  const years = timeline.years.map((year, place) => ({ year, place, name: formatFinancialYear(year) }));
  const checks: Check[] = [];
  const check = (id: string, difference: Pence, about: string): void => {
    checks.push({ id, ok: difference === 0n, difference, about });
  };
  for (const [id, cost] of costs) {
    const fromLedger = sumPence(years.map(({ year }) => sums.cost.get(`${id} ${year}`) ?? 0n));
    check(`cost-${id}`, sumPence(cost.years) - fromLedger, `the years of ${id} sum to its months`);
  }
  for (const [id, round] of contributions) {
    for (const { year, place, name } of years) {
      const expected = expectedOf(round, place);
      const paid = sums.formula.get(`${id} ${year}`) ?? 0n;
      check(
        `round-${id}-${name}`,
        expected - paid - (round.shortfall[place] as Pence),
        "pot = paid + topped up + shortfall",
      );
    }
  }
  for (const [id, ofProvision] of funding.provisions) {
    for (const { year, place, name } of years) {
      const { cost, contributions: contributed } = ofProvision[place] as (typeof ofProvision)[number];
      const paying = sums.income.get(`${id} ${year}`) ?? 0n;
      const beyond = contributed > cost ? contributed - cost : 0n;
      const fromLedger = sums.cost.get(`${id} ${year}`) ?? 0n;
      check(
        `funding-${id}-${name}`,
        fromLedger + beyond - paying,
        "cost = contributions + sources + unfunded",
      );
    }
  }
  for (const [id, ofSource] of funding.sources) {
    for (const { year, place, name } of years) {
      const { available, unused } = ofSource[place] as (typeof ofSource)[number];
      const used = sums.source.get(`${id} ${year}`) ?? 0n;
      check(`source-${id}-${name}`, available - used - unused, "available = used + unused");
    }
  }
  return checks;
}

/** The pot, under scale the payers' shares, and nothing when the round does not happen (scenario file, shortfall). */
function expectedOf({ happens, pot, scaled, members }: RoundOutcome, year: number): Pence {
  if (!happens) return 0n;
  return scaled ? sumPence(members.map(({ share }) => share[year] as Pence)) : (pot[year] as Pence);
}

function sumLedger(ledger: readonly LedgerLine[]) {
  const cost = new Map<string, Pence>();
  const income = new Map<string, Pence>();
  const source = new Map<string, Pence>();
  const formula = new Map<string, Pence>();
  const add = (sums: Map<string, Pence>, key: string, amount: Pence): void => {
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  };
  for (const { kind, provision, year, payer, round, amount } of ledger) {
    add(COST_KINDS.includes(kind) ? cost : income, `${provision} ${year}`, amount);
    if (kind === "source") add(source, `${payer ?? ""} ${year}`, amount);
    if (round !== null && kind !== "buy-in") add(formula, `${round} ${year}`, amount);
  }
  return { cost, income, source, formula };
}
