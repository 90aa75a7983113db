/**
 * A quantity that is not money: cases, hours, places, weeks. An ordinary number, shown to at most six decimals
 * (rules §1). In documents and results it is text.
 */
export type Quantity = number;

/** Text `-?\d+(\.\d+)?`. */
export type DecimalText = string;
/** A decimal in percent: `"2.5"` is 2.5 %. */
export type PercentText = DecimalText;

/** A decimal text of the scenario file to a quantity. The document has been checked before. */
export function parseQuantity(text: string): Quantity {
  const quantity = Number(text);
  if (text.trim() === "" || !Number.isFinite(quantity))
    throw new Error(`not a quantity: ${JSON.stringify(text)}`);
  return quantity;
}

/**
 * A quantity as text with at most six decimals, without trailing zeros and without an exponent.
 * Example: `formatQuantity(99.942857142857)` is `"99.942857"`, `formatQuantity(30)` is `"30"`.
 */
export function formatQuantity(quantity: Quantity): string {
  if (!Number.isFinite(quantity)) throw new Error(`not a finite quantity: ${quantity}`);
  const rounded = quantity.toFixed(6);
  if (rounded.includes("e")) return BigInt(Math.round(quantity)).toString();
  const text = rounded.replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}
