import type { Picks } from "./evaluate-plan";
import type { Proof } from "./plan";
import type { Problem } from "./problem";
import { buildProgram, type PlanProgram } from "./program";
import type { OpenProgram, Solver } from "./solver";

/** A problem that is open in the solver: rules may be lifted and limits set between one question and the next. */
export type OpenProblem = {
  readonly problem: Problem;
  readonly program: PlanProgram;
  readonly open: OpenProgram;
  /** For programs of its parts. */
  readonly solver: Solver;
};

/** The plan that §9 shows, null when none obeys the rules, and whether another one brings as much. */
export type BestPlan = {
  readonly picks: Picks | null;
  readonly ties: boolean;
  readonly proof: Proof;
  /** Null where the plan is proved to be the best; otherwise no plan brings more, in units of benefit. */
  readonly noMoreThan: number | null;
};

/** Opens a problem for a piece of work and closes it afterwards. */
export function withOpenProblem<Answer>(
  problem: Problem,
  solver: Solver,
  work: (opened: OpenProblem) => Answer,
): Answer {
  const program = buildProgram(problem);
  const open = solver.open(program.program);
  try {
    return work({ problem, program, open, solver });
  } finally {
    open.close();
  }
}
