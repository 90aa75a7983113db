import { describe, expect, it } from "vitest";
import { withoutBettered } from "../../../../scenarios/optimise/search/dominance";
import {
  cheapestLeft,
  type LossCurve,
  lossWith,
  noLines,
  withLine,
} from "../../../../scenarios/optimise/search/loss-curve";
import {
  columnsOf,
  nothingDecided,
  type PartialPlans,
  withNextLine,
} from "../../../../scenarios/optimise/search/partial-plans";
import type { Option } from "../../../../scenarios/optimise/search/priced";
import {
  mustLoseAtLeast,
  type Stage,
  type Walk,
  walkThrough,
} from "../../../../scenarios/optimise/search/stages";
import { type Question, setOut, walk } from "../../../../scenarios/optimise/search/walk";
import { drawFrom } from "../random-priorities";
import { takes, type TriedProgram, triedProgram } from "./tried-programs";

// Each bound that the search gives plans up by, beside every plan there is. Prices are drawn, not those of HiGHS.

const PROGRAMS = 1000;
const ROUNDING = 1e-6;
/** Each program with what plans may lose: little, so that lines are settled and budgets cannot be used up, to everything. */
const searches = Array.from({ length: PROGRAMS }, (_, at) => {
  const tried = triedProgram(at + 1);
  const losses = tried.plans.map(({ loss }) => loss).sort((a, b) => a - b);
  const reach = (losses[Math.floor((losses.length * (at % 7)) / 12)] ?? 5) + ROUNDING;
  return { seed: at + 1, tried, reach, within: tried.plans.filter(({ loss }) => loss <= reach) };
});

describe("the prices of the rules", () => {
  it("bound every plan, whatever they are: none brings more", () => {
    for (const { seed, tried } of searches)
      expect({ seed, more: tried.plans.filter(({ loss }) => loss < -tried.priced.margin) }).toEqual({
        seed,
        more: [],
      });
  });
});

describe("what is settled before the first turn", () => {
  it("is chosen in every plan within reach, and nothing is within reach where the walk says so", () => {
    let settled = 0;
    for (const { seed, tried, reach, within } of searches) {
      const walked = walkThrough(tried.priced, tried.budgets, reach);
      if (walked === null) {
        expect({ seed, within }).toEqual({ seed, within: [] });
        continue;
      }
      settled += walked.settled.length;
      for (const option of walked.settled) {
        const line = lineOf(tried, option);
        expect({ seed, option, all: within.every((plan) => takes(plan, option, line)) }).toMatchObject({
          all: true,
        });
      }
    }
    expect(settled).toBeGreaterThan(PROGRAMS / 4);
  });

  it("with what each budget and each budget that nobody can use up must lose, is never more than the best plan loses", () => {
    let idle = 0;
    for (const { seed, tried, reach, within } of searches) {
      const walked = walkThrough(tried.priced, tried.budgets, reach);
      if (walked === null || within.length === 0) continue;
      if (walked.idle > 0) idle++;
      const least = Math.min(...within.map(({ loss }) => loss));
      const first = mustLoseAtLeast(tried.priced, tried.budgets, reach) ?? Infinity;
      expect({ seed, promised: Math.max(first, walked.mustLose) - least <= ROUNDING }).toEqual({
        seed,
        promised: true,
      });
    }
    expect(idle).toBeGreaterThan(100);
  });
});

describe("a partial plan", () => {
  it("is there at each turn for every plan within reach, and must lose no more than that plan loses", () => {
    const unsound: object[] = [];
    let [beginnings, idle] = [0, 0];
    for (const { seed, tried, reach, within } of searches) {
      const walked = walkThrough(tried.priced, tried.budgets, reach);
      if (walked === null) continue;
      if (walked.idle > 0) idle += within.length;
      let partial = nothingDecided(walked, COSTS);
      walked.stages.forEach((stage, turn) => {
        partial = withNextLine(partial, stage, { costs: COSTS, reach });
        const promised = losesAtLeast(walked, partial);
        const open = openColumns(tried, walked.stages.slice(turn + 1));
        for (const plan of within) {
          const mustLose = promised.get(keyOf([...plan.columns].filter((column) => !open.has(column))));
          if (mustLose === undefined || mustLose > plan.loss + ROUNDING)
            unsound.push({ seed, turn, columns: [...plan.columns], loss: plan.loss, mustLose });
          beginnings++;
        }
      });
    }
    expect(unsound).toEqual([]);
    expect(beginnings).toBeGreaterThan(20_000);
    expect(idle).toBeGreaterThan(500);
  });

  it("that another betters is given up only where a plan at least as good is left, with its tie", () => {
    for (const { seed, tried, reach, within } of searches) {
      const walked = walkThrough(tried.priced, tried.budgets, reach);
      if (walked === null) continue;
      let partial = nothingDecided(walked, COSTS);
      for (const stage of walked.stages)
        partial = withoutBettered(withNextLine(partial, stage, { costs: COSTS, reach }), COSTS);
      const best = Math.max(...within.map(({ units }) => units));
      const found = Array.from(partial.units.subarray(0, partial.count));
      expect({ seed, best: Math.max(...found) }).toEqual({ seed, best });
      const [ofAll, ofFound] = [within.map(({ units }) => units), found].map(
        (units) => units.filter((each) => each === best).length > 1,
      );
      expect({ seed, ties: ofFound }).toEqual({ seed, ties: ofAll });
    }
  });
});

describe("a walk with room for few plans side by side", () => {
  it.each([1, 2, 3, Infinity])(
    "%d: finds the best plan, or says what those that it left aside may bring",
    (width) => {
      let leftAside = 0;
      for (const { seed, tried } of searches) {
        if (tried.plans.length === 0) continue;
        const best = Math.max(...tried.plans.map(({ units }) => units));
        const least = best - (seed % 5) * 8;
        const { best: found, unseen } = walk(setOut(questionOf(tried), least), {
          width,
          allowance: { plans: 1e6 },
        });
        if (unseen !== -Infinity) leftAside++;
        expect({ seed, sound: Math.max(found?.units ?? -Infinity, unseen) >= best }).toEqual({
          seed,
          sound: true,
        });
        if (found === null) continue;
        const plan = tried.plans.find(({ columns }) => keyOf([...columns]) === keyOf(found.columns));
        expect({ seed, units: plan?.units }).toEqual({ seed, units: found.units });
      }
      if (width === Infinity) expect(leftAside).toBe(0);
      else expect(leftAside).toBeGreaterThan(20);
    },
  );
});

describe("the loss curve of the last lines of a budget", () => {
  it("is just what the best choice of them loses, up to what may be lost", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { price, lines, most, reach } = drawnLines({ seed, count: 4, uses: 12 });
      const curve = curveOf({ price, lines, most, reach });
      const choices = everyChoice(lines);
      for (let left = 0; left <= most; left++) {
        const true_ = leastOf(choices, price, left);
        const promised = lossWith(curve, left);
        if (true_ > reach) expect(promised).toBeGreaterThan(reach - ROUNDING);
        else expect(Math.abs(promised - true_)).toBeLessThan(ROUNDING);
      }
    }
  });

  it("says the same of every amount that may be left where it knows the least of them", () => {
    let shorter = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const drawn = drawnLines({ seed, count: 4, uses: 12 });
      const least = drawFrom(seed)(drawn.most + 1);
      const [all, known] = [curveOf(drawn), curveOf({ ...drawn, least })];
      for (let left = least; left <= drawn.most; left++) {
        const promised = lossWith(all, left);
        if (promised > drawn.reach) expect(lossWith(known, left)).toBeGreaterThan(drawn.reach - ROUNDING);
        else expect(lossWith(known, left)).toBe(promised);
      }
      if (known.uses.length < all.uses.length) shorter++;
    }
    expect(shorter).toBeGreaterThan(100);
  });

  it("promises no more than what is lost where some may be left at no loss, but all that goes beyond it", () => {
    let more = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const drawn = drawnLines({ seed, count: 4, uses: 12 });
      const leeway = drawFrom(seed)(6);
      const [without, curve] = [curveOf(drawn), curveOf({ ...drawn, leeway })];
      const choices = everyChoice(drawn.lines);
      for (let left = 0; left <= drawn.most; left++) {
        const promised = lossWith(curve, left);
        const lost = choices
          .filter(({ use }) => use <= left)
          .map(({ use, shortfall }) => shortfall + drawn.price * Math.max(0, left - leeway - use));
        const least = Math.min(...lost);
        if (least <= drawn.reach) expect(promised).toBeLessThanOrEqual(least + ROUNDING);
        const beyond = lossWith(without, left) - drawn.price * leeway;
        expect(promised).toBeGreaterThan(Math.min(beyond, drawn.reach) - ROUNDING);
        if (promised > 0) more++;
      }
    }
    expect(more).toBeGreaterThan(100);
  });

  it("drawn together for its length, promises no more than that", () => {
    const { price, lines, most } = drawnLines({ seed: 7, count: 9, uses: 900_000 });
    const curve = curveOf({ price, lines, most, reach: Infinity });
    const choices = everyChoice(lines);
    const draw = drawFrom(3);
    for (let times = 0; times < 60; times++) {
      const left = draw(most + 1);
      expect(lossWith(curve, left)).toBeLessThanOrEqual(leastOf(choices, price, left) + ROUNDING);
    }
    expect(curve.uses.length).toBeLessThan(choices.length / 4);
  });

  it("between two amounts that may be left is the least at any of them", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const drawn = drawnLines({ seed, count: 4, uses: 12 });
      const curve = curveOf(drawn);
      const draw = drawFrom(seed);
      const from = draw(drawn.most + 1);
      const to = from + draw(drawn.most + 1 - from);
      const between = Array.from({ length: to - from + 1 }, (_, more) => lossWith(curve, from + more));
      const left = cheapestLeft(curve, from, to);
      expect(left >= from && left <= to).toBe(true);
      expect(lossWith(curve, left)).toBe(Math.min(...between));
    }
  });
});

/** By column; no program has so many. */
const COSTS = Array.from({ length: 30 }, (_, column) => column);

function questionOf({ priced, budgets }: TriedProgram): Question {
  return { priced, budgets, costs: COSTS, ids: COSTS };
}

function keyOf(columns: readonly number[]): string {
  return [...columns].sort((a, b) => a - b).join(" ");
}

/** What each partial plan must lose, by the columns chosen so far. */
function losesAtLeast(walked: Walk, partial: PartialPlans): Map<string, number> {
  const settled = walked.settled.flatMap((option) => option.columns);
  return new Map(
    Array.from({ length: partial.count }, (_, place) => [
      keyOf([...settled, ...columnsOf(partial, place)]),
      partial.mustLose[place] as number,
    ]),
  );
}

/** The columns of the lines whose turn is still to come, also those that are out of reach. */
function openColumns({ priced }: TriedProgram, stages: readonly Stage[]): Set<number> {
  const ofStages = new Set(stages.flatMap(({ options }) => options.flatMap((option) => option.columns)));
  const columns = (line: readonly Option[]): number[] => line.flatMap((option) => option.columns);
  return new Set(
    priced.groups
      .map(columns)
      .filter((line) => line.some((column) => ofStages.has(column)))
      .flat(),
  );
}

function lineOf({ priced }: TriedProgram, option: Option): readonly Option[] {
  return priced.groups.find((line) => line.includes(option)) ?? [];
}

function drawnLines(so: { readonly seed: number; readonly count: number; readonly uses: number }): {
  readonly price: number;
  readonly lines: readonly (readonly Option[])[];
  readonly most: number;
  readonly reach: number;
} {
  const draw = drawFrom(so.seed);
  const lines = Array.from({ length: so.count }, () =>
    Array.from(
      { length: 4 },
      (_, at): Option => ({
        columns: at === 0 ? [] : [at],
        weight: 0,
        shortfall: draw(90) / 10,
        values: new Map(at === 0 ? [] : [[0, draw(so.uses)]]),
      }),
    ),
  );
  return {
    price: draw(30) / 10 / so.uses,
    lines,
    most: Math.floor((so.uses * so.count) / 2),
    reach: 4 + draw(30),
  };
}

/** `least`: what is left at least of it before the first line; before the others it may be nothing. */
function curveOf(
  so: ReturnType<typeof drawnLines> & { readonly least?: number; readonly leeway?: number },
): LossCurve {
  return so.lines.reduce(
    (curve, options, at) =>
      withLine(curve, {
        options,
        row: 0,
        least: at === so.lines.length - 1 ? (so.least ?? 0) : 0,
        most: so.most,
        reach: so.reach,
      }),
    noLines(so.price, so.leeway ?? 0),
  );
}

type Choice = { readonly use: number; readonly shortfall: number };

function everyChoice(lines: readonly (readonly Option[])[]): Choice[] {
  return lines.reduce<Choice[]>(
    (choices, options) =>
      choices.flatMap(({ use, shortfall }) =>
        options.map((option) => ({
          use: use + (option.values.get(0) ?? 0),
          shortfall: shortfall + option.shortfall,
        })),
      ),
    [{ use: 0, shortfall: 0 }],
  );
}

function leastOf(choices: readonly Choice[], price: number, left: number): number {
  return choices.reduce(
    (least, { use, shortfall }) => (use > left ? least : Math.min(least, shortfall + price * (left - use))),
    Infinity,
  );
}
