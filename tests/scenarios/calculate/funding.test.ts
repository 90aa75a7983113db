import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumPence } from "../../../scenarios/model/money";
import type { FundingSource, Provision, Scenario } from "../../../scenarios/model/scenario";
import { evaluated, found, inPounds, provisionWith, scenarioWith } from "../../support/scenarios";

const ACTIVITIES = ["refuge", "helpline", "outreach", "therapy", "melton-outreach"];

function sourceWith(
  id: string,
  pounds: string,
  only?: readonly string[],
  changes: Partial<FundingSource> = {},
): FundingSource {
  const onlyFor = only === undefined ? {} : { onlyFor: { activities: only } };
  return { id, name: id, owner: "lead", amounts: { "2015/16": `${pounds}.00` }, ...onlyFor, ...changes };
}

function lotWith(activity: string, pounds: string, changes: Partial<Provision> = {}): Provision {
  return provisionWith({
    id: activity,
    activities: [activity],
    price: { annual: `${pounds}.00` },
    ...changes,
  });
}

function fundingOf(
  provisions: readonly Provision[],
  fundingSources: readonly FundingSource[],
  changes: Partial<Scenario> = {},
) {
  const activities = ACTIVITIES.map((id) => ({ id, name: id, unit: "cases", statutory: id === "refuge" }));
  return evaluated(scenarioWith({ activities, provisions, fundingSources, ...changes })).funding;
}

describe("a pooled total is never called funded (rules §8)", () => {
  const needs = [
    lotWith("refuge", "130"),
    lotWith("helpline", "60"),
    lotWith("outreach", "100"),
    lotWith("therapy", "40"),
    lotWith("melton-outreach", "25"),
  ];
  const sources = [
    sourceWith("moj", "120", ["helpline", "outreach", "therapy"]),
    sourceWith("part-4", "150", ["refuge"]),
    sourceWith("melton-csp", "10", ["melton-outreach"]),
    sourceWith("base", "90"),
  ];

  it("370 of money against 355 of need, yet 5 is unfunded and 20 cannot be spent", () => {
    const funding = fundingOf(needs, sources);
    expect(inPounds(funding.unfunded)).toEqual(["5.00"]);
    expect(inPounds([found(funding.sources.get("part-4")?.[0]).unused])).toEqual(["20.00"]);
    expect(funding.bottleneck[0]).toEqual(["helpline", "melton-outreach", "outreach", "therapy"]);
  });

  it("with 5 more in the base everything is paid and there is no bottleneck", () => {
    const funding = fundingOf(needs, [...sources.slice(0, 3), sourceWith("base", "95")]);
    expect([inPounds(funding.unfunded), funding.bottleneck[0]]).toEqual([["0.00"], []]);
  });
});

describe("agreed lines", () => {
  it("pay annual by the months in service, percent of the whole year's cost, and the rest", () => {
    const funding = [
      { source: "a", annual: "60.00" },
      { source: "b", percent: "25" },
      { source: "c", rest: true as const },
    ];
    const half = lotWith("helpline", "240", { start: "2015-10-01", funding });
    const { provisions } = fundingOf(
      [half],
      ["a", "b", "c"].map((id) => sourceWith(id, "1000")),
    );
    expect(Object.fromEntries(found(provisions.get("helpline")?.[0]).sources)).toEqual({
      a: 3_000n,
      b: 3_000n,
      c: 6_000n,
    });
  });

  it("never pay more than the source has left, than is unpaid, or for what the source may not pay for", () => {
    const funding = [{ source: "grant", annual: "500.00" }];
    const capped = fundingOf([lotWith("helpline", "100", { funding })], [sourceWith("grant", "30")]);
    expect(inPounds(capped.unfunded)).toEqual(["70.00"]);
    const forbidden = fundingOf(
      [lotWith("helpline", "100", { funding })],
      [sourceWith("grant", "300", ["refuge"])],
    );
    expect(inPounds(forbidden.unfunded)).toEqual(["100.00"]);
  });

  it("of a percent or an annual sum say how much is meant, and what is unpaid is still matched automatically", () => {
    const funding = [{ source: "grant", percent: "50" }];
    const { provisions } = fundingOf([lotWith("helpline", "100", { funding })], [sourceWith("grant", "300")]);
    const paid = found(provisions.get("helpline")?.[0]);
    expect([found(paid.agreed.get("grant")), found(paid.sources.get("grant")), paid.unfunded]).toEqual([
      5_000n,
      10_000n,
      0n,
    ]);
  });
});

describe("the order in which provisions draw (rules §8)", () => {
  const grant = { funding: [{ source: "grant", rest: true as const }] };
  const helpline = lotWith("helpline", "80", grant);
  const outreach = lotWith("outreach", "60", grant);
  const sources = [
    sourceWith("grant", "100", ["helpline", "outreach"]),
    sourceWith("levy", "30", ["outreach"]),
  ];
  const paid = (provisions: readonly Provision[]) =>
    Object.fromEntries(
      [...fundingOf(provisions, sources).provisions].map(([id, [year]]) => [
        id,
        [Object.fromEntries(found(year).agreed), inPounds([found(year).unfunded])[0]],
      ]),
    );

  it("that nobody has chosen is that of the ids: of a grant of 100 the helpline draws 80 and outreach 20", () => {
    expect(paid([outreach, helpline])).toEqual({
      helpline: [{ grant: 8_000n }, "0.00"],
      outreach: [{ grant: 2_000n }, "10.00"],
    });
  });

  it("is the one that is chosen: with outreach first it draws 60, the helpline 40, and the levy cannot help", () => {
    expect(
      paid([
        { ...helpline, drawOrder: 2 },
        { ...outreach, drawOrder: 1 },
      ]),
    ).toEqual({ helpline: [{ grant: 4_000n }, "40.00"], outreach: [{ grant: 6_000n }, "0.00"] });
  });

  it("puts what has a number before what has none, whatever the names are", () => {
    expect(paid([helpline, { ...outreach, drawOrder: 7 }])["outreach"]).toEqual([{ grant: 6_000n }, "0.00"]);
  });

  it("holds among equals in the matching too; a statutory duty still comes first", () => {
    const base = [sourceWith("base", "70")];
    const inOrder = (first: Provision, second: Provision) =>
      fundingOf(
        [
          { ...first, drawOrder: 1 },
          { ...second, drawOrder: 2 },
        ],
        base,
      );
    const short = inOrder(lotWith("outreach", "60"), lotWith("helpline", "60"));
    expect(inPounds([found(short.provisions.get("helpline")?.[0]).unfunded])).toEqual(["50.00"]);
    const duty = inOrder(lotWith("outreach", "60"), lotWith("refuge", "60"));
    expect(inPounds([found(duty.provisions.get("outreach")?.[0]).unfunded])).toEqual(["50.00"]);
  });

  it("is warned of where two have the same number, since then an id decides", () => {
    const provisions = [
      { ...helpline, drawOrder: 1 },
      { ...outreach, drawOrder: 1 },
    ];
    const activities = ACTIVITIES.map((id) => ({ id, name: id, unit: "cases" }));
    const { warnings } = evaluated(scenarioWith({ activities, provisions, fundingSources: sources }));
    expect(warnings.filter(({ code }) => code === "same-draw-order").map(({ path }) => path)).toEqual([
      "/provisions/helpline/drawOrder",
      "/provisions/outreach/drawOrder",
    ]);
  });

  it("only says who is served: in any order every year foots, and names do not matter once all have a number", () => {
    const plan = fc.record({
      prices: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 5, maxLength: 5 }),
      lines: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
      money: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 2 }),
      order: fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5, maxLength: 5 }),
      names: fc.shuffledSubarray(["a", "b", "c", "d", "e"], { minLength: 5, maxLength: 5 }),
    });
    const lineOf = (kind: number) =>
      [
        [{ source: "one", rest: true as const }],
        [
          { source: "one", percent: "50" },
          { source: "two", rest: true as const },
        ],
        [{ source: "two", annual: "30.00" }],
        [],
      ][kind] ?? [];
    fc.assert(
      fc.property(plan, ({ prices, lines, money, order, names }) => {
        const run = (ids: readonly string[]) =>
          fundingOf(
            ids.map((id, place) =>
              lotWith("helpline", `${prices[place] ?? 0}`, {
                ...{ id, drawOrder: found(order[place]), funding: lineOf(found(lines[place])) },
              }),
            ),
            ["one", "two"].map((id, place) => sourceWith(id, `${money[place] ?? 0}`)),
          );
        const [funding, renamed] = [run(["a", "b", "c", "d", "e"]), run(names)];
        const used = sumPence([...funding.sources.values()].map(([year]) => found(year).used));
        const unused = sumPence([...funding.sources.values()].map(([year]) => found(year).unused));
        const cost = sumPence([...funding.provisions.values()].map(([year]) => found(year).cost));
        expect(used + found(funding.unfunded[0])).toBe(cost);
        expect(used + unused).toBe(100n * BigInt(money.reduce((sum, one) => sum + one, 0)));
        // Both sources may pay for everything, so whoever is first, what nobody pays is the same.
        const short = cost - 100n * BigInt(money.reduce((sum, one) => sum + one, 0));
        expect(found(funding.unfunded[0])).toBe(short > 0n ? short : 0n);
        ["a", "b", "c", "d", "e"].forEach((id, place) => {
          expect(renamed.provisions.get(found(names[place]))).toEqual(funding.provisions.get(id));
        });
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});

describe("money", () => {
  it("that lapses is used before money that carries forward, and what is carried pays the next year", () => {
    const twoYears = { horizon: { start: "2015-04", end: "2017-03" } };
    const reserve = sourceWith("a-reserve", "80", undefined, { carryForward: true });
    const lapsing = sourceWith("lapsing", "60");
    const { unfunded, sources } = fundingOf(
      [lotWith("helpline", "100", { end: "2017-03-31" })],
      [reserve, lapsing],
      twoYears,
    );
    expect(sources.get("a-reserve")?.map(({ carriedIn, used }) => [carriedIn, used])).toEqual([
      [0n, 4_000n],
      [4_000n, 4_000n],
    ]);
    expect(inPounds(unfunded)).toEqual(["0.00", "60.00"]);
  });

  it("pays for what is statutory first", () => {
    const funding = fundingOf(
      [lotWith("helpline", "60"), lotWith("refuge", "60")],
      [sourceWith("base", "70")],
    );
    expect(inPounds([found(funding.provisions.get("helpline")?.[0]).unfunded])).toEqual(["50.00"]);
  });

  it("is shown by how sure it is, and the four figures sum to the cost", () => {
    const sources = [
      sourceWith("sure", "10"),
      sourceWith("likely", "20", undefined, { certainty: "indicative" }),
      sourceWith("hoped", "30", undefined, { certainty: "at-risk" }),
    ];
    expect(fundingOf([lotWith("helpline", "100")], sources).byCertainty).toEqual([
      { confirmed: 1_000n, indicative: 2_000n, atRisk: 3_000n, unfunded: 4_000n },
    ]);
  });

  it("of contributions beyond the cost is shown in full, pays for nothing else and is warned of", () => {
    const evaluation = evaluated(
      scenarioWith({
        provisions: [
          provisionWith({ price: { annual: "100.00" } }),
          provisionWith({ id: "other", price: { annual: "50.00" } }),
        ],
        contributions: [
          {
            ...{ id: "round", name: "Round", provision: "joint", from: "2015-04-01", to: "2016-03-31" },
            pot: { annual: "130.00" },
            share: { weights: [{ basis: "population", percent: "100" }] },
            members: [{ organisation: "north", area: "north", choice: ["B"] }],
          },
        ],
      }),
    );
    expect(found(evaluation.funding.provisions.get("joint")?.[0]).contributions).toBe(13_000n);
    expect(inPounds(evaluation.funding.unfunded)).toEqual(["50.00"]);
    expect(evaluation.warnings.map(({ code }) => code)).toContain("contributions-above-cost");
  });
});
