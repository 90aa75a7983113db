import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ReplyCells } from "../../workbook/partner-pack/read-cells";
import { type ArchiveFault, openArchive } from "./open-archive";
import { takeReplyParts } from "./reply-parts";

export type ReadFile =
  | { readonly ok: true; readonly cells: ReplyCells }
  | { readonly ok: false; readonly fault: FileFault };

export type FileFault = ArchiveFault | "no-reply-sheet" | "unreadable";

const LONGEST_MS = 10_000;
const MOST_MEGABYTES = 96;

/** The cells of a reply that came as a file, or why it is not read. Never throws because of what the file holds. */
export async function readReplyFile(file: Buffer): Promise<ReadFile> {
  const archive = await openArchive(file);
  if (!archive.ok) return archive;
  const parts = await takeReplyParts(archive.parts);
  if (!parts.ok) return parts;
  const cells = await inTurn(() => readBeside(parts.workbook));
  return cells === null ? { ok: false, fault: "unreadable" } : { ok: true, cells };
}

let queue: Promise<unknown> = Promise.resolve();

/** One after the other: a file may take all the memory that one process is given, not that of many. */
function inTurn<Value>(read: () => Promise<Value>): Promise<Value> {
  const turn = queue.then(read);
  queue = turn.catch(() => undefined);
  return turn;
}

/** In a process with little memory and little time; null when it does not come back with cells. */
function readBeside(workbook: Buffer): Promise<ReplyCells | null> {
  return new Promise((resolve) => {
    const reader = takeReader();
    const end = (cells: ReplyCells | null): void => {
      clearTimeout(timer);
      reader.kill("SIGKILL");
      keepReaderReady();
      resolve(cells);
    };
    const timer = setTimeout(() => end(null), LONGEST_MS);
    reader.once("message", (cells) => end(cells as ReplyCells | null));
    reader.once("error", () => end(null));
    reader.once("exit", () => end(null));
    reader.send(workbook, (fault) => {
      if (fault) end(null);
    });
  });
}

let ready: ChildProcess | null = null;

/** A process reads one file and ends. To start one takes most of the time, so the next stands ready meanwhile. */
function takeReader(): ChildProcess {
  const reader = ready ?? startReader();
  ready = null;
  return reader;
}

function keepReaderReady(): void {
  if (ready !== null) return;
  const reader = startReader();
  ready = reader;
  reader.once("exit", () => {
    if (ready === reader) ready = null;
  });
  // The planner may end while it stands by; it ends with the planner.
  reader.unref();
  reader.channel?.unref();
}

function startReader(): ChildProcess {
  return fork(fileURLToPath(new URL("read-cells-process.ts", import.meta.url)), {
    execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`, "--import", "tsx"],
    env: { PATH: process.env["PATH"], NODE_ENV: process.env.NODE_ENV },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
