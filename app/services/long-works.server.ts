/** How far a piece of work is: so much done of so much, where it can say; and when it began (milliseconds). */
export type Progress = {
  readonly startedAt: number | null;
  readonly done: number;
  readonly of: number | null;
};

/** Stopped by somebody who did not want to wait for it any longer. */
export class WorkStopped extends Error {}

/** Works out a task: it reports how far it is, with what it knows of the answer, and ends when the signal says so. */
export type Run<Task, Answer> = (
  task: Task,
  options: {
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, of: number, soFar?: Answer) => void;
  },
) => Promise<Answer>;

/** How a piece of work stands. Stopped and failed it stays until it is asked for again. */
export type WorkState<Answer> =
  | { readonly state: "working"; readonly progress: Progress; readonly soFar?: Answer | undefined }
  | { readonly state: "ready"; readonly answer: Answer }
  | { readonly state: "failed" }
  | { readonly state: "stopped" };

/** Answers that take long, each worked out once for its key, one after the other, and kept a while. */
export type LongWorks<Task, Answer> = {
  /** The answer, begun now if nobody asked before or it failed. Rejects with {@link WorkStopped} when it is stopped. */
  readonly of: (key: string, task: Task) => Promise<Answer>;
  /** Begins it if nobody asked before, waits for nothing, and says how it stands; a fault goes to `report`, once. */
  readonly begin: (key: string, task: Task, report: (fault: unknown) => void) => WorkState<Answer>;
  /** Null when it was never asked for, or is kept no longer. */
  readonly stateOf: (key: string) => WorkState<Answer> | null;
  /** Stops it while it is at work; it stays stopped, whoever looks, until {@link restart}. */
  readonly stop: (key: string) => void;
  /** Lets what was stopped or has failed be begun by whoever asks next. */
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
  readonly state: () => WorkState<Answer>;
};

/** Keeps the most recently used answers, at most `room` of them. */
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

  const start = (task: Task): Kept<Answer> => {
    const stopping = new AbortController();
    const { signal } = stopping;
    let state: WorkState<Answer> = {
      state: "working",
      progress: { startedAt: null, done: 0, of: null },
    };
    const advance = (progress: Progress, soFar?: Answer): void => {
      if (state.state !== "working") return;
      state = { state: "working", progress, ...(soFar === undefined ? {} : { soFar }) };
    };
    const answer = line(async () => {
      if (signal.aborted) throw new WorkStopped();
      const startedAt = clock();
      advance({ startedAt, done: 0, of: null });
      return run(task, { signal, onProgress: (done, of, soFar) => advance({ startedAt, done, of }, soFar) });
    }).catch((fault: unknown) => {
      throw signal.aborted ? new WorkStopped() : fault;
    });
    answer.then(
      (value) => {
        state = { state: "ready", answer: value };
      },
      () => {
        state = { state: signal.aborted ? "stopped" : "failed" };
      },
    );
    return { answer, stopping, state: () => state };
  };

  const forget = (key: string): void => {
    kept.get(key)?.stopping.abort();
    kept.delete(key);
  };

  const works: LongWorks<Task, Answer> = {
    of(key, task) {
      if (stopped.has(key)) return Promise.reject(new WorkStopped());
      const known = kept.get(key);
      const entry = known === undefined || known.state().state === "failed" ? start(task) : known;
      kept.delete(key);
      kept.set(key, entry);
      const [oldest] = kept.keys();
      if (kept.size > room && oldest !== undefined) forget(oldest);
      return entry.answer;
    },
    begin(key, task, report) {
      const state = works.stateOf(key);
      if (state !== null) return state;
      works.of(key, task).catch((fault: unknown) => {
        if (!(fault instanceof WorkStopped)) report(fault);
      });
      return works.stateOf(key) ?? { state: "stopped" };
    },
    stateOf: (key) => (stopped.has(key) ? { state: "stopped" } : (kept.get(key)?.state() ?? null)),
    stop(key) {
      if (kept.get(key)?.state().state !== "working") return;
      stopped.add(key);
      forget(key);
    },
    restart(key) {
      stopped.delete(key);
      if (kept.get(key)?.state().state === "failed") kept.delete(key);
    },
    stopAll() {
      for (const { stopping } of kept.values()) stopping.abort();
    },
  };
  return works;
}
