import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type RunningPlanner = {
  readonly origin: string;
  /** Stops it as a machine does that shuts down, and starts it again on the same data. */
  readonly restart: () => Promise<RunningPlanner>;
  /** Stops it and removes its data. */
  readonly stop: () => Promise<void>;
};

/** The built planner in a process of its own, on a free port, with a new folder for its data. */
export async function startPlanner(): Promise<RunningPlanner> {
  return startOn(await mkdtemp(join(tmpdir(), "planner-e2e-")));
}

async function startOn(dataFolder: string): Promise<RunningPlanner> {
  const child = spawn(process.execPath, ["--import", "tsx", "app/server/main.ts"], {
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      PORT: "0",
      PLANNER_DATA: dataFolder,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const origin = await addressFrom(child);
  return {
    origin,
    restart: async () => {
      await stopProcess(child);
      return startOn(dataFolder);
    },
    stop: async () => {
      await stopProcess(child);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The one line that the planner prints when it is open. */
function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer): void => {
      said += chunk.toString("utf8");
      const address = /Commissioning planner: (http\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) =>
      reject(new Error(`The planner stopped with ${code ?? "a signal"}:\n${said}`)),
    );
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const stopped = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await stopped;
}
