import { beforeAll, describe, expect, it } from "vitest";
import type { Priorities } from "../../../scenarios/model/scenario";
import type { Choice } from "../../../scenarios/optimise/plan";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { DRAWS, type Sensitivity, workOutSensitivity } from "../../../scenarios/optimise/sensitivity";
import { loadSolver, type Solver } from "../../../scenarios/optimise/solver";
import { found, scenarioWith } from "../../support/scenarios";
import { tableOfSection9 } from "./table-of-section-9";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

async function worked(priorities: Priorities) {
  const { chosen } = await prioritise(scenarioWith({ priorities }), solver);
  const work = workOutSensitivity(priorities, chosen, solver);
  let last = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return { chosen, sensitivity: found(step.value), last };
    expect(step.value.done).toBe(last + 1);
    expect(step.value.done).toBeLessThanOrEqual(step.value.of);
    last = step.value.done;
  }
}

/** The best benefit, and that of one plan, with a weight moved and the others in their proportions: every plan compared, in plain numbers. */
function benefitsAt(priorities: Priorities, moved: { id: string; weight: number }, plan: readonly Choice[]) {
  const agreed = Number(found(priorities.criteria.find(({ id }) => id === moved.id)).weight);
  const weightOf = ({ id, weight }: Priorities["criteria"][number]): number =>
    id === moved.id ? moved.weight : (Number(weight) * (100 - moved.weight)) / (100 - agreed);
  const lines = priorities.lines.map(({ id, mustFund, levels: [level] }) => ({
    id,
    mustFund,
    cost: Number(level?.costs["envelope"]),
    score: priorities.criteria.reduce(
      (sum, criterion) => sum + (weightOf(criterion) * Number(level?.scores?.[criterion.id])) / 100,
      0,
    ),
  }));
  const budget = Number(found(priorities.budgets[0]).amount);
  let best = 0;
  for (let set = 0; set < 2 ** lines.length; set++) {
    const taken = lines.filter((_, place) => (set >> place) & 1);
    if (lines.some((line) => line.mustFund === true && !taken.includes(line))) continue;
    if (taken.reduce((sum, { cost }) => sum + cost, 0) > budget) continue;
    best = Math.max(
      best,
      taken.reduce((sum, { score }) => sum + score, 0),
    );
  }
  const own = lines
    .filter(({ id }) => plan.some(({ line }) => line === id))
    .reduce((sum, { score }) => sum + score, 0);
  return { best, own };
}

describe("the sensitivity of the plan of rules §9 at £850,000", () => {
  const priorities = tableOfSection9(850);
  let chosen: readonly Choice[];
  let sensitivity: Sensitivity;
  beforeAll(async () => {
    ({ chosen, sensitivity } = await worked(priorities));
  });

  it("funds in every draw what must be funded, and never more draws than there are", () => {
    expect(sensitivity.draws).toBe(DRAWS);
    expect(sensitivity.funded.get("refuge")).toBe(DRAWS);
    expect(sensitivity.funded.get("advocacy")).toBe(DRAWS);
    for (const times of sensitivity.funded.values()) expect(times).toBeLessThanOrEqual(DRAWS);
  });

  it("finds the plan shown in no more draws than its least sure line is funded", () => {
    const least = Math.min(...chosen.map(({ line }) => sensitivity.funded.get(line) ?? 0));
    expect(sensitivity.samePlan).toBeLessThanOrEqual(least);
    expect(sensitivity.samePlan).toBeGreaterThan(0);
  });

  it("names the first tenth of a weight at which another plan is better, as comparing every plan does", () => {
    let points = 0;
    for (const [id, range] of sensitivity.weights) {
      for (const side of ["below", "above"] as const) {
        const point = range[side];
        const step = side === "below" ? 0.1 : -0.1;
        const end = point === null ? (side === "below" ? 0 : 100) : Number(point.weight) + step;
        const before = benefitsAt(priorities, { id, weight: end }, chosen);
        expect(before.own).toBeCloseTo(before.best, 3);
        if (point === null) continue;
        points++;
        const there = benefitsAt(priorities, { id, weight: Number(point.weight) }, chosen);
        expect(there.best).toBeGreaterThan(there.own);
        const other = benefitsAt(priorities, { id, weight: Number(point.weight) }, point.chosen);
        expect(other.own).toBeCloseTo(other.best, 3);
      }
    }
    expect(points).toBeGreaterThan(0);
  });

  it("says what becomes of the plan when one line is a tenth dearer or cheaper", async () => {
    const dearer: Priorities = {
      ...priorities,
      lines: priorities.lines.map((line) =>
        line.id === "helpline"
          ? { ...line, levels: line.levels.map((level) => ({ ...level, costs: { envelope: "165000.00" } })) }
          : line,
      ),
    };
    const { chosen: then } = await prioritise(scenarioWith({ priorities: dearer }), solver);
    expect(sensitivity.costs.get("helpline")?.dearer).toEqual(then);
    // £843,000 leaves £7,000: a tenth of the £25,000 for training fits, so nothing moves.
    expect(sensitivity.costs.get("training")?.dearer).toEqual(chosen);
  });

  it("is the same each time", async () => {
    expect((await worked(priorities)).sensitivity).toEqual(sensitivity);
  });
});

it("a plan that one tenth more would break says that no plan obeys the rules then", async () => {
  const { sensitivity } = await worked(tableOfSection9(430));
  expect(sensitivity.costs.get("refuge")?.dearer).toBeNull();
  expect(sensitivity.costs.get("refuge")?.cheaper).not.toBeNull();
});

it("a criterion that has all the weight cannot be moved against others", async () => {
  const table = tableOfSection9(850);
  const criteria = table.criteria.map((criterion) => ({
    ...criterion,
    weight: criterion.id === "safety" ? "100" : "0",
  }));
  const { sensitivity } = await worked({ ...table, criteria });
  expect(sensitivity.weights.get("safety")).toEqual({ below: null, above: null });
});

it("figures with too many digits to be varied exactly are said to be so", async () => {
  const table = tableOfSection9(850);
  const lines = table.lines.map((line, place) => ({
    ...line,
    levels: line.levels.map((level) => ({ ...level, people: `912345.678${place}` })),
  }));
  const priorities: Priorities = { ...table, lines, benefit: "score-times-people" };
  const { chosen } = await prioritise(scenarioWith({ priorities }), solver);
  const work = workOutSensitivity(priorities, chosen, solver);
  expect(work.next()).toEqual({ done: true, value: null });
});
