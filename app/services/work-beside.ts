import type { Choice } from "../../scenarios/optimise/plan";
import type { Priorities, Scenario } from "../../scenarios/model/scenario";
import { workOutFrontier } from "../../scenarios/optimise/budget-frontier";
import { prioritise } from "../../scenarios/optimise/prioritise";
import { workOutSensitivity } from "../../scenarios/optimise/sensitivity";
import { loadSolver } from "../../scenarios/optimise/solver";
import type { Moves } from "../../scenarios/optimise/what-moves";

/** What a process beside the server is asked: the best plan, what moves with a budget or with all, or how much a plan depends on what was agreed. */
export type BesideTask =
  | { readonly kind: "plan"; readonly scenario: Scenario }
  | { readonly kind: "frontier"; readonly scenario: Scenario; readonly budget: Moves }
  | { readonly kind: "sensitivity"; readonly scenario: Scenario; readonly shown: readonly Choice[] };

/** What it sends back: how far it is, any number of times, then its answer. */
export type BesideMessage =
  | { readonly progress: { readonly done: number; readonly of: number } }
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
      return finished(workOutFrontier(prioritiesOf(task), task.budget, await loadSolver()));
    case "sensitivity":
      return finished(workOutSensitivity(prioritiesOf(task), task.shown, await loadSolver()));
  }
}

function prioritiesOf({ scenario: { priorities } }: BesideTask): Priorities {
  if (priorities === undefined) throw new Error("nothing to prioritise");
  return priorities;
}

/** Told every tenth step: a message costs more than most steps. */
const TOLD_EVERY = 10;

function finished<Answer>(work: Generator<{ readonly done: number; readonly of: number }, Answer>): Answer {
  let steps = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    if (++steps % TOLD_EVERY === 0) send({ progress: step.value });
  }
}
