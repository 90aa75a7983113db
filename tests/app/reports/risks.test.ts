import { describe, expect, it } from "vitest";
import { formatTable } from "../../../app/reports/format-table";
import { growingWaits } from "../../../app/reports/growing-waits";
import { buildRaisedRisks } from "../../../app/reports/raised-risks";
import { buildRiskRegisterTable } from "../../../app/reports/risk-register";
import { evaluatedExample } from "../../support/evaluated-example";
import { evaluated, provisionWith, scenarioWith } from "../../support/scenarios";

describe("the risk register", () => {
  const { rows } = formatTable(buildRiskRegisterTable(evaluatedExample("llr-2015-s1.json")));

  it("stands worst first, and of equal scores the one with more impact first", () => {
    expect(rows.map(({ id, cells }) => [id, cells[1]?.text, cells[2]?.text, cells[3]?.text])).toEqual([
      ["r2", "3", "5", "15"],
      ["r3", "3", "4", "12"],
      ["r1", "4", "3", "12"],
      ["r4", "4", "3", "12"],
      ["r5", "3", "3", "9"],
    ]);
  });

  it("says who owns a risk, and that nobody does or nothing is done", () => {
    expect(rows.map(({ cells }) => cells.slice(4).map(({ text }) => text))).toEqual([
      ["Leicester City Council", "Bridging contracts, devolved funding, this plan"],
      ["Leicester City Council", "Nothing recorded"],
      ["Leicestershire County Council", "Nothing recorded"],
      ["No owner", "Nothing recorded"],
      ["No owner", "Nothing recorded"],
    ]);
  });
});

describe("the risks that the figures raise", () => {
  it("are none where all is covered, paid for by confirmed money of several hands, and nobody waits longer", () => {
    const halves = ["first", "second"].map((id) =>
      provisionWith({
        id,
        name: id,
        price: { annual: "500.00" },
        capacity: [{ activity: "support", unitsPerYear: "60" }],
        funding: [{ source: "base", rest: true }],
      }),
    );
    const evaluation = evaluated(
      scenarioWith({
        provisions: halves,
        requirements: [{ activity: "support", areas: ["north"], from: "2015-04", to: "2016-03" }],
        demand: [{ id: "d", area: "north", activity: "support", annual: "120", baseYear: "2015/16" }],
        fundingSources: [{ id: "base", name: "Base", owner: "lead", amounts: { "2015/16": "1000.00" } }],
      }),
    );
    expect(buildRaisedRisks(evaluation)).toEqual([]);
  });

  it("are gaps and missing money first in the plan whose start slips, then what is unsure", () => {
    const risks = buildRaisedRisks(evaluatedExample("llr-2015-s4.json"));
    expect(risks[0]?.name).toMatch(/^Gap in service: /);
    const tones = risks.map(({ tone }) => tone);
    expect(tones).toEqual(tones.toSorted());
    expect(new Set(risks.map(({ id }) => id)).size).toBe(risks.length);
  });

  it("name the price that is not known and the contract that carries most of the money", () => {
    const risks = new Map(
      buildRaisedRisks(evaluatedExample("llr-2015-s1.json")).map((risk) => [risk.id, risk]),
    );
    expect(risks.get("price-of-ot1")?.name).toBe("Price not known: OPCC transition funding for key services");
    expect(risks.get("largest-holder")?.text).toBe(
      "One contract has £4,254,431.25, 62.85% of the known cost. Its provider is not named yet; if it fails, that much service is without one.",
    );
    expect(risks.get("money-at-risk")?.text).toBe(
      "£811,021.88 of the cost is paid from sources at risk or by districts that have only been asked, most in 2017/18: £231,750.00.",
    );
  });

  it("add up all contracts of one provider", () => {
    const held = (id: string, annual: string, provider: string) =>
      provisionWith({ id, name: id, price: { annual }, provider });
    const evaluation = evaluated(
      scenarioWith({
        provisions: [held("a", "30.00", "One"), held("b", "25.00", " One"), held("c", "45.00", "Two")],
      }),
    );
    const [risk] = buildRaisedRisks(evaluation).filter(({ id }) => id === "largest-holder");
    expect(risk?.name).toBe("Most of the money in one hand: One");
    expect(risk?.text).toContain("£55.00, 55.00% of the known cost, in 2 contracts");
  });

  it("say from what to what a wait grows: 40 come and 36 are served each month", () => {
    const evaluation = evaluated(
      scenarioWith({
        provisions: [provisionWith({ capacity: [{ activity: "support", unitsPerYear: "432" }] })],
        demand: [
          {
            id: "d",
            area: "north",
            activity: "support",
            annual: "480",
            baseYear: "2015/16",
            waitingAtStart: "30",
          },
        ],
      }),
    );
    const [wait] = growingWaits(evaluation);
    expect(wait?.months).toBe(11);
    expect(wait?.weeksBefore).toBeCloseTo((34 / 36) * (52 / 12), 9);
    expect(wait?.weeksAtEnd).toBeCloseTo((78 / 36) * (52 / 12), 9);
    expect(buildRaisedRisks(evaluation).find(({ id }) => id === "growing-wait-support")?.text).toBe(
      "The wait grows over the last 11 months of the plan in North: from 4.09 to 9.39 weeks.",
    );
  });
});
