import { describe, expect, it } from "vitest";
import { dataRecords, isCost } from "../../../app/workbook/data-records";
import type { LedgerLine } from "../../../scenarios/model/ledger";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";

const keyOf = ({ kind, provision, year, payer, area, round }: LedgerLine): string =>
  [kind, provision, year, payer, area, round].join(" ");

function sums(lines: readonly LedgerLine[]): ReadonlyMap<string, bigint> {
  const sum = new Map<string, bigint>();
  for (const line of lines) sum.set(keyOf(line), (sum.get(keyOf(line)) ?? 0n) + line.amount);
  return new Map([...sum].filter(([, amount]) => amount !== 0n));
}

describe("the data for pivot tables", () => {
  it.each(EVALUATED_EXAMPLES)("of %s sums to the ledger to the penny, whatever it is grouped by", (file) => {
    const evaluation = evaluatedExample(file);
    expect(sums(dataRecords(evaluation))).toEqual(sums(evaluation.ledger));
  });

  it("puts every pound into a month of its financial year", () => {
    const evaluation = evaluatedExample("llr-2015-s1.json");
    const { timeline } = evaluation;
    for (const { month, year } of dataRecords(evaluation)) {
      const place = timeline.months.indexOf(month);
      expect(timeline.years[timeline.yearPlaceOfMonth[place] ?? -1]).toBe(year);
    }
  });

  it("pays each month what it costs, where nothing is contributed beyond the cost", () => {
    const evaluation = evaluatedExample("llr-2015-s2.json");
    const records = dataRecords(evaluation).filter(({ provision }) => provision === "refuge");
    const of = (side: boolean): bigint =>
      records.filter((record) => isCost(record) === side).reduce((sum, { amount }) => sum + amount, 0n);
    expect(of(true)).toBe(of(false));
  });
});
