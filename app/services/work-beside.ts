import type { Choice } from "../../scenarios/optimise/plan";
import type { Scenario } from "../../scenarios/model/scenario";
import { prioritise } from "../../scenarios/optimise/prioritise";
import { type Sensitivity, workOutSensitivity } from "../../scenarios/optimise/sensitivity";
import { loadSolver } from "../../scenarios/optimise/solver";

/** What a process beside the server is asked: the best plan, or how much a plan depends on what was agreed. */
export type BesideTask =
  | { readonly kind: "plan"; readonly scenario: Scenario }
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
  return task.kind === "plan" ? prioritise(task.scenario) : sensitivity(task);
}

async function sensitivity({
  scenario: { priorities },
  shown,
}: Extract<BesideTask, { kind: "sensitivity" }>): Promise<Sensitivity | null> {
  if (priorities === undefined) throw new Error("nothing to prioritise");
  const work = workOutSensitivity(priorities, shown, await loadSolver());
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    if (step.value.done % 10 === 0) send({ progress: step.value });
  }
}
