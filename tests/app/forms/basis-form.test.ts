import { describe, expect, test } from "vitest";
import { basesOf, basisForm, basisOf, readBasis } from "../../../app/forms/basis-form";
import { BASIS } from "../../../app/forms/basis-names";
import { basisOperations, deletionOperations, roundsBy } from "../../../app/forms/change-basis";
import { applyOperations } from "../../../scenarios/changes/apply-operations";
import type { Scenario } from "../../../scenarios/model/scenario";
import { validateScenario } from "../../../scenarios/validate-scenario";
import { exampleScenario } from "../../support/evaluated-example";
import { DISTRICTS, scenarioWith } from "../../support/scenarios";

const SCENARIO = scenarioWith({ areas: DISTRICTS });
const NEW = basisOf(SCENARIO, null);

function changed(scenario: Scenario, operations: ReturnType<typeof deletionOperations>): Scenario {
  const applied = applyOperations(scenario, operations);
  const checked = applied.ok ? validateScenario(applied.document) : applied;
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

function faultsOf(fields: Readonly<Record<string, string>>) {
  const read = readBasis(SCENARIO, NEW, fields);
  return "errors" in read ? { fields: read.errors, block: read.block } : null;
}

describe("a basis of all areas in one form", () => {
  test("is added with its unit, source and date, as values, notes and evidence of one change", () => {
    const typed = Object.fromEntries(DISTRICTS.map(({ id }, place) => [BASIS.value(id), `${place + 1},000`]));
    const read = readBasis(SCENARIO, NEW, {
      ...typed,
      ...{ [BASIS.name]: "Victims", [BASIS.unit]: "people", [BASIS.source]: "Crime survey" },
      [BASIS.date]: "31 March 2014",
    });
    if ("errors" in read) throw new Error(JSON.stringify(read));
    const after = changed(SCENARIO, basisOperations(SCENARIO, read.basis.name, read.basis));
    expect(after.areas.map(({ bases }) => bases["Victims"])).toEqual([
      "1000",
      "2000",
      "3000",
      "4000",
      "5000",
      "6000",
      "7000",
    ]);
    expect(after.basisUnits).toEqual({ Victims: "people" });
    expect(after.sources).toEqual([{ id: "crime-survey", title: "Crime survey", date: "2014-03-31" }]);
    expect(after.provenance).toHaveLength(7);
    expect(basisOf(after, "Victims")).toEqual(read.basis);
    const again = readBasis(
      after,
      read.basis,
      Object.fromEntries(
        basisForm(after, read.basis).flatMap(({ fields }) => fields.map((one) => [one.name, one.value])),
      ),
    );
    if ("errors" in again) throw new Error("what is shown can be read");
    expect(basisOperations(after, "Victims", again.basis)).toEqual([]);
  });

  test("is pasted by name or code, in any order, below a heading", () => {
    const block = "Area\tVictims\nMELTON\t5\nE07000129\t1,234\n";
    const read = readBasis(SCENARIO, NEW, { [BASIS.name]: "victims", [BASIS.block]: block });
    expect("basis" in read && read.basis.values).toEqual({ melton: "5", blaby: "1234" });
  });

  test("is not pasted from what is no table, such as a quotation mark that is not closed", () => {
    const faults = faultsOf({ [BASIS.name]: "Victims", [BASIS.block]: '"Blaby\t5' });
    expect(JSON.stringify(faults)).toContain("This is no table");
  });

  test("is pasted by place where figures stand alone, one for each area", () => {
    const block = DISTRICTS.map((_, place) => place + 1).join("\n");
    const read = readBasis(SCENARIO, NEW, { [BASIS.name]: "victims", [BASIS.block]: block });
    expect("basis" in read && Object.values(read.basis.values)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    expect(faultsOf({ [BASIS.name]: "victims", [BASIS.block]: "1\n2" })?.block).toEqual([
      "There are 2 figures for 7 areas: paste one for each area, or the names of the areas beside the figures.",
    ]);
  });

  test("is refused whole where a cell is wrong, and each is named", () => {
    const block = "Area\tVictims\nblaby\t1,2\nAtlantis\t5\nmelton\t5\nMelton\t6\ncharnwood\t";
    expect(faultsOf({ [BASIS.name]: "victims", [BASIS.block]: block })?.block).toEqual([
      "Row 2, figure: blaby is “1,2”: write a number, such as 12.5.",
      "Row 3, area: no area is called “Atlantis”.",
      "Row 5, area: melton stands above already.",
      "Row 6, figure: charnwood is empty: write something.",
    ]);
  });

  test.each([
    ["without a name", {}, BASIS.name, "Name is empty"],
    ["with the name of another", { [BASIS.name]: "Population" }, BASIS.name, "there is a basis of this name"],
    ["with a reserved name", { [BASIS.name]: "equal shares" }, BASIS.name, "this one is reserved"],
    ["with a slash in its name", { [BASIS.name]: "a/b" }, BASIS.name, "without a slash"],
    ["without a figure", { [BASIS.name]: "victims" }, BASIS.value("blaby"), "No area has a figure"],
    [
      "with a date of nothing",
      { [BASIS.name]: "victims", [BASIS.date]: "1/4/2015" },
      BASIS.source,
      "Source is empty",
    ],
  ])("is refused %s", (_how, fields, name, message) => {
    expect(faultsOf(fields)?.fields[name]).toContain(message);
  });
});

describe("a basis that is there", () => {
  const S1 = exampleScenario("llr-2015-s1.json");

  test("is renamed with its figures, notes and the rounds that share by it", () => {
    const [name = ""] = basesOf(S1).filter((one) => roundsBy(S1, one).length > 0);
    const after = changed(S1, basisOperations(S1, name, { ...basisOf(S1, name), name: "Residents" }));
    expect(roundsBy(after, "Residents")).toEqual(roundsBy(S1, name));
    const others = basesOf(S1).filter((one) => one !== name);
    expect(basesOf(after).toSorted()).toEqual([...others, "Residents"].toSorted());
    expect(after.provenance).toHaveLength(S1.provenance?.length ?? 0);
  });

  test("changes nothing where nothing else is typed", () => {
    for (const name of basesOf(S1)) expect(basisOperations(S1, name, basisOf(S1, name))).toEqual([]);
  });

  test("is deleted from every area with its notes and its unit", () => {
    const after = changed(SCENARIO, deletionOperations({ ...SCENARIO }, "incidents"));
    expect(basesOf(after)).toEqual(["population"]);
  });
});
