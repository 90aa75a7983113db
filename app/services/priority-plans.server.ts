import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { rational } from "../../scenarios/model/rational";
import type { Priorities, Scenario } from "../../scenarios/model/scenario";
import type { Plan, Selection, WayOut } from "../../scenarios/optimise/plan";
import { prioritise } from "../../scenarios/optimise/prioritise";

/** Best plans by content: what follows from a document never changes, so it is worked out once and kept a while. */
export type PriorityPlans = {
  readonly of: (contentHash: string, scenario: Scenario) => Promise<Plan>;
  /** Stops what is still being worked out. */
  readonly stop: () => void;
};

/** So many levels of lines in one budget take less time than a page; more are worked out beside the server. */
const QUICK_LEVELS = 90;
const LONGEST_MINUTES = 20;

/** Keeps the most recently used plans, at most `room` of them. Large ones are worked out one after the other. */
export function keepPriorityPlans(room: number): PriorityPlans {
  const kept = new Map<string, Promise<Plan>>();
  const stopping = new AbortController();
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = (scenario: Scenario): Promise<Plan> => {
    const plan = queue.then(() => prioritiseBeside(scenario, stopping.signal));
    queue = plan.catch(() => undefined);
    return plan;
  };
  return {
    of(contentHash, scenario) {
      const plan = kept.get(contentHash) ?? (isQuick(scenario) ? prioritise(scenario) : inTurn(scenario));
      kept.delete(contentHash);
      kept.set(contentHash, plan);
      plan.catch(() => kept.delete(contentHash)); // One that was stopped is asked for again.
      const [oldest] = kept.keys();
      if (kept.size > room && oldest !== undefined) kept.delete(oldest);
      return plan;
    },
    stop: () => stopping.abort(),
  };
}

function isQuick({ priorities }: Scenario): boolean {
  return (
    priorities === undefined || (priorities.budgets.length === 1 && levelsOf(priorities) <= QUICK_LEVELS)
  );
}

const levelsOf = ({ lines }: Priorities): number => lines.reduce((sum, { levels }) => sum + levels.length, 0);

/** In a process of its own, so that everybody else's pages open meanwhile. */
function prioritiseBeside(scenario: Scenario, signal: AbortSignal): Promise<Plan> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("prioritise-process.ts", import.meta.url)), {
      execArgv: ["--import", "tsx"],
      env: { PATH: process.env["PATH"], NODE_ENV: process.env.NODE_ENV },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      timeout: LONGEST_MINUTES * 60_000,
      signal,
    });
    child.once("message", (answer) => resolve(revivePlan(answer as Plan)));
    child.once("error", reject);
    child.once("exit", (code, ended) =>
      reject(new Error(`no plan for ${scenario.id}: the process ended with ${code ?? ended ?? "nothing"}`)),
    );
    child.send(scenario);
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
