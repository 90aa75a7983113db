import type { Pence } from "../model/money";
import { ONE, parsePercent, timesRounded } from "../model/rational";
import type { Provision } from "../model/scenario";

/** How much of its VAT is recovered: all of it where nothing is said. */
export const recoverableOf = ({ recoverablePercent = "100" }: NonNullable<Provision["vat"]>): string =>
  recoverablePercent;

/** The VAT of a cost, in whole pence: before VAT + lost = cost, cost + recovered = with VAT. */
export type Vat = { readonly lost: Pence; readonly recovered: Pence };

/**
 * The VAT beside a cost, which is net of recoverable VAT (rules §2.8): the part that is not recovered and so lies in the
 * cost, and the part that is recovered and lies beside it, each rounded once; none where no VAT is stated.
 *
 * Example: £1,000.00 at 20 %, half of it recovered, is £909.09 before VAT and £1,090.91 with it.
 */
export function vatOf(cost: Pence, vat: Provision["vat"]): Vat {
  if (vat === undefined) return { lost: 0n, recovered: 0n };
  const rate = parsePercent(vat.percent);
  const recovered = rate.mul(parsePercent(recoverableOf(vat)));
  const lost = rate.sub(recovered);
  const ofBeforeVat = ONE.add(lost);
  return {
    lost: timesRounded(cost, lost.div(ofBeforeVat)),
    recovered: timesRounded(cost, recovered.div(ofBeforeVat)),
  };
}
