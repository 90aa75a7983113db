import { daysInService } from "../../../scenarios/model/timeline";
import { daysInMonth } from "../../../scenarios/model/calendar";
import type { Id } from "../../../scenarios/model/identifiers";
import { type Pence, parseMoney, sumPence } from "../../../scenarios/model/money";
import { rational, roundToPence } from "../../../scenarios/model/rational";
import type { ContributionRound, Provision } from "../../../scenarios/model/scenario";
import { periodOf } from "../../../scenarios/calculate/provision-costs";
import { known } from "../table-parts";
import type { Offer } from "./offer";

type Payer = Pick<Offer, "withPrices" | "organisation">;
type RoundOfPayer = { readonly round: Pick<ContributionRound, "share"> };

/** What runs now, as opposed to what is asked for: contracts, and what continues them. */
export function isToday({ kind }: Provision): boolean {
  return kind === "existing" || kind === "bridging" || kind === "devolved-grant";
}

/**
 * What the partner's own funds pay for a provision, as a rate for a year: what they pay in the period, by the days on
 * which the provision runs in it. The only figure that is taken from prices.
 */
export function ownPaymentAYear({ withPrices, organisation }: Payer, id: Id): Pence {
  const { scenario, timeline, ledger } = withPrices;
  const own = new Set(
    (scenario.fundingSources ?? []).filter(({ owner }) => owner === organisation).map((source) => source.id),
  );
  if (own.size === 0) return 0n;
  const paid = sumPence(
    ledger
      .filter(({ kind, provision, payer }) => kind === "source" && provision === id && own.has(payer ?? ""))
      .map(({ amount }) => amount),
  );
  if (paid === 0n) return 0n;
  const provision = known(
    scenario.provisions.find((one) => one.id === id),
    `the provision ${id}`,
  );
  const period = periodOf(provision);
  const months = timeline.months.reduce(
    (sum, month) => sum.add(rational(BigInt(daysInService(period, month)), BigInt(daysInMonth(month)))),
    rational(0n),
  );
  return months.equals(0) ? 0n : roundToPence(rational(paid).mul(12n).div(months));
}

/** What the partner pays now in a year: as the round states it, else what its own funds pay for existing contracts. */
export function paysNowAYear(offer: Payer & { readonly rounds: readonly RoundOfPayer[] }): Pence {
  const stated = offer.rounds.flatMap(({ round }) => {
    const { phaseIn, collar } = round.share ?? {};
    return (phaseIn?.historic ?? collar?.historic)?.[offer.organisation] ?? [];
  });
  if (stated.length > 0) return sumPence(stated.map(parseMoney));
  const existing = offer.withPrices.scenario.provisions.filter(({ kind }) => kind === "existing");
  return sumPence(existing.map(({ id }) => ownPaymentAYear(offer, id)));
}
