import { parseMoney } from "../../scenarios/model/money";
import { readValue } from "../forms/read-value";

/** What a person wants to see, in whole pence; or what is wrong with what was typed. */
export type AskedBudget =
  | { readonly ok: true; readonly pence: number }
  | { readonly ok: false; readonly message: string };

/** Amounts above this are none that a partnership has. */
const MOST_PENCE = 1_000_000_000_000;

/** "850000", "£850,000" and "850,000.50" are budgets. */
export function readBudget(typed: string): AskedBudget {
  const read = readValue("money", typed);
  const refuse = (remedy: string): AskedBudget => ({
    ok: false,
    message: `The budget is ${typed.trim() === "" ? "empty" : `“${typed.trim()}”`}: ${remedy}.`,
  });
  if (!read.ok || typeof read.value !== "string") return refuse(read.ok ? "write pounds" : read.remedy);
  const pence = Number(parseMoney(read.value));
  if (pence < 0) return refuse("write nothing below £0");
  return pence > MOST_PENCE ? refuse("write at most £10,000,000,000") : { ok: true, pence };
}
