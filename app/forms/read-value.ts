import { type Json, sameJson } from "../../scenarios/changes/json";
import {
  dayFromText,
  daysInMonth,
  financialYearFromText,
  monthFromText,
} from "../../scenarios/model/calendar";
import { formatDateWords, formatLongMonth } from "../reports/format-table";
import type { FieldChoice, FieldKind, ReadValue } from "./field-value";
import { LIST_SEPARATOR, readList } from "./read-list";

/**
 * Reads what a person typed, in the ways in which people write it: "£1,234.5" is "1234.50", "2.5 %" is "2.5",
 * "1/10/2015" and "1 October 2015" are "2015-10-01". What can be read in two ways is not read.
 */
export function readValue(kind: FieldKind, typed: string, choices: readonly FieldChoice[] = []): ReadValue {
  const text = tidy(typed);
  switch (kind) {
    case "money":
      return readMoney(text);
    case "percent":
      return readDecimal(text.replace(/(%|per ?cent|pc)$/i, ""), "a percentage, such as 2.5");
    case "quantity":
      return readDecimal(text, "a number, such as 12.5");
    case "whole":
      return readWhole(text);
    case "date":
      return readDate(text);
    case "choice":
      return readChoice(text, choices);
    case "options":
      return readOptions(text, choices);
    case "text":
      return { ok: true, value: typed.replace(/\r\n?/g, "\n").trim() };
    case "flag":
      return readFlag(text);
    case "month":
      return readMonth(text);
    case "year":
      return readYear(text);
    case "ids":
      return readList(typed, (one) => readChoice(one, choices), choices);
    case "lots":
      return { ok: true, value: readLots(typed) };
    case "texts":
      return readList(typed, (one) => ({ ok: true, value: one }));
    case "decimals":
      return readList(typed, (one) => readDecimal(one, "numbers with a semicolon between them"));
  }
}

/** A value of the scenario file as a field shows it: what {@link readValue} reads as the same value. */
export function showValue(kind: FieldKind, value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (kind === "flag") return value === true ? "true" : "";
  if (kind === "options") return showOptions(value);
  if (kind === "lots") return showLots(value);
  if (Array.isArray(value)) return value.map(String).join(LIST_SEPARATOR);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (kind === "money" || kind === "quantity") return grouped(text);
  if (kind === "month" && monthFromText(text) !== null) return formatLongMonth(text);
  return kind === "date" && dayFromText(text) !== null ? formatDateWords(text) : text;
}

/** Whether two values mean the same: 2.50 and 2.5 do, and so do options in another order. */
export function sameValue(kind: FieldKind, first: Json | undefined, second: Json | undefined): boolean {
  if (first === undefined || second === undefined) return first === second;
  if (kind === "options") return showOptions(first) === showOptions(second);
  if (kind === "lots") return showLots(first) === showLots(second);
  if (kind === "ids" && Array.isArray(first) && Array.isArray(second))
    return sameJson(first.toSorted(), second.toSorted());
  const isDecimal = kind === "money" || kind === "percent" || kind === "quantity";
  if (isDecimal && typeof first === "string" && typeof second === "string")
    return withoutZeros(first) === withoutZeros(second);
  return sameJson(first, second);
}

/** Spaces of every kind are one space, every minus sign is a hyphen. */
function tidy(typed: string): string {
  return typed.normalize("NFKC").replace(/\s+/g, " ").replace(/[−–]/g, "-").trim();
}

const refuse = (remedy: string): ReadValue => ({ ok: false, remedy });

/** A comma or a space only between thousands: "1,5" could be one and a half. */
const NUMBER = /^(-?)(\d{1,3}(?:[, ]\d{3})+|\d+)?(\.\d+)?$/;

/** Digits, a point and perhaps a minus; null when it is not a number. */
function plainNumber(text: string): string | null {
  const match = NUMBER.exec(text);
  const [, sign = "", whole, decimals = ""] = match ?? [];
  if (match === null || (whole === undefined && decimals === "")) return null;
  const digits = (whole ?? "0").replace(/[, ]/g, "").replace(/^0+(?=\d)/, "");
  return `${sign}${digits}${decimals}`;
}

function readMoney(text: string): ReadValue {
  const plain = plainNumber(text.replace(/^(-?) ?£ ?/, "$1"));
  if (plain === null) return refuse("write pounds, such as 1,234.50");
  const [pounds = "", pence = ""] = plain.split(".");
  if (pence.length > 2) return refuse("write at most two decimals, such as 1,234.50");
  return { ok: true, value: `${pounds}.${pence.padEnd(2, "0")}` };
}

function readDecimal(text: string, example: string): ReadValue {
  const plain = plainNumber(text.trim());
  return plain === null ? refuse(`write ${example}`) : { ok: true, value: plain };
}

function readWhole(text: string): ReadValue {
  const plain = plainNumber(text);
  if (plain === null || !/^-?\d{1,9}$/.test(plain)) return refuse("write a whole number, such as 6");
  return { ok: true, value: Number(plain) };
}

const MONTH_NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const DATE_REMEDY = "write a day, such as 1 October 2015 or 1/10/2015";

/** The day comes first, as it is written in Britain, unless the year does. */
function readDate(text: string): ReadValue {
  const parts = datePartsOf(text);
  if (parts === null) return refuse(DATE_REMEDY);
  const [year, month, day] = parts;
  if (month < 1 || month > 12 || year < 1900 || year > 2199) return refuse(DATE_REMEDY);
  const last = daysInMonth(year * 12 + month - 1);
  const iso = (ofMonth: number): string => `${year}-${twoDigits(month)}-${twoDigits(ofMonth)}`;
  if (day < 1 || day > last)
    return refuse(`there is no such day; the last of that month is ${formatDateWords(iso(last))}`);
  return { ok: true, value: iso(day) };
}

function datePartsOf(text: string): readonly [number, number, number] | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const british =
    /^(\d{1,2})[ /.-](\d{1,2})[ /.-](\d{4}|\d{2})$/.exec(text) ??
    /^(\d{1,2})(?:st|nd|rd|th)?[ /.-]?([a-z]{3,9})\.?,?[ /.-]?(\d{4}|\d{2})$/i.exec(text);
  if (british === null) return null;
  const [, day = "", month = "", year = ""] = british;
  return [year.length === 2 ? 2000 + Number(year) : Number(year), monthOf(month), Number(day)];
}

const MONTH_REMEDY = "write a month, such as October 2015 or 10/2015";

function readMonth(text: string): ReadValue {
  const [, isoYear, isoMonth] = /^(\d{4})-(\d{1,2})$/.exec(text) ?? [];
  const [, month = isoMonth, year = isoYear] = /^(\d{1,2}|[a-z]{3,9})[ /.-](\d{4})$/i.exec(text) ?? [];
  const number = month === undefined ? 0 : monthOf(month);
  const iso = `${year ?? ""}-${twoDigits(number)}`;
  return monthFromText(iso) === null ? refuse(MONTH_REMEDY) : { ok: true, value: iso };
}

/** "2015/16", "2015-16" and "2015/2016" are financial years. */
function readYear(text: string): ReadValue {
  const [, first = "", second = ""] = /^(\d{4})[/-](?:\d{2})?(\d{2})$/.exec(text) ?? [];
  const year = `${first}/${second}`;
  return financialYearFromText(year) === null
    ? refuse("write a financial year, such as 2015/16")
    : { ok: true, value: year };
}

/** As a form sends it, and as people write it in a cell. */
function readFlag(text: string): ReadValue {
  const words = text.toLowerCase();
  if (["", "no", "n", "false", "–", "-"].includes(words)) return { ok: true, value: false };
  return ["yes", "y", "true", "x", "✓"].includes(words)
    ? { ok: true, value: true }
    : refuse("write yes or no");
}

/** 0 when there is no such month. */
function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return MONTH_NAMES.findIndex((name) => name.startsWith(text.toLowerCase())) + 1;
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

function readChoice(text: string, choices: readonly FieldChoice[]): ReadValue {
  const wanted = text.toLowerCase();
  const found =
    choices.find(({ value }) => value === text) ??
    choices.find(({ words }) => words.toLowerCase() === wanted);
  if (found !== undefined) return { ok: true, value: found.value };
  const words = choices.map((choice) => choice.words);
  return refuse(words.length > 12 ? "choose one from the list" : `choose one of: ${words.join("; ")}`);
}

/** The choice of a member of a round: "undecided", "" declines, "A+C" takes both. */
function readOptions(typed: string, choices: readonly FieldChoice[]): ReadValue {
  const text = choices.find(({ words }) => words.toLowerCase() === typed.toLowerCase())?.value ?? typed;
  if (text === "undecided") return { ok: true, value: text };
  const options = text === "" ? [] : text.split("+");
  const known = options.every((option, place) => /^[ABC]$/.test(option) && options.indexOf(option) === place);
  return known ? { ok: true, value: options.toSorted() } : refuse("choose one from the list");
}

function showOptions(value: Json): string {
  return Array.isArray(value) ? value.toSorted().join("+") : "undecided";
}

function readLots(typed: string): Json {
  return typed.split("|").map((lot) => lot.split("+").map((id) => id.trim()));
}

/** The same for the same lots, in whatever order they and what is in them are written. */
function showLots(value: Json): string {
  const lots = Array.isArray(value) ? value : [];
  return lots
    .map((lot) => (Array.isArray(lot) ? lot.map(String).toSorted().join(" + ") : ""))
    .toSorted()
    .join(" | ");
}

/** "1380000.00" is "1,380,000.00". */
function grouped(text: string): string {
  const [whole = "", decimals] = text.split(".");
  const pounds = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? pounds : `${pounds}.${decimals}`;
}

function withoutZeros(text: string): string {
  const [whole = "", decimals = ""] = text.split(".");
  const rest = decimals.replace(/0+$/, "");
  const number = `${whole.replace(/^(-?)0+(?=\d)/, "$1")}${rest === "" ? "" : `.${rest}`}`;
  return number === "-0" ? "0" : number;
}
