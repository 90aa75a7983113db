import { expect, test } from "vitest";
import { definitions, FILLS, type FillName, fillOf, strokeOf } from "../../../app/charts/palette";
import { INK, PAPER, QUIET_INK } from "../../../app/charts/svg";
import { contrast } from "./support";

const names = Object.keys(FILLS) as FillName[];

test.each(names)("the fill %s stands out from the paper by three to one", (name) => {
  expect(contrast(strokeOf(name), PAPER)).toBeGreaterThanOrEqual(3);
});

test("words can be read, also those in the colours of missing and unsure", () => {
  for (const colour of [
    INK,
    QUIET_INK,
    strokeOf("missing"),
    strokeOf("unsure"),
    strokeOf("third"),
    strokeOf("first"),
  ])
    expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(4.5);
});

test("no two fills have the same pattern and colour, so none is told by its colour alone from one like it", () => {
  const looks = names.map((name) => `${FILLS[name].colour} ${FILLS[name].pattern}`);
  expect(new Set(looks).size).toBe(names.length);
  const levels = (["first", "second", "unsure", "missing"] as const).map((name) => FILLS[name].pattern);
  expect(new Set(levels).size).toBe(levels.length);
});

test("a chart defines the patterns that it uses, under names of its own", () => {
  expect(definitions("costs", ["first", "missing", "missing"])).toMatch(/^<defs><pattern id="costs-missing"/);
  expect(fillOf("costs", "missing")).toBe("url(#costs-missing)");
  expect(fillOf("costs", "first")).toBe(strokeOf("first"));
});
