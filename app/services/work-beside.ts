import type { Priorities, Scenario } from "../../scenarios/model/scenario";
import { frontierSoFar, workOutFrontier } from "../../scenarios/optimise/budget-frontier";
import type { Choice } from "../../scenarios/optimise/plan";
import { prioritise } from "../../scenarios/optimise/prioritise";
import { workOutSensitivity } from "../../scenarios/optimise/sensitivity";
import { loadSolver } from "../../scenarios/optimise/solver";
import type { Moves } from "../../scenarios/optimise/what-moves";

/** What a process beside the server is asked: the best plan, what moves with a budget or with all, or how much a plan depends on what was agreed. */
export type BesideTask =
  | { readonly kind: "plan"; readonly scenario: Scenario }
  | { readonly kind: "frontier"; readonly scenario: Scenario; readonly budget: Moves }
  | { readonly kind: "sensitivity"; readonly scenario: Scenario; readonly shown: readonly Choice[] };

type Progress = { readonly done: number; readonly of: number };

/** What it sends back: how far it is, any number of times, with as much of the answer as is known; then its answer. */
export type BesideMessage =
  | { readonly progress: Progress; readonly soFar?: unknown }
  | { readonly answer: unknown };

const send = (message: BesideMessage): void => void process.send?.(message);

/** A process that works out one task: it is sent the task, tells how far it is, sends back the answer, and ends. */
process.once("message", (task: BesideTask) => {
  workOut(task).then(
    (answer) => process.send?.({ answer } satisfies BesideMessage, () => process.disconnect()),
    (fault: unknown) => {
      console.error(fault);
      process.exitCode = 1;
      process.disconnect();
    },
  );
});

async function workOut(task: BesideTask): Promise<unknown> {
  switch (task.kind) {
    case "plan":
      return prioritise(task.scenario);
    case "frontier":
      return finished(workOutFrontier(prioritiesOf(task), task.budget, await loadSolver()), (step) =>
        frontierSoFar(task.budget, step),
      );
    case "sensitivity":
      return finished(
        workOutSensitivity(prioritiesOf(task), task.shown, await loadSolver()),
        () => undefined,
      );
  }
}

function prioritiesOf({ scenario: { priorities } }: BesideTask): Priorities {
  if (priorities === undefined) throw new Error("nothing to prioritise");
  return priorities;
}

/** The first step is told at once, then so often: a message costs more than most steps, and the page looks again every two seconds. */
const TOLD_EVERY_MILLISECONDS = 1000;

function finished<Step extends Progress, Answer>(
  work: Generator<Step, Answer>,
  soFar: (step: Step) => unknown,
): Answer {
  let told = -Infinity;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - told < TOLD_EVERY_MILLISECONDS) continue;
    const { done, of } = step.value;
    send({ progress: { done, of }, soFar: soFar(step.value) });
    told = performance.now();
  }
}
