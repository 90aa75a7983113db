import { describe } from "vitest";
import { apportion, apportionWhole, quotasOf, roundQuotas } from "../../../scenarios/calculate/apportion";
import { blendWeights } from "../../../scenarios/calculate/blend";
import { boundQuotas } from "../../../scenarios/calculate/bounds";
import { paymentsOf, type PaymentTerms } from "../../../scenarios/calculate/cash";
import { contractValue } from "../../../scenarios/calculate/contract-value";
import { collar, figuresOf, phaseIn, quotasFrom } from "../../../scenarios/calculate/phase-in";
import { vatOf } from "../../../scenarios/calculate/vat";
import { formatMonth } from "../../../scenarios/model/calendar";
import { compareAreas } from "../../../scenarios/model/identifiers";
import { type Pence, sumPence } from "../../../scenarios/model/money";
import { rational, roundToPence } from "../../../scenarios/model/rational";
import type { Price, Provision } from "../../../scenarios/model/scenario";
import { timelineOf } from "../../../scenarios/model/timeline";
import { DISTRICTS, evaluated, found, provisionWith, scenarioWith } from "../../support/scenarios";
import { cells, listed, pence, pounds, TABLES, vectors } from "./rules-document";

/** What a provision costs in 2015/16, or over another horizon. */
function costOf(changes: Partial<Provision>, end = "2016-03") {
  const indexes = [
    { id: "cpi", name: "Prices", rates: { "2016/17": "2.0", "2017/18": "3.0", "2018/19": "2.5" } },
  ];
  const provisions = [provisionWith(changes)];
  const { costs } = evaluated(scenarioWith({ horizon: { start: "2015-04", end }, indexes, provisions }));
  return found(costs.get("joint"));
}

const amountAt = (amounts: readonly Pence[], place: number): string => pounds(found(amounts[place]));

describe("numbers and ties (rules §1)", () => {
  vectors<"exact, in pence" | "rounded">("rounding to the penny", (rows) =>
    rows.map((row) => {
      const [numerator = "", denominator = ""] = row["exact, in pence"].split("/");
      return { ...row, rounded: `${roundToPence(rational(BigInt(numerator), BigInt(denominator)))}` };
    }),
  );

  vectors<"id" | "code">("the order of areas", (rows) =>
    rows
      .toReversed()
      .map(({ id, code }) => (code === "" ? { id } : { id, code }))
      .sort(compareAreas)
      .map(({ id, code = "" }: { id: string; code?: string }) => ({ id, code })),
  );
});

describe("what a provision costs (rules §2)", () => {
  const YEARS = ["2015/16", "2016/17", "2017/18", "2018/19"];

  vectors<"indexed" | "first uplift" | "least" | "most">(
    "£600,000.00 a year from 2015-10-01 to 2018-09-30, indexed at 2.0, 3.0 and 2.5 % in April 2016, 2017 and 2018",
    (rows) =>
      rows.map((row) => {
        const price: Price = {
          annual: "600000.00",
          ...(row.indexed === "yes" && { index: "cpi" }),
          ...(row["first uplift"] !== "" && { firstUplift: row["first uplift"] }),
          ...(row.least !== "" && { upliftFloor: row.least }),
          ...(row.most !== "" && { upliftCap: row.most }),
        };
        const { years, total } = costOf({ start: "2015-10-01", end: "2018-09-30", price }, "2018-09");
        const byYear = cells(YEARS, (year, place) => [year, amountAt(years, place)]);
        return { ...row, ...byYear, together: pounds(total) };
      }),
  );

  vectors<"a year" | "start" | "end">("months of an annual price", (rows) =>
    rows.map((row) => {
      const annual = row["a year"].replaceAll(",", "");
      const { months, total } = costOf({ start: row.start, end: row.end, price: { annual } });
      const inMonth = (place: number) => amountAt(months, place);
      const shown = { April: inMonth(0), May: inMonth(1), June: inMonth(2), September: inMonth(5) };
      return { ...row, ...shown, "2015/16": pounds(total) };
    }),
  );

  vectors<"starts">("a new contract of £600,000.00 a year slips by a month", (rows) =>
    rows.map((row) => {
      const end = row.starts === "2015-10-01" ? "2015-09-30" : "2015-10-31";
      const bridging = (annual: string) => costOf({ end, price: { annual, premiumPercent: "5" } }).total;
      const amounts = {
        "bridging of £180,000.00 a year": bridging("180000.00"),
        "bridging of £84,000.00 a year": bridging("84000.00"),
        "new contract in 2015/16": costOf({ start: row.starts, price: { annual: "600000.00" } }).total,
      };
      const shown = cells(Object.entries(amounts), ([column, amount]) => [column, pounds(amount)]);
      return { ...row, ...shown, together: pounds(sumPence(Object.values(amounts))) };
    }),
  );

  vectors<"start" | "end">("£6,000.00 for 2015/16", (rows) =>
    rows.map((row) => {
      const { start, end } = row;
      const { months } = costOf({ start, end, price: { schedule: { "2015/16": "6000.00" } } });
      const shown = cells(["December", "January", "February", "March"], (name, at) => [
        name,
        amountAt(months, 8 + at),
      ]);
      return { ...row, ...shown };
    }),
  );

  vectors<"payment">("the month in which a month's cost is paid", (rows) =>
    rows.map((row) => {
      const timeline = timelineOf({ start: "2015-04", end: "2015-09" });
      const names = ["April", "May", "June", "July", "August", "September", "later"];
      const paidFor = (month: number): string => {
        const costs = timeline.months.map((_, place) => (place === month ? 1n : 0n));
        const at = paymentsOf(costs, row.payment as PaymentTerms, timeline).indexOf(1n);
        return found(names[at], formatMonth(found(timeline.months[month])));
      };
      return { ...row, "cost of April": paidFor(0), "cost of May": paidFor(1), "cost of June": paidFor(2) };
    }),
  );

  vectors<"cost" | "VAT" | "recovered">("VAT of a cost in a year", (rows) =>
    rows.map((row) => {
      const cost = pence(row.cost);
      const { lost, recovered } = vatOf(cost, { percent: row.VAT, recoverablePercent: row.recovered });
      return {
        ...row,
        "before VAT": pounds(cost - lost),
        "not recovered": pounds(lost),
        "VAT recovered": pounds(recovered),
        "with all VAT": pounds(cost + recovered),
      };
    }),
  );

  vectors<"start" | "end" | "options to extend">(
    "£120,000.00 a year, with one-off costs of £5,000.00",
    (rows) =>
      rows.map((row) => {
        const provision = provisionWith({
          ...{ start: row.start, end: row.end, price: { annual: "120000.00" } },
          oneOffs: [{ name: "Mobilisation", amount: "5000.00", date: row.start }],
          extensions: listed(row["options to extend"]).map((months) => ({ months: Number(months) })),
        });
        return { ...row, worth: pounds(found(contractValue(provision))) };
      }),
  );
});

describe("sharing an amount (rules §3)", () => {
  const weightsIn = (cell: string): bigint[] => listed(cell).map(BigInt);

  vectors<"amount" | "weights">("largest remainder", (rows) =>
    rows.map((row) => ({
      ...row,
      parts: apportion(pence(row.amount), weightsIn(row.weights)).map(pounds).join(", "),
    })),
  );

  vectors<"posts">("posts by weights 6, 6 and 2", (rows) =>
    rows.map((row) => ({
      ...row,
      "by largest remainder": apportion(BigInt(row.posts), [6n, 6n, 2n]).join(", "),
      "by Webster": apportionWhole(Number(row.posts), [6n, 6n, 2n]).join(", "),
    })),
  );

  vectors<"historic">("the seven districts", (rows) =>
    DISTRICTS.map(({ id, code = "", bases }, place) => ({
      ...{ district: id, code, population: found(bases["population"]), incidents: found(bases["incidents"]) },
      historic: found(rows[place]).historic,
    })),
  );

  const POT = 25_000_000n;
  const bases = DISTRICTS.map((area) => area.bases);
  const population = bases.map((basis) => BigInt(found(basis["population"])));
  const quotas = quotasOf(POT, population);
  const historic = found(TABLES.get("the seven districts")).map((row) => pence(found(row["historic"])));
  const rounded = (of: typeof quotas): string[] =>
    roundQuotas(of, { weights: population, ranks: DISTRICTS.map((_, place) => place) }).map(pounds);

  function held<Outcome extends { readonly ok: boolean }>(outcome: Outcome): Extract<Outcome, { ok: true }> {
    if (!outcome.ok) throw new Error("cannot be shared");
    return outcome as Extract<Outcome, { ok: true }>;
  }

  const blend = blendWeights(
    [
      { basis: "population", percent: "50" },
      { basis: "incidents", percent: "30" },
      { basis: "equal", percent: "20" },
    ],
    bases,
  );
  const bounds = DISTRICTS.map(() => ({ minimum: 2_500_000n, maximum: 5_500_000n }));
  const before = historic.map((amount) => rational(amount));
  const columns: Readonly<Record<string, readonly string[]>> = {
    population: apportion(POT, population).map(pounds),
    equal: apportion(
      POT,
      DISTRICTS.map(() => 1n),
    ).map(pounds),
    blend: apportion(POT, held(blend).weights).map(pounds),
    "least and most": rounded(held(boundQuotas(POT, quotas, bounds)).quotas),
    "phase-in": rounded(phaseIn(POT, quotas, historic, rational(1n, 4n))),
    collar: rounded(quotasFrom(held(collar(figuresOf(quotas), before, rational(15n, 100n))).figures)),
    "half a year": apportion(POT / 2n, population).map(pounds),
  };

  vectors<string>("a pot of £250,000.00 a year", () =>
    DISTRICTS.map(({ id }, place) => ({
      district: id,
      ...cells(Object.entries(columns), ([column, shares]) => [column, found(shares[place])]),
    })),
  );
});
