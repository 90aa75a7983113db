import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { scriptPath } from "./scripts";

/** An edit that a writer has called saved: the price of its lot, in whole pounds, and the revision. */
export type Acknowledged = { readonly pounds: number; readonly revision: number };
export type Writer = {
  readonly acknowledged: readonly Acknowledged[];
  /** Resolves when so many edits are acknowledged, or when the writer is gone. */
  readonly reached: (edits: number) => Promise<void>;
  /** `kill -9`, then all that it had still said. */
  readonly kill: () => Promise<void>;
  /** Its exit status, and what it complained about. */
  readonly ended: Promise<{ readonly status: number | null; readonly complaint: string }>;
};

/** Starts a planner in a process of its own that edits the price of a lot until it is stopped. */
export function startWriter(job: {
  readonly file: string;
  readonly lot: string;
  readonly first?: number;
  readonly edits?: number;
}): Writer {
  const { file, lot, first = 1, edits = Number.POSITIVE_INFINITY } = job;
  const child = spawn(process.execPath, [scriptPath("writer"), file, lot, String(first), String(edits)]);
  const acknowledged: Acknowledged[] = [];
  const waiting: { readonly edits: number; readonly done: () => void }[] = [];
  const wake = (all: boolean) => {
    for (const { edits: wanted, done } of waiting) if (all || acknowledged.length >= wanted) done();
  };
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const [pounds, revision] = line.split(" ").map(Number) as [number, number];
    acknowledged.push({ pounds, revision });
    wake(false);
  });
  const ended = endOf(child);
  void ended.then(() => wake(true));
  return {
    acknowledged,
    ended,
    reached: (wanted) =>
      new Promise((done) => {
        waiting.push({ edits: wanted, done });
        wake(false);
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Not before its output has been read to the end: what it had acknowledged counts, killed or not. */
function endOf(child: ChildProcess): Writer["ended"] {
  let complaint = "";
  child.stderr?.on("data", (text: Buffer) => (complaint += text.toString()));
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, complaint })));
}
