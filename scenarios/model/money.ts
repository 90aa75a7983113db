/**
 * Money is whole pence in a bigint: exact, with the language's own operators, and impossible to mix with a
 * binary float (TypeScript and the engine both refuse `1n + 0.5`). In documents and results it is text in
 * pounds with two decimals.
 */
export type Pence = bigint;

/** Money as text in pounds: `"1234.50"`, `"-3.00"`. */
export type MoneyText = string;

const MONEY_PATTERN = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** Whether a text is money: digits, at most two decimals, a point, perhaps a minus. */
export function isMoneyText(text: string): boolean {
  return MONEY_PATTERN.test(text);
}

/**
 * Pounds as text to whole pence. Throws on anything that is not money: the document has been checked before.
 * Example: `parseMoney("1234.5")` is `123450n`.
 */
export function parseMoney(text: MoneyText): Pence {
  const match = MONEY_PATTERN.exec(text);
  if (match === null) throw new Error(`not money: ${JSON.stringify(text)}`);
  const [, sign = "", pounds = "0", decimals = ""] = match;
  const pence = BigInt(pounds) * 100n + BigInt(decimals.padEnd(2, "0"));
  return sign === "-" ? -pence : pence;
}

/** Whole pence to text in pounds, always with two decimals. Example: `formatMoney(-305n)` is `"-3.05"`. */
export function formatMoney(pence: Pence): MoneyText {
  const sign = pence < 0n ? "-" : "";
  const absolute = pence < 0n ? -pence : pence;
  return `${sign}${absolute / 100n}.${String(absolute % 100n).padStart(2, "0")}`;
}

/**
 * Divides whole numbers and rounds the quotient half up, away from zero (rules §1).
 * Example: `divideRounded(5n, 2n)` is `3n`, `divideRounded(-5n, 2n)` is `-3n`.
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new Error(`the denominator has to be positive: ${denominator}`);
  const doubled = 2n * (numerator < 0n ? -numerator : numerator) + denominator;
  const rounded = doubled / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/**
 * Pays an amount of 0 or more out in steps with cumulative rounding: each step brings what is paid to amount × part ÷
 * whole, rounded half up, for whole numbers whole and part, each part at least the one before.
 *
 * Ordinary numbers give the same where amounts are not huge, several times as fast: below 2^53 the products are exact,
 * and a quotient of whole numbers that close to one lies at least 1/divisor below it, which is more than rounding adds.
 * Example: 100 by 1, 2 and 3 thirds is 33, 34 and 33.
 */
export function payOut(amount: Pence, parts: readonly number[], whole: number): Pence[] {
  const twice = 2 * Number(amount);
  const divisor = 2 * whole;
  if (twice * (parts.at(-1) ?? 0) + whole + divisor > Number.MAX_SAFE_INTEGER) {
    const due = parts.map((part) => divideRounded(amount * BigInt(part), BigInt(whole)));
    return due.map((pence, place) => pence - (due[place - 1] ?? 0n));
  }
  let paid = 0;
  return parts.map((part) => {
    const before = paid;
    paid = Math.floor((twice * part + whole) / divisor);
    return BigInt(paid - before);
  });
}

/** The sum of amounts; nothing sums to 0.00. */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
