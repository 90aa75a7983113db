import { describe, expect, it } from "vitest";
import {
  type CountTable,
  hideSmallNumbers,
  isSmall,
  NHS_RULE,
  ruleOf,
  shownCount,
  USUAL_RULE,
} from "../../../scenarios/disclosure/small-numbers";
import { followsFromBoth, isRecovered } from "./attacker";

const list = (...counts: number[]): CountTable => ({
  counts: counts.map((count) => [count]),
  hasTotalRow: true,
  hasTotalColumn: false,
});
const hiddenOf = (table: CountTable): boolean[] =>
  hideSmallNumbers(table, USUAL_RULE).map(([cell]) => cell === true);

describe("small numbers", () => {
  it("hides a count under five and the smallest other, so that their sum stays", () => {
    expect(hiddenOf(list(3, 9, 20, 32))).toEqual([true, true, false, false]);
  });

  it("shows nothing and five, and hides one to four", () => {
    expect(hiddenOf(list(0, 5, 20, 25))).toEqual([false, false, false, false]);
    expect([0, 1, 4, 5].map((count) => isSmall(count, USUAL_RULE))).toEqual([false, true, true, false]);
  });

  it("hides the sum where nothing else can stand in for the small count", () => {
    expect(hiddenOf(list(3, 0, 3))).toEqual([true, false, true]);
    expect(hiddenOf(list(1, 1, 2, 4))).toEqual([true, true, true, true]);
  });

  it("hides one to seven and rounds the others to five by the rule of the NHS", () => {
    expect(ruleOf(8)).toEqual(NHS_RULE);
    expect([1, 7, 8].map((count) => isSmall(count, NHS_RULE))).toEqual([true, true, false]);
    expect([0, 8, 12, 13].map((count) => shownCount(count, NHS_RULE))).toEqual([0, 10, 10, 15]);
    expect(shownCount(13, ruleOf(5))).toBe(13);
  });

  it("keeps hidden what an earlier release hid, though the count has grown", () => {
    const before = list(3, 9, 20, 32);
    const hidden = hideSmallNumbers(before, USUAL_RULE);
    const after = hideSmallNumbers(list(6, 9, 20, 35), USUAL_RULE, { counts: before.counts, hidden });
    expect(after.map(([cell]) => cell)).toEqual([true, true, false, false]);
  });

  it("does not hide a new small count behind one that people may remember", () => {
    const before = list(8, 9, 20, 37);
    const earlier = { counts: before.counts, hidden: hideSmallNumbers(before, USUAL_RULE) };
    const now = hideSmallNumbers(list(3, 9, 26, 38), USUAL_RULE, earlier);
    expect(now.map(([cell]) => cell)).toEqual([true, false, true, false]);
  });
});

describe("an attacker", () => {
  it("recovers no small count of 10,000 random tables from their sums and percentages of them", () => {
    const random = seeded(20150128);
    let small = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const table = randomTable(random);
      const hidden = hideSmallNumbers(table, USUAL_RULE);
      for (const place of smallPlaces(table)) {
        small += 1;
        if (isRecovered(table, hidden, place)) expect.fail(JSON.stringify({ table, hidden, place }));
      }
    }
    expect(small).toBeGreaterThan(15_000);
  }, 120_000);

  it("would recover them, if only the small counts were hidden", () => {
    const random = seeded(20150128);
    const recovered = Array.from({ length: 200 }, () => randomTable(random)).filter((table) => {
      const hidden = table.counts.map((row) => row.map((count) => isSmall(count, USUAL_RULE)));
      return smallPlaces(table).some((place) => isRecovered(table, hidden, place));
    });
    expect(recovered.length).toBeGreaterThan(50);
  });

  it("recovers none from two releases, even when told what has not changed between them", () => {
    const random = seeded(7);
    let small = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const before = randomTable(random);
      const after = changed(before, random);
      const first = { table: before, hidden: hideSmallNumbers(before, USUAL_RULE) };
      const earlier = { counts: before.counts, hidden: first.hidden };
      const second = { table: after, hidden: hideSmallNumbers(after, USUAL_RULE, earlier) };
      for (const [at, table] of [
        [1, before],
        [2, after],
      ] as const) {
        for (const place of smallPlaces(table)) {
          small += 1;
          if (followsFromBoth(first, second, at, place))
            expect.fail(`release ${at}, ${JSON.stringify({ first, second, place })}`);
        }
      }
    }
    expect(small).toBeGreaterThan(10_000);
  }, 120_000);
});

function smallPlaces({ counts }: CountTable): (readonly [number, number])[] {
  return counts.flatMap((row, at) =>
    row.flatMap((count, to) => (isSmall(count, USUAL_RULE) ? [[at, to] as const] : [])),
  );
}

/** Mulberry32: the same tables on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Areas by activities or years, most counts small; a list, or a table with sums on one or two sides. */
function randomTable(random: () => number): CountTable {
  const whole = (below: number): number => Math.floor(random() * below);
  const [rows, columns] = [1 + whole(5), random() < 0.3 ? 1 : 1 + whole(4)];
  const count = (): number => (random() < 0.15 ? 0 : random() < 0.5 ? whole(7) : whole(60));
  const body = Array.from({ length: rows }, () => Array.from({ length: columns }, count));
  const hasTotalColumn = columns > 1 && random() < 0.6;
  return withTotals(body, { hasTotalRow: !hasTotalColumn || random() < 0.8, hasTotalColumn });
}

function withTotals(
  body: readonly (readonly number[])[],
  { hasTotalRow, hasTotalColumn }: Omit<CountTable, "counts">,
): CountTable {
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
  const across = body.map((row) => (hasTotalColumn ? [...row, sum(row)] : row));
  const down = (across[0] ?? []).map((_, to) => sum(across.map((row) => row[to] ?? 0)));
  return { counts: hasTotalRow ? [...across, down] : across, hasTotalRow, hasTotalColumn };
}

/** The same table a year later: most counts as they were, some others. */
function changed({ counts, hasTotalRow, hasTotalColumn }: CountTable, random: () => number): CountTable {
  const body = (hasTotalRow ? counts.slice(0, -1) : counts).map((row) =>
    (hasTotalColumn ? row.slice(0, -1) : row).map((count) =>
      random() < 0.3 ? Math.max(0, count + Math.floor(random() * 9) - 4) : count,
    ),
  );
  return withTotals(body, { hasTotalRow, hasTotalColumn });
}
