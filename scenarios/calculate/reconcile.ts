import { type FinancialYear, formatFinancialYear } from "../model/calendar";
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
  const sums = sumLedger(ledger, timeline);
  const years = timeline.years.map((year, place) => ({ year, place, name: formatFinancialYear(year) }));
  const checks: Check[] = [];
  const check = (id: string, difference: Pence, about: string): void => {
    checks.push({ id, ok: difference === 0n, difference, about });
  };
  for (const [id, cost] of costs) {
    const fromLedger = sumPence(years.map(({ year }) => sums.cost.of(id, year)));
    check(`cost-${id}`, sumPence(cost.years) - fromLedger, `the years of ${id} sum to its months`);
  }
  for (const [id, round] of contributions) {
    for (const { year, place, name } of years) {
      const expected = expectedOf(round, place);
      const paid = sums.formula.of(id, year);
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
      const paying = sums.income.of(id, year);
      const beyond = contributed > cost ? contributed - cost : 0n;
      const fromLedger = sums.cost.of(id, year);
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
      const used = sums.source.of(id, year);
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

/** Sums of the ledger by provision, source or round, and year. */
class YearSums {
  readonly #sums = new Map<Id, Pence[]>();
  readonly #firstYear: FinancialYear;

  constructor(firstYear: FinancialYear) {
    this.#firstYear = firstYear;
  }

  add(id: Id, year: FinancialYear, amount: Pence): void {
    const place = year - this.#firstYear;
    const years = this.#sums.get(id);
    if (years === undefined) this.#sums.set(id, [...Array<Pence>(place).fill(0n), amount]);
    else years[place] = (years[place] ?? 0n) + amount;
  }

  of(id: Id, year: FinancialYear): Pence {
    return this.#sums.get(id)?.[year - this.#firstYear] ?? 0n;
  }
}

function sumLedger(ledger: readonly LedgerLine[], { years }: Timeline) {
  const yearSums = (): YearSums => new YearSums(years[0] as FinancialYear);
  const sums = { cost: yearSums(), income: yearSums(), source: yearSums(), formula: yearSums() };
  for (const { kind, provision, year, payer, round, amount } of ledger) {
    (COST_KINDS.includes(kind) ? sums.cost : sums.income).add(provision, year, amount);
    if (kind === "source" && payer !== null) sums.source.add(payer, year, amount);
    if (round !== null && kind !== "buy-in") sums.formula.add(round, year, amount);
  }
  return sums;
}
