import { describe, expect, it } from "vitest";
import { formatTable } from "../../../app/reports/format-table";
import type { ReportTable } from "../../../app/reports/report-table";
import {
  buildCommitmentsTable,
  buildObjectivesTable,
  strategySentences,
} from "../../../app/reports/strategy";
import { evaluatedExample } from "../../support/evaluated-example";
import { evaluated, omit, provisionWith, scenarioWith } from "../../support/scenarios";

const texts = (table: ReportTable): string[][] =>
  formatTable(table).rows.map(({ cells }) => cells.map(({ text }) => text));

describe("the strategy of the Leicestershire plan", () => {
  const evaluation = evaluatedExample("llr-2015-s1.json");

  it("has the whole cost of the joint lot behind the promise that the joint services begin", () => {
    const [first] = texts(buildCommitmentsTable(evaluation));
    expect(first).toEqual([
      "Joint adult services in place from October 2015",
      "Build resilience",
      "Amber",
      "Joint sexual violence and domestic abuse support for adults",
      "£4,254,431.25",
      "–",
    ]);
  });

  it("names the promises that no money stands behind", () => {
    expect(strategySentences(evaluation)).toEqual([
      "No money is shown, because no provision names them, behind “Joint stakeholder consultation, late January to early March 2015”, “University evaluation of Project 360” and “Find gaps in the transition and in the new arrangements”.",
    ]);
  });

  it("counts the promises of each objective with their states in words", () => {
    expect(
      texts(buildObjectivesTable(evaluation)).map(([name, count, states]) => [name, count, states]),
    ).toEqual([
      ["Build resilience", "1", "1 amber"],
      ["Address increasing demand", "1", "1 not known"],
      ["Develop flexibility in delivery", "1", "1 green"],
      ["Learn from Project 360", "1", "1 amber"],
    ]);
  });
});

describe("a strategy with every kind of promise", () => {
  const evaluation = evaluated(
    scenarioWith({
      objectives: [
        { id: "earlier", name: "Help earlier" },
        { id: "unserved", name: "Reach men" },
      ],
      commitments: [
        { id: "line", name: "A helpline", objective: "earlier", state: "green", continuing: true },
        { id: "training", name: "Training", objective: "earlier", state: "not-started", sameAs: "line" },
        { id: "study", name: "A study", state: "red", continuing: true, note: "Late" },
      ],
      provisions: [
        provisionWith({ price: { annual: "1200.00" }, commitments: ["line", "training"] }),
        provisionWith({ id: "second", name: "Second", price: { annual: "300.00" }, commitments: ["line"] }),
        omit(provisionWith({ id: "third", name: "Third", commitments: ["study"] }), "price"),
      ],
    }),
  );

  it("counts a provision once for an objective, however many of its promises it serves", () => {
    expect(texts(buildObjectivesTable(evaluation))).toEqual([
      ["Help earlier", "2", "1 not started, 1 green", "2", "£1,500.00"],
      ["Reach men", "0", "No commitment", "0", "No money"],
    ]);
  });

  it("shows a promise that repeats another with the other's money, and an unknown price as not known", () => {
    expect(texts(buildCommitmentsTable(evaluation))).toEqual([
      ["A helpline", "Help earlier", "Green but continuing", "Joint lot; Second", "£1,500.00", "–"],
      [
        "Training",
        "Help earlier",
        "Not started",
        "Joint lot; Second",
        "£1,500.00",
        "The same as “A helpline”",
      ],
      ["A study", "None", "Red, continuing", "Third", "Not known", "Late"],
    ]);
  });

  it("asks about what is not promised, not started, or green and still running", () => {
    expect(strategySentences(evaluation)).toEqual([
      "Objectives that no commitment serves: “Reach men”.",
      "Promised and not yet started: “Training”.",
      "Green but continuing, so not closed: “A helpline”.",
    ]);
  });
});
