import { type CashFlow, calculateCash, instalmentOf, type Receipts } from "../../scenarios/calculate/cash";
import { formatFinancialYear, formatMonth } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { type Pence, sumPence } from "../../scenarios/model/money";
import type { Provision } from "../../scenarios/model/scenario";
import { RECEIPT_WORDS, RECEIPTS_PATH, termsWords } from "./collect-inputs";
import type { InputPlaces } from "./inputs";
import { FOLLOWS, matchState, STATE_COLUMN } from "./planner-state";
import { monthColumn } from "./service-sheet";
import { cellAddress, columnLetters, type Places, type Sheet, type SheetCell, type SheetRow } from "./sheet";
import { NOTHING } from "./table-sheet";

export type CashSources = {
  readonly inputs: InputPlaces;
  readonly monthly: Places;
  readonly summary: Places;
  readonly balances: Places;
};

const [TERMS, FIRST_MONTH] = [1, 2];
/** The rows below those of the provisions. */
const FEET = ["paid", "received", "net", "balance", "lowest"] as const;
type Foot = (typeof FEET)[number];

/** When costs are paid and money comes in, live: payment terms from Inputs, costs from Monthly, money from Summary. */
export function cashSheet(evaluation: Evaluation, sources: CashSources): Sheet {
  const { scenario, timeline } = evaluation;
  const cash = calculateCash(evaluation, "quarterly");
  const working: Working = { evaluation, sources, cash, rows: scenario.provisions.length };
  return {
    name: "Cash",
    title: "Cash by month",
    note: "A month or quarter in advance is paid at its start, in arrears in the month after it; one-off costs go with the rest. The money of a year comes in as Inputs says; for what is unfunded nothing does.",
    columns: [
      { id: "name", label: "Provision", format: "text" },
      { id: "terms", label: "Paid", format: "text" },
      ...timeline.months.map((month) => monthColumn(month, "money")),
      { id: "after", label: "After the plan", format: "money" },
      { id: "total", label: "Total", format: "money" },
      STATE_COLUMN,
    ],
    rows: [
      ...scenario.provisions.map((provision, at) => provisionRow(working, provision, at)),
      ...FEET.map((foot) => footRow(working, foot)),
    ],
    frozenColumns: 2,
  };
}

type Working = {
  readonly evaluation: Evaluation;
  readonly sources: CashSources;
  readonly cash: CashFlow;
  /** The provisions, whose rows come first. */
  readonly rows: number;
};

function provisionRow({ evaluation, sources, cash }: Working, provision: Provision, at: number): SheetRow {
  const { months } = evaluation.timeline;
  const paid = cash.paid.get(provision.id) ?? [];
  const terms = `$${cellAddress(at, TERMS)}`;
  const cost = (place: number): string =>
    sources.monthly.cell(provision.id, formatMonth(months[place] ?? 0)).replaceAll("$", "");
  const payable = [...months.keys(), months.length].map((place) =>
    paymentFormula(months, place, terms, cost),
  );
  return {
    id: provision.id,
    cells: [
      { value: provision.name },
      {
        value: termsWords(provision.payment),
        formula: sources.inputs.at(`/provisions/${provision.id}/payment`),
      },
      ...payable.map((formula, place) => money(paid[place], formula)),
      money(sumPence(paid), sumAcross(at, months.length + 1)),
      { value: FOLLOWS },
    ],
  };
}

/** What is paid in a month under each of the terms; the place after the last month is what is paid later. */
function paymentFormula(
  months: readonly number[],
  place: number,
  terms: string,
  cost: (place: number) => string,
): string {
  const isAfter = place === months.length;
  const month = (months[place - 1] ?? 0) + 1;
  const startsQuarter = isAfter || (months[place] ?? month) % 3 === 0;
  const sum = (first: number, last: number): string =>
    last < first ? "0" : last === first ? cost(first) : `SUM(${cost(first)}:${cost(last).split("!")[1]})`;
  const inQuarter = (months[place - 1] ?? 0) % 3;
  const quarterBefore = startsQuarter && place > 0 ? sum(Math.max(0, place - 1 - inQuarter), place - 1) : "0";
  const own = (months[place] ?? 0) % 3;
  const quarter =
    !isAfter && (own === 0 || place === 0) ? sum(place, Math.min(months.length - 1, place + 2 - own)) : "0";
  const before = place === 0 ? "0" : cost(place - 1);
  const advance = isAfter ? "0" : cost(place);
  return `IF(${terms}="${termsWords("monthly-arrears")}",${before},IF(${terms}="${termsWords("monthly-advance")}",${advance},IF(${terms}="${termsWords("quarterly-arrears")}",${quarterBefore},${quarter})))`;
}

const FOOT_WORDS: Readonly<Record<Foot, string>> = {
  paid: "Paid out",
  received: "Comes in",
  net: "Comes in less paid out",
  balance: "Balance so far",
  lowest: "Lowest balance so far",
};

function footRow(working: Working, foot: Foot): SheetRow {
  const { evaluation, sources } = working;
  const places = [...evaluation.timeline.months.keys(), evaluation.timeline.months.length];
  const terms: SheetCell =
    foot === "received"
      ? { value: RECEIPT_WORDS.quarterly, formula: sources.inputs.at(RECEIPTS_PATH) }
      : { value: NOTHING };
  return {
    id: foot,
    cells: [
      { value: FOOT_WORDS[foot] },
      terms,
      ...places.map((place) => footCell(working, foot, place)),
      footTotal(working, foot),
      matchState(sources.balances, foot !== "paid"),
    ],
    sum: true,
    foot: true,
  };
}

function footCell({ evaluation, sources, cash, rows }: Working, foot: Foot, place: number): SheetCell {
  const column = columnLetters(FIRST_MONTH + place);
  const before = columnLetters(FIRST_MONTH + place - 1);
  const line = (name: Foot): number => rows + 2 + FEET.indexOf(name);
  const last = evaluation.timeline.months.length - 1;
  const [paid, received] = [cash.paidTogether[place] ?? 0n, cash.received[place] ?? 0n];
  const balance = place > last ? (cash.balance[last] ?? 0n) - paid : cash.balance[place];
  switch (foot) {
    case "paid":
      return money(paid, rows === 0 ? "0" : `SUM(${column}2:${column}${rows + 1})`);
    case "received":
      return place > last
        ? { value: 0 }
        : money(received, receivedFormula(evaluation, sources, place, line(foot)));
    case "net":
      return money(received - paid, `ROUND(${column}${line("received")}-${column}${line("paid")},2)`);
    case "balance": {
      const own = `${column}${line("net")}`;
      return money(balance, place === 0 ? own : `ROUND(${before}${line("balance")}+${own},2)`);
    }
    case "lowest": {
      const own = `${column}${line("balance")}`;
      const least = place > last ? least2(cash.lowest[last], balance) : cash.lowest[place];
      return money(least, place === 0 ? own : `MIN(${before}${line("lowest")},${own})`);
    }
  }
}

const least2 = (one: Pence = 0n, other: Pence = 0n): Pence => (one < other ? one : other);

/** The instalment of the year's money that comes in at the start of a month. */
function receivedFormula(
  evaluation: Evaluation,
  { summary }: CashSources,
  place: number,
  line: number,
): string {
  const { timeline } = evaluation;
  const year = formatFinancialYear(timeline.years[timeline.yearPlaceOfMonth[place] ?? 0] ?? 0);
  const pence = `ROUND(100*(${summary.cell("contributions", year)}+${summary.cell("sources", year)}),0)`;
  const instalment = (receipts: Receipts): string => {
    const { number, of } = instalmentOf(receipts, timeline, place);
    if (number === 0n) return "0";
    if (of === 1n) return `${pence}/100`;
    const upTo = (count: bigint): string => (count === of ? pence : `INT(${pence}*${count}/${of})`);
    return number === 1n ? `${upTo(1n)}/100` : `(${upTo(number)}-${upTo(number - 1n)})/100`;
  };
  const is = (receipts: Receipts): string => `$B$${line}="${RECEIPT_WORDS[receipts]}"`;
  return `IF(${is("april")},${instalment("april")},IF(${is("quarterly")},${instalment("quarterly")},${instalment("monthly")}))`;
}

/** Sums across; of the balances the last, of the lowest the lowest. */
function footTotal({ evaluation, cash, rows }: Working, foot: Foot): SheetCell {
  const at = rows + FEET.indexOf(foot);
  const { length } = evaluation.timeline.months;
  const [paid, received] = [sumPence(cash.paidTogether), sumPence(cash.received)];
  const after = cellAddress(at, FIRST_MONTH + length);
  switch (foot) {
    case "paid":
      return money(paid, sumAcross(at, length + 1));
    case "received":
      return money(received, sumAcross(at, length + 1));
    case "net":
      return money(received - paid, sumAcross(at, length + 1));
    case "balance":
      return money(received - paid, after);
    case "lowest":
      return money(least2(cash.lowest.at(-1), received - paid), after);
  }
}

function sumAcross(row: number, count: number): string {
  return `SUM(${cellAddress(row, FIRST_MONTH)}:${cellAddress(row, FIRST_MONTH + count - 1)})`;
}

function money(amount: Pence | undefined, formula: string): SheetCell {
  return { value: Number(amount ?? 0n) / 100, formula };
}
