/** How far a piece of work is: so much done of so much, where it can say; and when it began (milliseconds). */
export type Progress = {
  readonly startedAt: number | null;
  readonly done: number;
  readonly of: number | null;
};

/** Stopped by somebody who did not want to wait for it any longer. */
export class WorkStopped extends Error {}

/** Works out a task: it reports how far it is, and ends when the signal says so. */
export type Run<Task, Answer> = (
  task: Task,
  options: { readonly signal: AbortSignal; readonly onProgress: (done: number, of: number) => void },
) => Promise<Answer>;

/** Answers that take long, each worked out once for its key, one after the other, and kept a while. */
export type LongWorks<Task, Answer> = {
  /** The answer, begun now if nobody asked before. Rejects with {@link WorkStopped} when it is stopped. */
  readonly of: (key: string, task: Task) => Promise<Answer>;
  /** Null when it is done or was never asked for. */
  readonly progressOf: (key: string) => Progress | null;
  readonly isStopped: (key: string) => boolean;
  /** Stops it; it stays stopped, whoever looks, until it is asked for again by {@link restart}. */
  readonly stop: (key: string) => void;
  readonly restart: (key: string) => void;
  readonly stopAll: () => void;
};

type Line = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** One piece of work after the other: long ones share two cores with everybody's pages. */
export function oneAfterTheOther(): Line {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

type Kept<Answer> = {
  readonly answer: Promise<Answer>;
  readonly stopping: AbortController;
  progress: Progress | null;
};

/** Keeps the most recently used answers, at most `room` of them. What failed is forgotten, so that it is tried again. */
export function keepLongWorks<Task, Answer>({
  room,
  run,
  line,
  clock,
}: {
  readonly room: number;
  readonly run: Run<Task, Answer>;
  readonly line: Line;
  readonly clock: () => number;
}): LongWorks<Task, Answer> {
  const kept = new Map<string, Kept<Answer>>();
  const stopped = new Set<string>();

  const begin = (key: string, task: Task): Kept<Answer> => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const entry: { progress: Progress | null } = { progress: { startedAt: null, done: 0, of: null } };
    const work = async (): Promise<Answer> => {
      if (signal.aborted) throw new WorkStopped();
      const startedAt = clock();
      entry.progress = { startedAt, done: 0, of: null };
      return run(task, {
        signal,
        onProgress: (done, of) => {
          entry.progress = { startedAt, done, of };
        },
      });
    };
    const answer = line(work).catch((fault: unknown) => {
      throw signal.aborted ? new WorkStopped() : fault;
    });
    const begun: Kept<Answer> = Object.assign(entry, { answer, stopping });
    answer.then(
      () => {
        begun.progress = null;
      },
      () => {
        if (kept.get(key) === begun) kept.delete(key);
      },
    );
    return begun;
  };

  return {
    of(key, task) {
      if (stopped.has(key)) return Promise.reject(new WorkStopped());
      const entry = kept.get(key) ?? begin(key, task);
      kept.delete(key);
      kept.set(key, entry);
      const [oldest] = kept.keys();
      if (kept.size > room && oldest !== undefined) kept.delete(oldest);
      return entry.answer;
    },
    progressOf: (key) => kept.get(key)?.progress ?? null,
    isStopped: (key) => stopped.has(key),
    stop(key) {
      const entry = kept.get(key);
      if (entry?.progress == null) return;
      stopped.add(key);
      entry.stopping.abort();
    },
    restart: (key) => void stopped.delete(key),
    stopAll() {
      for (const { stopping } of kept.values()) stopping.abort();
    },
  };
}
