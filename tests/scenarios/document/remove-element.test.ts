import { describe, expect, test } from "vitest";
import { withWholeWeights } from "../../../scenarios/calculate/weights";
import { removeElement } from "../../../scenarios/document/remove-element";
import type { Scenario } from "../../../scenarios/model/scenario";
import { validateScenario } from "../../../scenarios/validate-scenario";
import { exampleScenario } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const S1 = exampleScenario("llr-2015-s1.json");

function without(pointer: string): { readonly after: Scenario; readonly referrers: readonly string[] } {
  const { document, referrers } = found(removeElement(S1, pointer));
  const checked = validateScenario(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return { after: checked.scenario, referrers: referrers.map(({ path }) => path) };
}

describe("something is deleted", () => {
  test("that nothing refers to: only it goes", () => {
    const { after, referrers } = without("/risks/r1");
    expect(referrers).toEqual([]);
    expect(after).toEqual({ ...S1, risks: found(S1.risks).filter(({ id }) => id !== "r1") });
  });

  test("with the references to it: who owned a risk leaves it without an owner, money without an owner goes", () => {
    const { after, referrers } = without("/organisations/leicester-city-council");
    expect(referrers).toContain("/risks/r2/owner");
    expect(referrers).toContain("/fundingSources/city-core");
    expect(found(after.risks).find(({ id }) => id === "r2")?.owner).toBeUndefined();
    expect(after.fundingSources?.some(({ id }) => id === "city-core")).toBe(false);
  });

  test("and what hung on what went goes too: a lot takes its round, and its place in ring-fences", () => {
    const { after, referrers } = without("/provisions/joint");
    expect(referrers).toEqual([
      "/fundingSources/lcc-core/onlyFor/provisions/joint",
      "/fundingSources/city-core/onlyFor/provisions/joint",
      "/fundingSources/rutland-core/onlyFor/provisions/joint",
      "/fundingSources/opcc-core/onlyFor/provisions/joint",
      "/contributions/districts",
    ]);
    expect(after.contributions).toEqual([]);
  });

  test("an area goes from every list, with its demand, its place in the round and the notes on its figures", () => {
    const { after } = without("/areas/blaby");
    const text = JSON.stringify([after.provisions, after.demand, after.requirements, after.provenance]);
    expect(text).not.toContain('"blaby"');
    expect(found(after.contributions)[0]?.members.map(({ area }) => area)).not.toContain("blaby");
    expect(text).not.toContain("/areas/blaby/bases/population");
  });

  test("a criterion goes with the points on it, and the other weights grow in their proportions to 100", () => {
    const { document } = found(
      removeElement(exampleScenario("durham-2020-100.json"), "/priorities/criteria/risk"),
    );
    const checked = validateScenario(withWholeWeights(document as unknown as Scenario));
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    const { criteria, lines } = found(checked.scenario.priorities);
    expect(criteria.map(({ weight }) => weight)).toEqual(["25", "31.25", "18.75", "12.5", "12.5"]);
    expect(lines.flatMap(({ levels }) => levels.map(({ scores = {} }) => "risk" in scores))).not.toContain(
      true,
    );
  });

  test("that is not there: there is nothing to delete", () => {
    expect(removeElement(S1, "/risks/r99")).toBeNull();
  });

  test("every element of every list can go, and nothing that refers to it is left", () => {
    for (const list of [
      "organisations",
      "areas",
      "activities",
      "provisions",
      "fundingSources",
      "indexes",
    ] as const) {
      for (const { id } of found(S1[list])) {
        const { document } = found(removeElement(S1, `/${list}/${id}`));
        const checked = validateScenario(document);
        const unknown = checked.ok ? [] : checked.issues.filter(({ code }) => code === "unknown-id");
        expect(unknown, `${list}/${id}`).toEqual([]);
      }
    }
  });
});
