import { bestPlan } from "../../scenarios/optimise/best-plan";
import { withOpenProblem } from "../../scenarios/optimise/open-problem";
import { buildProblem, type Problem } from "../../scenarios/optimise/problem";
import { loadSolver } from "../../scenarios/optimise/solver";
import { largePriorities } from "./large-priorities";
import { typicalPriorities } from "./typical-priorities";
import { byCbc, byYalps, type RivalAnswer } from "./rivals";

/** Lines, budgets, and whether yalps is asked at all: beyond 50 lines it takes its whole minute. */
const CASES = [
  { lines: 50, budgets: 5, yalps: true },
  { lines: 50, budgets: 8, yalps: false },
  { lines: 50, budgets: 10, yalps: false },
  { lines: 200, budgets: 5, yalps: false },
  { lines: 200, budgets: 10, yalps: false },
] as const;

/** Takes minutes: `npm run bench -- --large`. */
const LARGE_CASE = { lines: 1000, budgets: 8, yalps: false } as const;

const KINDS = [
  { kind: "most money in one general budget", prioritiesOf: typicalPriorities },
  { kind: "all money ring-fenced to the pound", prioritiesOf: largePriorities },
] as const;

/** Best plans of large prioritisations, proved, beside other solvers on the same problems in the same run. */
export async function benchPriorities(): Promise<void> {
  const solver = await loadSolver();
  let [agreed, differing] = [0, 0];
  const cases = process.argv.includes("--large") ? [...CASES, LARGE_CASE] : CASES;
  const all = KINDS.flatMap((kind) => cases.map((each, place) => ({ ...kind, ...each, seed: place + 1 })));
  for (const { kind, prioritiesOf, lines, budgets, yalps, seed } of all) {
    const problem = buildProblem(prioritiesOf({ lines, budgets, seed }));
    const start = performance.now();
    const { picks, proof } = withOpenProblem(problem, solver, bestPlan);
    const own = performance.now() - start;
    const units = unitsOf(problem, picks ?? []);
    console.log(
      `${lines} lines × 3 levels × ${budgets} budgets, ${kind}: proved by ${proof} in ${own.toFixed(0)} ms`,
    );
    const rivals: readonly (readonly [string, RivalAnswer | null])[] = [
      ["CBC", byCbc(problem)],
      ["yalps", yalps ? byYalps(problem) : null],
    ];
    for (const [name, answer] of rivals) {
      if (answer === null) continue;
      console.log(`  ${name}: ${wordsOf(answer, { own, units })}`);
      if (!("units" in answer)) continue;
      if (answer.units === units) agreed++;
      else differing++;
    }
  }
  console.log(`${agreed} optima equal, ${differing} not`);
}

const unitsOf = ({ pairs }: Problem, picks: readonly number[]): number =>
  picks.reduce((sum, place) => sum + (pairs[place]?.units ?? 0), 0);

function wordsOf(
  answer: RivalAnswer,
  { own, units }: { readonly own: number; readonly units: number },
): string {
  const took = `${answer.milliseconds.toFixed(0)} ms, ours × ${(answer.milliseconds / own).toFixed(2)}`;
  if ("gaveUp" in answer) return `${took}, ${answer.gaveUp}`;
  return answer.units === units
    ? `${took}, the same optimum`
    : `${took}, DISAGREES: ${answer.units} units, ours ${units}`;
}
