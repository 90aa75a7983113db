import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followLines } from "../../../app/forms/follow-lines";
import type { Scenario } from "../../../scenarios/model/scenario";
import { edited } from "../../support/documents";
import { exampleScenario } from "../../support/evaluated-example";

const S1 = exampleScenario("llr-2015-s1.json");
const ONE_OFFS = "/provisions/joint/oneOffs";

type Line = { readonly name: string; readonly amount: string; readonly date: string };
const line = (name: string): Line => ({ name, amount: "1.00", date: "2016-04-01" });
const withLines = (lines: readonly Line[]): Scenario =>
  edited(S1, { [ONE_OFFS]: lines }) as unknown as Scenario;

const follow = (before: readonly Line[], after: readonly Line[], place: number) =>
  followLines({ seen: withLines(before), now: withLines(after) }, [`${ONE_OFFS}/${place}/amount`]);

describe("a line without an id", () => {
  const [a, b, c] = ["Transfer", "Training", "Publicity"].map(line) as [Line, Line, Line];

  test.each([
    ["stays where nobody has touched the list", [a, b], [a, b], 1, 1],
    ["stays where another line says something else", [a, b], [{ ...a, amount: "2.00" }, b], 1, 1],
    [
      "stays where it says something else itself: that is to be asked about",
      [a, b],
      [a, { ...b, amount: "2.00" }],
      1,
      1,
    ],
    ["goes up where one before it was deleted", [a, b, c], [b, c], 2, 1],
    ["goes down where one was put before it", [b], [a, b], 0, 1],
    ["is gone when it was deleted, whatever stands there now", [a, b, c], [a, c], 1, null],
    ["is gone when it was changed and the lines have moved", [a, b], [{ ...b, amount: "2.00" }], 1, null],
    ["is gone when nobody can tell which of two alike was deleted", [a, b, b], [a, b], 1, null],
  ] as const)("%s", (_what, before, after, place, expected) => {
    const { names, gone } = follow(before, after, place);
    const name = `${ONE_OFFS}/${place}/amount`;
    expect(names.get(name)).toBe(expected === null ? undefined : `${ONE_OFFS}/${expected}/amount`);
    expect(gone).toEqual(expected === null ? [`${ONE_OFFS}/${place}`] : []);
  });

  test("whatever others add and delete, what is typed into it is in the same line or nowhere", () => {
    const lines = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 });
    fc.assert(
      fc.property(lines, lines, fc.nat(), (before, after, at) => {
        const place = at % before.length;
        const { names, gone } = follow(before.map(line), after.map(line), place);
        const to = names.get(`${ONE_OFFS}/${place}/amount`);
        // The same number of lines, each at its own place, of which some say something else: none has moved.
        const isPlain =
          before.length === after.length &&
          after.every((one, where) => !before.includes(one) || before[where] === one);
        if (to === undefined) expect(gone).toEqual([`${ONE_OFFS}/${place}`]);
        else if (!isPlain) expect(after[Number(to.split("/")[4])]).toBe(before[place]);
      }),
    );
  });
});

test("an element that was deleted is gone, one that never was there is for others to refuse", () => {
  const now = { ...S1, provisions: S1.provisions.filter(({ id }) => id !== "joint") };
  const typed = ["/provisions/joint/price/annual", "/provisions/none/price/annual", "/provisions/family/end"];
  const { names, gone } = followLines({ seen: S1, now }, typed);
  expect(gone).toEqual(["/provisions/joint"]);
  expect([...names.keys()]).toEqual(typed.slice(1));
});
