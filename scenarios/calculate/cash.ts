import type { Evaluation } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { type Pence, sumPence } from "../model/money";
import type { Provision } from "../model/scenario";
import type { Timeline } from "../model/timeline";

/** When a provider is paid. */
export type PaymentTerms = NonNullable<Provision["payment"]>;
export const PAYMENT_TERMS = [
  "monthly-arrears",
  "monthly-advance",
  "quarterly-arrears",
  "quarterly-advance",
] as const satisfies readonly PaymentTerms[];

/** When the money of a financial year comes in: in its first month, its quarters or its months, each at the start. */
export const RECEIPTS = ["april", "quarterly", "monthly"] as const;
export type Receipts = (typeof RECEIPTS)[number];

/** Cash by month of the horizon, in whole pence. */
export type CashFlow = {
  /** By provision; one more than there are months: what is paid after the horizon stands last. */
  readonly paid: ReadonlyMap<Id, readonly Pence[]>;
  readonly paidTogether: readonly Pence[];
  readonly received: readonly Pence[];
  /** All that came in less all that was paid, by the end of the month. */
  readonly balance: readonly Pence[];
  /** The least balance so far. */
  readonly lowest: readonly Pence[];
};

/**
 * When the costs and the money of a scenario move (rules §2.7). A month in advance is paid in it, in arrears in the
 * next; a quarter (from April, July, October, January) in its first month, or in the month after it. One-off costs go
 * with the rest. Contributions and money of sources come in by year; unfunded cost is paid, and nothing comes in for
 * it.
 */
export function calculateCash(
  { scenario, timeline, costs, funding }: Pick<Evaluation, "scenario" | "timeline" | "costs" | "funding">,
  receipts: Receipts,
): CashFlow {
  const paid = new Map(
    scenario.provisions.map(({ id, payment = "monthly-arrears" }) => [
      id,
      paymentsOf(costs.get(id)?.months ?? [], payment, timeline),
    ]),
  );
  const paidTogether = [...timeline.months.keys(), timeline.months.length].map((place) =>
    sumPence([...paid.values()].map((months) => months[place] ?? 0n)),
  );
  const money = timeline.years.map((_, place) =>
    sumPence(
      [...funding.provisions.values()].flatMap((years) => {
        const ofYear = years[place];
        return ofYear === undefined ? [] : [ofYear.contributions, ...ofYear.sources.values()];
      }),
    ),
  );
  const received = timeline.months.map((_, place) => receivedIn(money, receipts, timeline, place));
  const balance = runningSum(received.map((amount, place) => amount - (paidTogether[place] ?? 0n)));
  return { paid, paidTogether, received, balance, lowest: runningLeast(balance) };
}

/** What costs by month come to as payments; after the last month stands what is paid later. */
export function paymentsOf(
  costs: readonly Pence[],
  terms: PaymentTerms,
  { months }: Pick<Timeline, "months">,
): readonly Pence[] {
  const payments = [...months.map(() => 0n), 0n];
  costs.forEach((cost, place) => {
    const at = paymentPlace(place, terms, months);
    payments[at] = (payments[at] ?? 0n) + cost;
  });
  return payments;
}

function paymentPlace(place: number, terms: PaymentTerms, months: readonly number[]): number {
  const ofQuarter = (months[place] ?? 0) % 3;
  if (terms === "monthly-advance") return place;
  if (terms === "monthly-arrears") return place + 1;
  if (terms === "quarterly-advance") return Math.max(0, place - ofQuarter);
  return Math.min(months.length, place + 3 - ofQuarter);
}

/** The instalment of a month; whole pence on the way, rounded down, so that the last instalment has what is left. */
function receivedIn(money: readonly Pence[], receipts: Receipts, timeline: Timeline, place: number): Pence {
  const year = timeline.yearPlaceOfMonth[place] ?? 0;
  const { number, of } = instalmentOf(receipts, timeline, place);
  const amount = money[year] ?? 0n;
  return number === 0n ? 0n : (amount * number) / of - (amount * (number - 1n)) / of;
}

/** Which instalment of how many comes in a month; number 0 where none does. */
export function instalmentOf(
  receipts: Receipts,
  { months, yearPlaceOfMonth }: Pick<Timeline, "months" | "yearPlaceOfMonth">,
  place: number,
): { readonly number: bigint; readonly of: bigint } {
  const ofYear = [...months.keys()].filter((month) => yearPlaceOfMonth[month] === yearPlaceOfMonth[place]);
  const due = ofYear.filter((month, at) => {
    if (at === 0 || receipts === "monthly") return true;
    return receipts === "quarterly" && (months[month] ?? 0) % 3 === 0;
  });
  return { number: BigInt(due.indexOf(place) + 1), of: BigInt(due.length) };
}

function runningSum(amounts: readonly Pence[]): Pence[] {
  let sum = 0n;
  return amounts.map((amount) => {
    sum += amount;
    return sum;
  });
}

function runningLeast(amounts: readonly Pence[]): Pence[] {
  let least: Pence | null = null;
  return amounts.map((amount) => {
    least = least === null || amount < least ? amount : least;
    return least;
  });
}
