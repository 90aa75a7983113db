import { describe, expect, it } from "vitest";
import { type Block, blocksOf } from "../../../../scenarios/optimise/search/blocks";
import type { Option } from "../../../../scenarios/optimise/search/priced";
import { chooseWhole } from "../../../../scenarios/optimise/search/whole-blocks";
import { type TriedProgram, triedProgram } from "./tried-programs";

const ROUNDING = 1e-6;

/** Every block of many small programs, at drawn prices. */
const blocks = Array.from({ length: 600 }, (_, at) => triedProgram(at + 1)).flatMap((tried) =>
  blocksOf(tried.priced, tried.budgets, Infinity).map((block) => ({ tried, block })),
);

function everyChoice({ lines }: Block): Option[][] {
  return lines.reduce<Option[][]>(
    (choices, line) => choices.flatMap((choice) => line.map((option) => [...choice, option])),
    [[]],
  );
}

/** What a choice loses with what it leaves of the budget; infinite where it asks for more than there is. */
function lossOf({ priced }: TriedProgram, { row }: Block, choice: readonly Option[]): number {
  const use = choice.reduce((sum, { values }) => sum + (values.get(row) ?? 0), 0);
  const left = (priced.limits[row] as number) - use;
  return left < 0
    ? Infinity
    : choice.reduce((sum, { shortfall }) => sum + shortfall, left * (priced.prices[row] as number));
}

describe("the lines of a budget chosen whole", () => {
  it("lose least of all choices that keep the budget, from wherever they are looked for", () => {
    let [alone, further] = [0, 0];
    for (const { tried, block } of blocks) {
      if (block.row < 0 || block.isShared) continue;
      const least = Math.min(...everyChoice(block).map((choice) => lossOf(tried, block, choice)));
      for (const from of [0.01, 1, 1000]) {
        const whole = chooseWhole(tried.priced, block, from);
        if (least > tried.priced.bound) continue;
        expect(Math.abs((whole?.loss ?? Infinity) - least)).toBeLessThan(ROUNDING);
        expect(whole?.chosen).toHaveLength(block.lines.length);
        expect(Math.abs(lossOf(tried, block, whole?.chosen ?? []) - least)).toBeLessThan(ROUNDING);
        if (least > from) further++;
      }
      alone++;
    }
    expect(alone).toBeGreaterThan(300);
    expect(further).toBeGreaterThan(300);
  });

  it("are none where every choice asks for more than there is", () => {
    let none = 0;
    for (const { tried, block } of blocks) {
      if (block.row < 0 || block.isShared) continue;
      const impossible = { ...tried.priced, limits: tried.priced.limits.map(() => -1) };
      expect(chooseWhole(impossible, block, 1)).toBeNull();
      none++;
    }
    expect(none).toBeGreaterThan(300);
  });

  it("are the best options where lines of others draw on the budget too, or they draw on none", () => {
    let left = 0;
    for (const { tried, block } of blocks) {
      if (block.row >= 0 && !block.isShared) continue;
      const best = block.lines.map(([option]) => option);
      expect(chooseWhole(tried.priced, block, 1)).toEqual({ loss: 0, chosen: best });
      left += best.length;
    }
    expect(left).toBeGreaterThan(300);
  });
});
