import { isDecimalText, parts, type Rational } from "../model/rational";
import type { DecimalText, ShareRule } from "../model/scenario";

/** The bases of the members that share: one record a member, as in `areas.bases`. */
export type MemberBases = readonly Readonly<Record<string, string>>[];

/** Blended weights as whole numbers, or the basis whose weights sum to nothing so that it can divide nothing. */
export type Blend =
  | { readonly ok: true; readonly weights: readonly bigint[] }
  | { readonly ok: false; readonly emptyBasis: string };

/**
 * Blends several bases into one weight a member: s = Σ percent_b/100 × w_b/Σw_b (rules §3), as whole numbers over
 * their own sum, so that equal shares stay equal. `equal` gives every member 1. A basis of 0 % is left out.
 *
 * Example: 50 % population, 30 % incidents and 20 % equal give Blaby 35,185.72 of £250,000.
 */
export function blendWeights(weights: ShareRule["weights"], members: MemberBases): Blend {
  const percents = asWholeNumbers(weights.map(({ percent }) => percent));
  const used = weights.flatMap(({ basis }, place) => {
    const percent = percents[place] as bigint;
    return percent > 0n ? [{ basis, percent }] : [];
  });
  const columns = used.map(({ basis }) => asWholeNumbers(members.map((member) => basisOf(member, basis))));
  const sums = columns.map((column) => column.reduce((sum, weight) => sum + weight, 0n));
  const empty = sums.indexOf(0n);
  if (empty >= 0) return { ok: false, emptyBasis: (used[empty] as { basis: string }).basis };
  const others = sums.map((_, place) =>
    sums.reduce((product, sum, other) => (other === place ? product : product * sum), 1n),
  );
  const blended = members.map((_, member) =>
    columns.reduce(
      (sum, column, place) =>
        sum +
        (used[place] as { percent: bigint }).percent * (column[member] as bigint) * (others[place] as bigint),
      0n,
    ),
  );
  return { ok: true, weights: blended };
}

function basisOf(member: Readonly<Record<string, string>>, basis: string): DecimalText {
  if (basis === "equal") return "1";
  const text = member[basis];
  if (text === undefined) throw new Error(`a member has no basis ${basis}`);
  return text;
}

/** Decimals × one power of ten, so that all are whole. */
function asWholeNumbers(texts: readonly DecimalText[]): bigint[] {
  const split = texts.map((text) => {
    if (!isDecimalText(text)) throw new Error(`not a decimal: ${JSON.stringify(text)}`);
    const [whole = "0", decimals = ""] = text.split(".");
    return { whole, decimals };
  });
  const most = Math.max(0, ...split.map(({ decimals }) => decimals.length));
  return split.map(({ whole, decimals }) => BigInt(whole + decimals.padEnd(most, "0")));
}

/** The least common denominator of some rationals. */
export function commonDenominator(values: readonly Rational[]): bigint {
  return values.reduce((common, value) => {
    const { denominator } = parts(value);
    return (common / greatestCommonDivisor(common, denominator)) * denominator;
  }, 1n);
}

function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  let [larger, smaller] = [first, second];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
