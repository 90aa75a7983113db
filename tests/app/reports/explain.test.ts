import { describe, expect, it } from "vitest";
import { findTable, tableIds } from "../../../app/reports/all-tables";
import { explainAt } from "../../../app/reports/explain/explain";
import type { Explanation } from "../../../app/reports/explain/explanation";
import { buildKeyFigures } from "../../../app/reports/key-figures";
import { type Address, cellValue } from "../../../app/reports/report-table";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";
import { buildProblem } from "../../../scenarios/optimise/problem";
import { found } from "../../support/scenarios";

type Linked = { readonly address: Address; readonly shows: unknown };

/** Every figure of an evaluation that a headline or a table links to what explains it, with what it shows. */
function linkedFigures(evaluation: Evaluation): Linked[] {
  const headlines = buildKeyFigures(evaluation).flatMap(({ explains, value }) =>
    explains === undefined ? [] : [{ address: explains, shows: cellValue(value) }],
  );
  const cells = tableIds(evaluation).flatMap((id) => {
    const { columns, rows, total } = found(findTable(evaluation, id));
    return [...rows, ...(total === undefined ? [] : [total])].flatMap(({ cells: ofRow, explains = {} }) =>
      Object.entries(explains).map(([column, address]) => ({
        address,
        shows: cellValue(ofRow[columns.findIndex((one) => one.id === column)] ?? null),
      })),
    );
  });
  return [...headlines, ...cells];
}

/** All explanations that can be reached from the linked figures. */
function reachable(evaluation: Evaluation): ReadonlyMap<string, Explanation> {
  const reached = new Map<string, Explanation>();
  const waiting = linkedFigures(evaluation).map(({ address }) => address.join("/"));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    const explanation = found(explainAt(evaluation, path), path);
    reached.set(path, explanation);
    waiting.push(...explanation.parts.flatMap(({ to }) => (to === undefined ? [] : [to.join("/")])));
  }
  return reached;
}

const sumOf = ({ parts }: Explanation): bigint | number =>
  parts.every(({ value }) => typeof value === "bigint")
    ? parts.reduce((sum, { value }) => sum + BigInt(value), 0n)
    : parts.reduce((sum, { value }) => sum + Number(value), 0);

describe.each(EVALUATED_EXAMPLES)("every figure of %s", (file) => {
  const evaluation = evaluatedExample(file);

  it("adds up from its parts, to the penny", () => {
    for (const [path, explanation] of reachable(evaluation)) {
      const sum = sumOf(explanation);
      if (explanation.kind === "money") expect(sum === 0 ? 0n : sum, path).toBe(explanation.value);
      else expect(Number(sum), path).toBeCloseTo(Number(explanation.value), 6);
    }
  });

  it("is the figure that its part of another explanation says", () => {
    for (const [path, { parts }] of reachable(evaluation)) {
      for (const { to, value } of parts) {
        if (to === undefined || to[0] === "gap") continue;
        expect(found(explainAt(evaluation, to.join("/"))).value, `${path} → ${to.join("/")}`).toBe(value);
      }
    }
  });

  it("is what the table shows that leads to it", () => {
    for (const { address, shows } of linkedFigures(evaluation)) {
      const { value, kind } = found(explainAt(evaluation, address.join("/")));
      if (typeof shows === "bigint" && kind === "money" && address[0] !== "share") expect(value).toBe(shows);
      if (typeof shows === "number" && kind === "quantity") expect(value).toBeCloseTo(shows, 6);
    }
  });
});

describe("what a lot costs in a year", () => {
  it("is its price for the months in service, indexation and one-off costs, with the months below", () => {
    const { parts, workings, inputs } = found(
      explainAt(evaluatedExample("llr-2015-s1.json"), "cost/joint/2015"),
    );
    expect(parts.map(({ id, value }) => [id, value])).toEqual([
      ["contract", 69000000n],
      ["one-off-0", 4500000n],
    ]);
    const months = found(workings.find(({ id }) => id === "working-months"));
    expect(months.total?.cells.at(-1)).toBe(73500000n);
    expect(inputs).toContain("/provisions/joint/price/annual");
  });

  it("follows the price from year to year by its index", () => {
    const { workings } = found(explainAt(evaluatedExample("llr-2015-s1.json"), "cost/joint/2017"));
    const chain = found(workings.find(({ id }) => id === "working-price"));
    expect(chain.rows.map(({ cells }) => cells[2])).toEqual([138000000n, 138000000n, 141450000n]);
  });
});

describe("what the headlines of coverage and waits rest on", () => {
  const evaluation = evaluatedExample("llr-2015-s4.json");
  const explained = (path: string): Explanation => found(explainAt(evaluation, path));

  it("a wait is those who wait divided by what a month serves, in weeks", () => {
    const { value, workings, inputs } = explained("wait/nw-leicestershire/advocacy/2018-09");
    const [waiting, capacity] = found(workings.find(({ id }) => id === "working-wait")).rows.map(
      ({ cells }) => Number(cells[1]),
    );
    expect(value).toBeCloseTo(((found(waiting) / found(capacity)) * 52) / 12, 9);
    expect(Number(value)).toBeCloseTo(77.4, 1);
    expect(inputs.some((input) => input.startsWith("/demand/"))).toBe(true);
  });

  it("a service is short when its last twelve months need more than they have", () => {
    const { value, workings } = explained("short-of-capacity");
    const rows = found(workings[0]).rows;
    expect(rows).toHaveLength(Number(value));
    for (const { cells } of rows) expect(Number(cells[1])).toBeGreaterThan(Number(cells[2]));
  });

  it("unconfirmed months name what is not confirmed, double running what overlaps", () => {
    expect(explained("unconfirmed").value).toBe(54);
    expect(explained("unconfirmed").inputs).toContain("/provisions/ot1/certainty");
    expect(explained("double-running").value).toBe(4611025n);
  });
});

describe("who pays, by the lines of the ledger", () => {
  const evaluation = evaluatedExample("llr-2015-s1.json");
  const explained = (path: string): Explanation => found(explainAt(evaluation, path));

  it("leads from all years to a year, to a provision, to what each line is", () => {
    const all = explained("money/owner-leicestershire-county-council/_/_");
    expect(all.parts.map(({ to }) => to?.at(-1))).toEqual(["2014", "2015", "2016", "2017", "2018"]);
    const year = explained("money/source-lcc-core/_/2016");
    expect(year.inputs).toEqual(["/fundingSources/lcc-core/amounts/2016/17"]);
    const leaf = explained("money/source-lcc-core/joint/2016");
    expect(leaf.parts.map(({ label }) => label)).toEqual(["Funding source: County Council base budget"]);
  });

  it("what is unspendable in a year is what each source has left, with what it may pay for", () => {
    const { value, parts, workings } = explained("unspent/lapses/2015");
    expect(parts.reduce((sum, part) => sum + BigInt(part.value), 0n)).toBe(value);
    const fences = found(workings[0]).rows.map(({ cells }) => cells[1]);
    expect(fences).toContain("Only the area Melton");
  });
});

describe("the months of coverage", () => {
  it("of a service in an area are told month by month, with what runs there", () => {
    const { value, parts, workings, inputs } = found(
      explainAt(evaluatedExample("llr-2015-s4.json"), "cover/melton/advocacy"),
    );
    const months = found(workings[0]).rows;
    expect(months).toHaveLength(Number(value));
    expect(found(parts.find(({ id }) => id === "gap")).value).toBe(
      months.filter(({ cells }) => cells[1] === "Gap").length,
    );
    expect(found(months.find(({ id }) => id === "2015-10")).cells.slice(1)).toEqual(["Gap", 0, "Nothing"]);
    expect(inputs).toContain("/provisions/joint/start");
  });
});

describe("the benefit of a line of a prioritisation", () => {
  it("is its points by the weights, criterion by criterion", () => {
    const evaluation = evaluatedExample("durham-2020-100.json");
    const [line] = evaluation.scenario.priorities?.lines ?? [];
    const level = found(line?.levels[0]);
    const { value, parts } = found(explainAt(evaluation, `level/${line?.id}/${level.id}`));
    const { pairs } = buildProblem(found(evaluation.scenario.priorities));
    const pair = found(pairs.find(({ lineId, level: id }) => lineId === line?.id && id === level.id));
    expect(Number(value)).toBeCloseTo(pair.benefit.valueOf(), 9);
    expect(parts.map(({ label }) => label).join()).toMatch(/weight \d+ × \d+ points ÷ 100/);
  });
});

describe("a column that is worked out in one way", () => {
  it("says its rule, its figures and the inputs of its round", () => {
    const { value, rule, workings, inputs } = found(
      explainAt(evaluatedExample("llr-2015-s1.json"), "column/one-leaves-districts/missing"),
    );
    expect(value).toBeNull();
    expect(rule.join()).toMatch(/before any top-up/);
    expect(found(workings[0]).columns.map(({ id }) => id)).toEqual(["leaves", "missing"]);
    expect(inputs).toContain("/contributions/districts/members/blaby/choice");
  });
});

describe("an address of no figure", () => {
  it.each([
    "",
    "cost",
    "cost/nothing",
    "cost/joint/1999",
    "unfunded/abc",
    "share/districts/nobody",
    "gap/blaby/refuge/2015-01-01",
    "service/colour/blaby/refuge/2015",
    "wait/blaby/helpline/2018-09",
    "wait/blaby/advocacy/1999-01",
    "toString",
    "total-cost/joint",
    "money/nothing/_/_",
    "money/cost/_/1999",
    "money/source-nobody/_/_",
    "source/lcc-core/colour/2015",
    "unspent/somewhere/2015",
    "cover/blaby/nothing",
    "level/none/none",
    "column/contracts/name",
    "column/nothing/nothing",
  ])("%s explains nothing", (path) => {
    expect(explainAt(evaluatedExample("llr-2015-s1.json"), path)).toBeNull();
  });
});
