import { parseMoney } from "../../scenarios/model/money";
import { MOST_SHARE } from "../../scenarios/optimise/what-moves";
import { readValue } from "../forms/read-value";
import type { WhatMoves } from "../reports/frontier-points";

/** A place that a person wants to see: whole pence, or hundredths of a per cent; or what is wrong with what was typed. */
export type AskedBudget =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly message: string };

/** Amounts above this are none that a partnership has. */
const MOST_PENCE = 1_000_000_000_000;
const MOST_PERCENT = Number(MOST_SHARE) / 100;

export const readPlace = ({ kind }: Pick<WhatMoves, "kind">, typed: string): AskedBudget =>
  kind === "all" ? readShare(typed) : readBudget(typed);

/** "850000", "£850,000" and "850,000.50" are budgets. */
function readBudget(typed: string): AskedBudget {
  const read = readValue("money", typed);
  const refuse = refusal("budget", typed);
  if (!read.ok || typeof read.value !== "string") return refuse(read.ok ? "write pounds" : read.remedy);
  const at = Number(parseMoney(read.value));
  if (at < 0) return refuse("write nothing below £0");
  return at > MOST_PENCE ? refuse("write at most £10,000,000,000") : { ok: true, at };
}

/** "90", "87.5 %" and "112.5%" are shares. */
function readShare(typed: string): AskedBudget {
  const read = readValue("percent", typed);
  const refuse = refusal("share", typed);
  if (!read.ok || typeof read.value !== "string") return refuse(read.ok ? "write a percentage" : read.remedy);
  if (!/^-?\d*(\.\d{0,2}0*)?$/.test(read.value)) return refuse("write at most two decimals");
  const at = Math.round(Number(read.value) * 100);
  if (at < 0) return refuse("write nothing below 0");
  return at > MOST_PERCENT * 100
    ? refuse(`write at most ${MOST_PERCENT.toLocaleString("en-GB")}`)
    : { ok: true, at };
}

const refusal =
  (what: string, typed: string) =>
  (remedy: string): AskedBudget => ({
    ok: false,
    message: `The ${what} is ${typed.trim() === "" ? "empty" : `“${typed.trim()}”`}: ${remedy}.`,
  });
