import { describe, expect, test } from "vitest";
import { drawOrderForm, prepareDrawOrder, renumber } from "../../../app/forms/draw-order-form";
import { editFields } from "../../../app/forms/edit-fields";
import { buildDrawOrderTable } from "../../../app/reports/draw-order";
import { evaluated, provisionWith, scenarioWith } from "../../support/scenarios";

const BEFORE = ["a", "b", "c"];
const SCENARIO = scenarioWith({
  provisions: BEFORE.map((id) => provisionWith({ id, name: `Service ${id}` })),
});
const name = (id: string): string => `/provisions/${id}/drawOrder`;

describe("the numbers of the order in which services draw", () => {
  test.each([
    ["one that comes up stands before the one whose number it took", ["1", "2", "1"], ["2", "3", "1"]],
    ["one that goes down stands after the one whose number it took", ["3", "2", "3"], ["3", "1", "2"]],
    ["a gap closes", ["10", "2", "7"], ["3", "1", "2"]],
    ["what is emptied has no number, and the others close up", ["1", "", "3"], ["1", "", "2"]],
    [
      "what cannot be read stays as it was typed, and so does the rest",
      ["1", "soon", "1"],
      ["1", "soon", "1"],
    ],
  ])("%s", (_what, typed, becomes) => {
    const fields = Object.fromEntries(BEFORE.map((id, place) => [id, typed[place] ?? ""]));
    expect(Object.values(renumber(BEFORE, fields))).toEqual(becomes);
  });

  test("start as they draw anyhow while nobody has chosen", () => {
    expect(drawOrderForm(SCENARIO).fields.map(({ label, value }) => [label, value])).toEqual([
      ["Service a", "1"],
      ["Service b", "2"],
      ["Service c", "3"],
    ]);
  });

  test("are saved whole as one change of the scenario", () => {
    const fields = { [name("a")]: "1", [name("b")]: "2", [name("c")]: "1" };
    const edited = editFields({ seen: SCENARIO, now: SCENARIO }, prepareDrawOrder(SCENARIO, { fields }));
    if (!edited.ok) throw new Error("the numbers are right");
    expect(edited.operations.map(({ path, op }) => [op, path])).toEqual([
      ["add", name("a")],
      ["add", name("b")],
      ["add", name("c")],
    ]);
  });
});

test("the table of who draws first says that nobody has chosen, or who shares a number", () => {
  const table = (numbers: readonly (number | undefined)[]) =>
    buildDrawOrderTable(
      evaluated({
        ...SCENARIO,
        provisions: SCENARIO.provisions.map((provision, place) => {
          const drawOrder = numbers[place];
          return drawOrder === undefined ? provision : { ...provision, drawOrder };
        }),
      }),
    );
  expect(table([]).note).toContain("Nobody has chosen the order, so it is that of the ids.");
  expect(table([]).rows.map(({ cells }) => cells[0])).toEqual(["1", "2", "3"]);
  const tied = table([2, undefined, 2]);
  expect(tied.rows.map(({ cells }) => cells[1])).toEqual(["Service a", "Service c", "Service b"]);
  expect(tied.rows.map(({ cells }) => cells[0])).toEqual(["1", "2", "3, by its id"]);
  expect(tied.note).toContain("Service a and Service c have the same number: their ids decide between them.");
  expect(tied.note).toContain("Those without a number come last, by id.");
});
