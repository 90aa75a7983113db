import type { Pence } from "../../scenarios/model/money";
import { onceEach } from "../../scenarios/model/when-read";

const MINUS = "−";

/** Pounds as a picture writes them, in three digits; the exact amount stands in the table. "£1.80m", "£485k", "£950". */
export function shortPounds(pounds: number): string {
  return signed(pounds, (size) => {
    if (size >= 999_500) return `${fixed(size / 1_000_000, size >= 9_995_000 ? 1 : 2)}m`;
    if (size >= 9_995) return `${fixed(size / 1000, 0)}k`;
    return size >= 999.5 ? `${fixed(size / 1000, 1)}k` : fixed(size, 0);
  });
}

/** Pounds on an axis, whose round values need no zeros after the point: "£1.5m", "£2m". */
export function axisPounds(pounds: number): string {
  return signed(pounds, (size) => {
    if (size >= 1_000_000) return `${format(size / 1_000_000, 2)}m`;
    return size >= 1000 ? `${format(size / 1000, 1)}k` : format(size, 0);
  });
}

/** A quantity as a picture writes it: three digits that count. */
export function shortQuantity(quantity: number): string {
  const size = Math.abs(quantity);
  return format(quantity, size >= 100 ? 0 : size >= 10 ? 1 : 2).replace("-", MINUS);
}

/** Pence as pounds for the length of a bar; never for an amount that is shown. */
export function poundsForDrawing(pence: Pence): number {
  return Number(pence) / 100;
}

function signed(pounds: number, write: (size: number) => string): string {
  return `${pounds < 0 ? MINUS : ""}£${write(Math.abs(pounds))}`;
}

const fixed = (value: number, decimals: number): string => withDecimals(decimals).format(value);
const format = (value: number, decimals: number): string => upToDecimals(decimals).format(value);

/** Dear to make and cheap to use: each is made once. */
const withDecimals = onceEach(
  (decimals: number) =>
    new Intl.NumberFormat("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
);
const upToDecimals = onceEach(
  (decimals: number) =>
    new Intl.NumberFormat("en-GB", { maximumFractionDigits: decimals, signDisplay: "negative" }),
);
