import { describe, expect, it } from "vitest";
import { describeChanges, planBeforeRecord } from "../../../app/forms/describe-changes";
import { diffDocuments } from "../../../scenarios/changes/diff-documents";
import { exampleScenario } from "../../support/evaluated-example";

describe("the changes of one joint lot against what runs out", () => {
  const [from, to] = [exampleScenario("llr-2015-s0.json"), exampleScenario("llr-2015-s1.json")];
  const changes = describeChanges(from, to, diffDocuments(from, to));
  const at = (path: string) => changes.find((change) => change.path === path);

  it("say of a new lot from when to when it runs and at what price", () => {
    expect(at("/provisions/joint")).toEqual({
      path: "/provisions/joint",
      about: "Provision Joint sexual violence and domestic abuse support for adults",
      from: "nothing",
      to: "1 October 2015 to 30 September 2018, £1,380,000.00 a year",
    });
  });

  it("name what a source may pay for as the page of funding does", () => {
    expect(at("/fundingSources/lcc-core/onlyFor/provisions/family")).toMatchObject({
      about: "County Council base budget: Only for these contracts and lots",
      to: "County family support",
    });
  });

  it("name the figure of which they say where it comes from, and the paper", () => {
    expect(changes.filter(({ path }) => path.startsWith("/provenance/"))).toEqual([
      {
        path: "/provenance/5",
        about: "Where a figure comes from: Blaby: population",
        from: "nothing",
        to: "ONS mid-2014 population estimates",
      },
      {
        path: "/provenance/0",
        about:
          "Where a figure comes from: Joint sexual violence and domestic abuse support for adults: start",
        from: "nothing",
        to: "Domestic Abuse Partnership update, Safer Communities Strategy Board: in place from October 2015",
      },
    ]);
  });

  it("put what is planned before the record of where figures come from", () => {
    const order = planBeforeRecord(changes).map(({ path }) => path.split("/")[1]);
    expect(order).toHaveLength(changes.length);
    expect(order.slice(-2)).toEqual(["provenance", "provenance"]);
    expect(order.slice(0, -2)).not.toContain("provenance");
  });

  it("leave out the id, which every scenario has for itself", () => {
    expect(at("/id")).toBeUndefined();
    expect(at("/name")).toBeDefined();
  });

  it("hold no pointer for anybody to read", () => {
    for (const { about, from: was, to: is } of changes)
      expect(`${about} ${was} ${is}`).not.toMatch(/\/[a-z]/);
  });
});
