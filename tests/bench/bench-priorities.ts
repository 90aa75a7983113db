import { bestPlan } from "../../scenarios/optimise/best-plan";
import { frontierStairs } from "../../scenarios/optimise/frontier";
import { ceilingAt, frontierCeiling } from "../../scenarios/optimise/frontier-ceiling";
import { type BestPlan, withOpenProblem } from "../../scenarios/optimise/open-problem";
import { buildProblem, type Problem } from "../../scenarios/optimise/problem";
import { loadSolver, type Solver } from "../../scenarios/optimise/solver";
import { moverOf } from "../../scenarios/optimise/what-moves";
import { largePriorities } from "./large-priorities";
import { byCbc, byYalps, type RivalAnswer } from "./rivals";
import { typicalPriorities } from "./typical-priorities";
import { yearlyPriorities } from "./yearly-priorities";

/** Lines, budgets, draws of each, and whether yalps is asked at all: beyond 50 lines and 5 budgets it takes its whole minute. */
const CASES = [
  { lines: 50, budgets: [5], draws: 3, yalps: true },
  { lines: 50, budgets: [8, 10], draws: 3, yalps: false },
  { lines: 200, budgets: [5, 8, 10], draws: 2, yalps: false },
] as const;

/** Rivals take their minute on most of them: `npm run bench -- --large`. With them there are forty of budgets, and more by year. */
const LARGE_CASES = [{ lines: 1000, budgets: [5, 6, 7, 8, 10], draws: 1, yalps: false }] as const;

/** At most so many draws of each, and no yalps by year: one problem takes seconds with five times as many budgets. */
const KINDS = [
  { kind: "most money in one general budget", prioritiesOf: typicalPriorities, draws: Infinity },
  { kind: "all money ring-fenced to the pound", prioritiesOf: largePriorities, draws: Infinity },
  { kind: "each with money for five years", prioritiesOf: yearlyPriorities, draws: 1 },
] as const;

/** Best plans of large prioritisations, proved, beside other solvers on the same problems in the same run. */
export async function benchPriorities(): Promise<void> {
  const solver = await loadSolver();
  benchFrontier(solver);
  const count = { proved: 0, agreed: 0, differing: 0 };
  const sizes = process.argv.includes("--large") ? [...CASES, ...LARGE_CASES] : CASES;
  const all = KINDS.flatMap(({ draws: most, ...kind }) =>
    sizes.flatMap(({ lines, budgets: numbers, draws, yalps }) =>
      numbers.flatMap((budgets) =>
        Array.from({ length: Math.min(draws, most) }, (_, draw) => ({
          ...{ ...kind, lines, budgets, seed: lines + budgets + 100 * draw },
          yalps: yalps && most === Infinity,
        })),
      ),
    ),
  );
  warmUp(solver);
  for (const { kind, prioritiesOf, lines, budgets, yalps, seed } of all) {
    const problem = buildProblem(prioritiesOf({ lines, budgets, seed }));
    const start = performance.now();
    const { picks, noMoreThan } = withOpenProblem(problem, solver, bestPlan);
    const own = performance.now() - start;
    const units = picks === null ? null : unitsOf(problem, picks);
    if (noMoreThan === null) count.proved++;
    console.log(
      `${lines} lines × 3 levels × ${budgets} budgets, ${kind}: ${provedWords(problem, { picks, noMoreThan })} in ${own.toFixed(0)} ms`,
    );
    const rivals: readonly (readonly [string, RivalAnswer | null])[] = [
      ["CBC", byCbc(problem)],
      ["yalps", yalps ? byYalps(problem) : null],
    ];
    for (const [name, answer] of rivals) {
      if (answer === null) continue;
      console.log(`  ${name}: ${wordsOf(answer, { own, units, noMoreThan })}`);
      if (disagrees(answer, { units, noMoreThan })) count.differing++;
      else if ("units" in answer) count.agreed++;
    }
  }
  console.log(
    `${count.proved} of ${all.length} proved; ${count.agreed} answers of rivals agree, ${count.differing} DISAGREE`,
  );
}

/** A planner that runs has found plans before: three others of each kind, so that none is timed while it is compiled. */
function warmUp(solver: Solver): void {
  for (const { prioritiesOf } of KINDS)
    for (const seed of [1, 2, 3])
      withOpenProblem(buildProblem(prioritiesOf({ lines: 50, budgets: 6, seed })), solver, bestPlan);
}

function provedWords(
  problem: Problem,
  { picks, noMoreThan }: Pick<BestPlan, "picks" | "noMoreThan">,
): string {
  if (noMoreThan === null) return picks === null ? "proved that no plan obeys the rules" : "proved";
  const gap = (noMoreThan - unitsOf(problem, picks ?? [])) / noMoreThan;
  return `NOT PROVED, at most ${(gap * 100).toFixed(4)} % below the best,`;
}

/** Few enough milliseconds each to be worth a mean. */
const CEILINGS = 20;

/** The best plans at fifty amounts of one budget: all at once beside one after the other, and beside their bounds alone. */
function benchFrontier(solver: Solver): void {
  const priorities = typicalPriorities({ lines: 50, budgets: 2, seed: 1 });
  const [general] = priorities.budgets;
  if (general === undefined) throw new Error("no budget");
  const amounts = Array.from({ length: 50 }, (_, at) =>
    Math.floor((Number(general.amount) * (at + 51)) / 100),
  );
  const lines = priorities.lines.map(({ requires: _, excludes: __, mustFund: ___, ...line }) => ({
    ...line,
    levels: line.levels.map((level) => ({
      ...level,
      costs: {
        [general.id]: String(Object.values(level.costs).reduce((sum, cost) => sum + Number(cost), 0)),
      },
    })),
  }));
  const problems = amounts.map((amount) =>
    buildProblem({ ...priorities, budgets: [{ ...general, amount: String(amount) }], equity: [], lines }),
  );
  const timed = (work: (problem: Problem) => unknown, of = problems): number => {
    const start = performance.now();
    of.forEach(work);
    return performance.now() - start;
  };
  const fresh = timed((problem) => withOpenProblem(problem, solver, bestPlan));
  const kept = timed(frontierStairs, problems.slice(0, 1));
  const [first] = problems;
  if (first === undefined) return;
  const mover = moverOf(first, general.id);
  const none = { ...first, budgets: mover.at(0n) };
  const bounds: number[] = [];
  const opening = timed(
    () =>
      withOpenProblem(none, solver, (opened) => {
        bounds.push(
          timed(() => {
            const ceiling = frontierCeiling(opened, mover);
            return problems.map(({ budgets }) => ceilingAt(ceiling, budgets[0]?.amount ?? 0n));
          }, [none]),
        );
      }),
    problems.slice(0, CEILINGS),
  );
  const bound = bounds.reduce((sum, time) => sum + time, 0) / CEILINGS;
  const ratio = (time: number): string =>
    `${time.toFixed(time < 100 ? 1 : 0)} ms, 1/${(fresh / time).toFixed(1)}`;
  console.log(`frontier of 50 budgets, 50 lines: fresh solves ${fresh.toFixed(0)} ms`);
  console.log(
    `  every budget at which the plan changes, exact: ${ratio(kept)}; what none can bring more than, at any: ${ratio(bound)}, and with opening the program: ${ratio(opening / CEILINGS)}`,
  );
}

const unitsOf = ({ pairs }: Problem, picks: readonly number[]): number =>
  picks.reduce((sum, place) => sum + (pairs[place]?.units ?? 0), 0);

type Ours = { readonly units: number | null; readonly noMoreThan: number | null };

/** A rival disagrees that proves something else than what we prove, or has a plan that brings more than we say is possible. */
function disagrees(answer: RivalAnswer, { units, noMoreThan }: Ours): boolean {
  const most = noMoreThan ?? units ?? -Infinity;
  if (!("units" in answer)) return answer.reached !== null && answer.reached > most;
  if (answer.units === null || units === null) return answer.units !== units;
  return answer.units < units || answer.units > most;
}

function wordsOf(answer: RivalAnswer, ours: Ours & { readonly own: number }): string {
  const took = `${answer.milliseconds.toFixed(0)} ms, ours × ${(answer.milliseconds / ours.own).toFixed(2)}`;
  const claim = disagrees(answer, ours) ? "DISAGREES: " : "";
  if ("units" in answer)
    return `${took}, ${claim}${answer.units === ours.units ? "the same answer" : `${answer.units ?? "no"} units, ours ${ours.units ?? "none"}`}`;
  const plan =
    answer.reached === null ? "no plan" : `a plan of ${answer.reached} units, ours ${ours.units ?? "none"}`;
  return `${took}, not proved (${answer.gaveUp}), ${claim}${plan}`;
}
