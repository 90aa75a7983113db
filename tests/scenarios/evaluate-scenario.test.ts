import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { COST_KINDS } from "../../scenarios/model/ledger";
import { sumPence } from "../../scenarios/model/money";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";
import { deepFreeze } from "../support/deep-freeze";
import { largePlan } from "../support/large-plan";
import { evaluated, scenarioWith } from "../support/scenarios";

const FOLDER = new URL("../../scenarios/examples/", import.meta.url);
const EXAMPLES = [
  ...readdirSync(new URL("small/", FOLDER)).filter((name) => /^s\d+.*(?<!\.(result|plan))\.json$/.test(name)),
].map((name) => JSON.parse(readFileSync(new URL(`small/${name}`, FOLDER), "utf8")) as Scenario);
const LEICESTERSHIRE = JSON.parse(readFileSync(new URL("llr-2015-s3.json", FOLDER), "utf8")) as Scenario;

/** Values that a person or a program might put anywhere. */
const ODD_VALUES = [
  ...[
    "0",
    "0.00",
    "1",
    "100",
    "99999999.99",
    "-5",
    "2.5",
    "0.000001",
    "1000000000000",
    "equal",
    "population",
    "",
  ],
  ...[
    "2015-04-01",
    "2016-02-29",
    "2015-02-29",
    "2015-06",
    "2015/16",
    "2016/17",
    "B",
    "undecided",
    "re-spread",
    "scale",
  ],
  ...[null, true, false, 0, 1, -1, 3.5, [], {}, ["B"], ["A", "B"], { rest: true }],
] as const;

/** Values of the kind that stands there: half of the edits keep the form, so that many of them are accepted. */
const LIKELY_VALUES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, ["2015-04-01", "2015-09-26", "2016-02-29", "2016-03-31", "2017-11-15"]],
  [/^\d{4}-\d{2}$/, ["2015-01", "2015-06", "2016-02", "2016-12"]],
  [/^\d+\.\d{2}$/, ["0.00", "0.01", "99.99", "61000.03", "1234567.89"]],
  [/^\d+(\.\d+)?$/, ["0", "1", "7", "33.3", "250", "100000"]],
];

function likelyFor(leaf: unknown, choice: number, odd: unknown): unknown {
  const values = LIKELY_VALUES.find(([form]) => typeof leaf === "string" && form.test(leaf))?.[1];
  return values === undefined || choice % 2 === 0 ? odd : values[choice % values.length];
}

describe("an evaluation", () => {
  it("of an empty plan is all zeros, without a failed check", () => {
    const evaluation = evaluated(scenarioWith());
    expect(evaluation.ledger).toEqual([]);
    expect(evaluation.funding.unfunded).toEqual([0n]);
    expect(evaluation.coverage.counts).toEqual({ covered: 0, unconfirmed: 0, gap: 0 });
  });

  it("of one month that lies in a leap February works like any other", () => {
    const { timeline } = evaluated(scenarioWith({ horizon: { start: "2016-02", end: "2016-02" } }));
    expect(timeline.lastDay - timeline.firstDay + 1).toBe(29);
  });

  it("counts every pound of the large plan twice, as cost and as the money that pays for it", () => {
    const evaluation = evaluated(largePlan());
    expectSound(evaluation);
    const total = (isCost: boolean) =>
      sumPence(
        evaluation.ledger
          .filter(({ kind }) => COST_KINDS.includes(kind) === isCost)
          .map(({ amount }) => amount),
      );
    const beyond = sumPence(
      [...evaluation.funding.provisions.values()]
        .flat()
        .map(({ cost, contributions }) => (contributions > cost ? contributions - cost : 0n)),
    );
    expect(total(true) + beyond).toBe(total(false));
  });

  it("does not depend on the order of provisions, areas, activities, sources or demand in the file", () => {
    const plain = evaluated(LEICESTERSHIRE);
    const turned = evaluated({
      ...LEICESTERSHIRE,
      provisions: LEICESTERSHIRE.provisions.toReversed(),
      areas: LEICESTERSHIRE.areas.toReversed(),
      activities: LEICESTERSHIRE.activities.toReversed(),
      demand: (LEICESTERSHIRE.demand ?? []).toReversed(),
      fundingSources: (LEICESTERSHIRE.fundingSources ?? []).toReversed(),
    });
    expect(turned.funding.provisions).toEqual(plain.funding.provisions);
    expect(turned.coverage.gaps).toEqual(plain.coverage.gaps);
    expect(turned.contributions).toEqual(plain.contributions);
    turned.capacity.forEach(({ capacity }, place) => {
      capacity.forEach((amount, month) =>
        expect(amount).toBeCloseTo(plain.capacity[place]?.capacity[month] ?? NaN, 6),
      );
    });
  });

  it("of any edit of an example is issues or a sound result: it never throws, and no figure is not a number", () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...EXAMPLES),
        fc.array(fc.record({ leaf: fc.nat(), choice: fc.nat(), odd: fc.constantFrom(...ODD_VALUES) }), {
          minLength: 1,
          maxLength: 2,
        }),
        (example, edits) => {
          const document = edits.reduce<unknown>(
            (edited, { leaf, choice, odd }) =>
              replaceLeaf(edited, leaf, (old) => likelyFor(old, choice, odd)),
            example,
          );
          const checked = validateScenario(document);
          if (!checked.ok) {
            expect(checked.issues.every(({ message }) => message.length > 0)).toBe(true);
            return;
          }
          accepted++;
          const scenario = deepFreeze(structuredClone(checked.scenario));
          expectSound(evaluateScenario(scenario));
        },
      ),
      { seed: 10, numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(300);
  });
});

function expectSound({ checks, capacity, timeline }: Evaluation): void {
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  for (const {
    demand,
    served,
    waiting,
    left,
    turnedAway,
    entitlement,
    capacity: given,
    ...series
  } of capacity) {
    for (let month = 0; month < timeline.months.length; month++) {
      const figures = [demand, served, waiting, left, turnedAway, entitlement, given].map(
        (figure) => figure[month] ?? NaN,
      );
      if (!figures.every((figure) => Number.isFinite(figure) && figure >= -1e-6)) {
        throw new Error(`${series.area} ${series.activity} ${month}: ${figures.join(", ")}`);
      }
    }
    if (series.turnAway) continue;
    for (let month = 1; month < timeline.months.length; month++) {
      const came = (waiting[month - 1] ?? NaN) + (demand[month] ?? NaN);
      const went = (served[month] ?? NaN) + (waiting[month] ?? NaN) + (left[month] ?? NaN);
      expect(Math.abs(came - went)).toBeLessThanOrEqual(1e-6 * Math.max(1, came));
    }
  }
}

/** The document with its n-th leaf (counted round and round) replaced. */
function replaceLeaf(document: unknown, leaf: number, change: (old: unknown) => unknown): unknown {
  const paths = leavesOf(document);
  return replaceAt(document, paths[leaf % paths.length] ?? [], change);
}

function leavesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function replaceAt(
  document: unknown,
  [key, ...rest]: readonly string[],
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return change(document);
  const inner = (document as Record<string, unknown>)[key];
  const replaced = replaceAt(inner, rest, change);
  if (Array.isArray(document)) return document.with(Number(key), replaced) as unknown;
  return { ...(document as object), [key]: replaced };
}
