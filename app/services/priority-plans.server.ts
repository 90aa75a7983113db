import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { rational } from "../../scenarios/model/rational";
import type { Priorities, Scenario } from "../../scenarios/model/scenario";
import type { BudgetFrontier } from "../../scenarios/optimise/budget-frontier";
import type { Plan, Selection, WayOut } from "../../scenarios/optimise/plan";
import { prioritise } from "../../scenarios/optimise/prioritise";
import type { Sensitivity } from "../../scenarios/optimise/sensitivity";
import { keepLongWorks, type LongWorks, oneAfterTheOther, type Run } from "./long-works.server";
import type { BesideMessage, BesideTask } from "./work-beside";

/** Best plans, and how much each depends on what was agreed, by content: what follows from a document never changes. */
export type PriorityPlans = {
  readonly plans: LongWorks<Scenario, Plan>;
  /** Null where the figures have too many digits to be varied exactly. */
  readonly sensitivities: LongWorks<Extract<BesideTask, { kind: "sensitivity" }>, Sensitivity | null>;
  /** What moves with one of several budgets, or with all together. */
  readonly frontiers: LongWorks<Extract<BesideTask, { kind: "frontier" }>, BudgetFrontier>;
  /** Stops all that is still being worked out. */
  readonly stop: () => void;
};

/** So many levels of lines in one budget take less time than a page; more are worked out beside the server. */
const QUICK_LEVELS = 90;
const LONGEST_MINUTES = 20;

/** Keeps the most recently used, at most `room` of each. What is long is worked out beside the server, one after the other. */
export function keepPriorityPlans(room: number, clock: () => number = Date.now): PriorityPlans {
  const line = oneAfterTheOther();
  const plans = keepLongWorks<Scenario, Plan>({
    room,
    clock,
    line: (work) => work(),
    run: (scenario, options) =>
      isQuickPlan(scenario) ? prioritise(scenario) : line(() => planBeside(scenario, noAnswerYet(options))),
  });
  const sensitivities = keepLongWorks<Extract<BesideTask, { kind: "sensitivity" }>, Sensitivity | null>({
    room,
    clock,
    line,
    run: async (task, options) => (await workBeside(task, noAnswerYet(options))) as Sensitivity | null,
  });
  const frontiers = keepLongWorks<Extract<BesideTask, { kind: "frontier" }>, BudgetFrontier>({
    room,
    clock,
    line,
    run: async (task, { signal, onProgress }) => {
      const revived = (sent: unknown): BudgetFrontier => reviveFrontier(sent as BudgetFrontier);
      const told: Told = (done, of, soFar) =>
        onProgress(done, of, soFar === undefined ? undefined : revived(soFar));
      return revived(await workBeside(task, { signal, onProgress: told }));
    },
  });
  return {
    plans,
    sensitivities,
    frontiers,
    stop: () => {
      plans.stopAll();
      sensitivities.stopAll();
      frontiers.stopAll();
    },
  };
}

export function isQuickPlan({ priorities }: Scenario): boolean {
  return (
    priorities === undefined || (priorities.budgets.length === 1 && levelsOf(priorities) <= QUICK_LEVELS)
  );
}

const levelsOf = ({ lines }: Priorities): number => lines.reduce((sum, { levels }) => sum + levels.length, 0);

type Options = Parameters<Run<unknown, unknown>>[1];
type Told = Options["onProgress"];

type NoAnswerYet = Pick<Options, "signal"> & { readonly onProgress: (done: number, of: number) => void };

/** Of work that tells how far it is and nothing of its answer. */
const noAnswerYet = ({ signal, onProgress }: NoAnswerYet): Options => ({
  signal,
  onProgress: (done, of) => onProgress(done, of),
});

async function planBeside(scenario: Scenario, options: Options): Promise<Plan> {
  options.signal.throwIfAborted();
  return revivePlan((await workBeside({ kind: "plan", scenario }, options)) as Plan);
}

/** In a process of its own, so that everybody else's pages open meanwhile. */
function workBeside(task: BesideTask, { signal, onProgress }: Options): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("work-beside.ts", import.meta.url)), {
      execArgv: ["--import", "tsx"],
      env: { PATH: process.env["PATH"], NODE_ENV: process.env.NODE_ENV },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      timeout: LONGEST_MINUTES * 60_000,
      signal,
    });
    child.on("message", (message) => {
      const said = message as BesideMessage;
      if ("progress" in said) onProgress(said.progress.done, said.progress.of, said.soFar);
      else resolve(said.answer);
    });
    child.once("error", reject);
    child.once("exit", (code, ended) =>
      reject(
        new Error(
          `no ${task.kind} of ${task.scenario.id}: the process ended with ${code ?? ended ?? "nothing"}`,
        ),
      ),
    );
    child.send(task);
  });
}
/** Between processes an exact number loses what it can do, not what it is. */
function revivePlan(plan: Plan): Plan {
  return {
    ...plan,
    ...reviveSelection(plan),
    rankByScore: reviveSelection(plan.rankByScore),
    rankByScoreSkipping: reviveSelection(plan.rankByScoreSkipping),
    rankByValue: reviveSelection(plan.rankByValue),
    frontier: plan.frontier.map((point) => ({ ...point, benefit: revive(point.benefit) })),
    waysOut: plan.waysOut.map(reviveWayOut),
  };
}

function reviveFrontier(moved: BudgetFrontier): BudgetFrontier {
  return {
    ...moved,
    frontier: moved.frontier.map((point) => ({ ...point, benefit: revive(point.benefit) })),
    gaps: moved.gaps.map((gap) => ({ ...gap, noMoreThan: revive(gap.noMoreThan) })),
    less: moved.less.map((one) => ({ ...one, plan: one.plan === null ? null : reviveSelection(one.plan) })),
  };
}

const revive = ({ s, n, d }: Selection["benefit"]): Selection["benefit"] => rational(s * n, d);

const reviveSelection = ({ chosen, benefit, costs }: Selection): Selection => ({
  chosen,
  benefit: revive(benefit),
  costs,
});

function reviveWayOut(wayOut: WayOut): WayOut {
  if (!wayOut.enough || wayOut.way !== "lower" || wayOut.minimumBenefit === null) return wayOut;
  return { ...wayOut, minimumBenefit: revive(wayOut.minimumBenefit) };
}
