import { Writable } from "node:stream";

/** A workbook that is being made, is there, or could not be made. */
export type WorkbookJob =
  | { readonly state: "working"; readonly done: number; readonly all: number }
  | { readonly state: "ready"; readonly content: Buffer }
  | { readonly state: "failed" };

/** Writes a workbook into a stream; `progress` hears of rows and throws when nobody wants them any longer. */
export type MakeWorkbook = (stream: Writable, progress: (done: number, all: number) => void) => Promise<void>;

/**
 * Workbooks of large plans, made in turns with everything else that the server does: one at a time, so that their
 * memory does not add up. Who asks for one that is being made or is kept gets that one.
 */
export type WorkbookJobs = {
  readonly start: (key: string, make: MakeWorkbook, report: (fault: unknown) => void) => WorkbookJob;
  readonly find: (key: string) => WorkbookJob | null;
  /** Stops it where it is, and forgets it. */
  readonly cancel: (key: string) => void;
};

type Entry = { job: WorkbookJob; readonly stopping: AbortController };

/** Keeps the workbooks that were asked for last, at most `room` of them: a few megabytes each. */
export function keepWorkbookJobs(room: number): WorkbookJobs {
  const kept = new Map<string, Entry>();
  let queue: Promise<unknown> = Promise.resolve();
  const forget = (key: string): void => {
    kept.get(key)?.stopping.abort();
    kept.delete(key);
  };
  return {
    start(key, make, report) {
      const known = kept.get(key);
      if (known !== undefined && known.job.state !== "failed") return known.job;
      forget(key);
      const entry: Entry = { job: { state: "working", done: 0, all: 0 }, stopping: new AbortController() };
      kept.set(key, entry);
      queue = queue.then(() => work(entry, make, report));
      const [oldest] = kept.keys();
      if (kept.size > room && oldest !== undefined) forget(oldest);
      return entry.job;
    },
    find: (key) => kept.get(key)?.job ?? null,
    cancel: forget,
  };
}

async function work(entry: Entry, make: MakeWorkbook, report: (fault: unknown) => void): Promise<void> {
  const { signal } = entry.stopping;
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(part: Buffer, _, next) {
      parts.push(part);
      next();
    },
  });
  try {
    signal.throwIfAborted();
    await make(stream, (done, all) => {
      signal.throwIfAborted();
      entry.job = { state: "working", done, all };
    });
    entry.job = { state: "ready", content: Buffer.concat(parts) };
  } catch (fault) {
    if (!signal.aborted) report(fault);
    entry.job = { state: "failed" };
  }
}
