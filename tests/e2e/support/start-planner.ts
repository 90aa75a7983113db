import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type RunningPlanner = {
  readonly origin: string;
  /** Its machine loses its power: nothing that it has in hand is finished. */
  readonly kill: () => Promise<void>;
  /** Stops it, if it still runs, as a machine does that shuts down, and starts it on the same data and address. */
  readonly restart: () => Promise<RunningPlanner>;
  /** Stops it and removes its data. */
  readonly stop: () => Promise<void>;
};

/** The built planner in a process of its own, on a free port, with a new folder for its data. */
export async function startPlanner(): Promise<RunningPlanner> {
  return startOn(await mkdtemp(join(tmpdir(), "planner-e2e-")));
}

async function startOn(dataFolder: string, port = "0"): Promise<RunningPlanner> {
  const child = spawn(process.execPath, ["--import", "tsx", "app/server/main.ts"], {
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      PORT: port,
      PLANNER_DATA: dataFolder,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const origin = await addressFrom(child);
  return {
    origin,
    kill: () => stopProcess(child, "SIGKILL"),
    restart: async () => {
      await stopProcess(child);
      return startOn(dataFolder, new URL(origin).port);
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

async function stopProcess(child: ChildProcess, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const stopped = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await stopped;
}
