import { describe, expect, it } from "vitest";
import { editFields } from "../../../app/forms/edit-fields";
import { exampleScenario } from "../../support/evaluated-example";

const DURHAM = exampleScenario("durham-2020-90.json");

const errorsOf = (fields: Readonly<Record<string, string>>) => {
  const edited = editFields({ seen: DURHAM, now: DURHAM }, fields);
  return edited.ok ? {} : edited.errors;
};

describe("a name that another row of the list has already", () => {
  it("makes no second line, and the line that has it is named", () => {
    expect(errorsOf({ "/priorities/lines/-/name": " operation  ENCOMPASS " })).toEqual({
      "/priorities/lines/-/name":
        "There is a line “Operation Encompass” already: change that one, or give this one another name",
    });
  });

  it("is refused for two new rows, for a renamed row, and for a level among those of its line", () => {
    const two = { "/priorities/budgets/-/name": "Grant", "/priorities/budgets/-1/name": "grant" };
    expect(Object.keys(errorsOf(two))).toEqual(Object.keys(two));
    const renamed = { "/priorities/lines/hardship/name": "Operation Encompass" };
    expect(Object.keys(errorsOf(renamed))).toEqual(Object.keys(renamed));
    const level = { "/priorities/lines/training/levels/-/name": "Full" };
    expect(Object.keys(errorsOf(level))).toEqual(Object.keys(level));
  });

  it("is free where it is the row's own, another list's, or another line's", () => {
    expect(errorsOf({ "/priorities/lines/encompass/name": "Operation encompass" })).toEqual({});
    expect(errorsOf({ "/priorities/budgets/-/name": "Operation Encompass" })).toEqual({});
    expect(errorsOf({ "/priorities/lines/behaviour/levels/-/name": "Full" })).toEqual({});
  });
});
