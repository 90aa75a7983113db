import type { Moves } from "../../scenarios/optimise/what-moves";
import type { Progress, WorkState } from "../services/long-works.server";
import type { LongWorkKind } from "../services/services";

/** Work that takes longer than a page may: how far it is, in words, or that it was stopped. */
export type ShownWork =
  | (WorkOn & { readonly state: "working"; readonly progress: string })
  | (WorkOn & { readonly state: "stopped" });

/** What is worked out, and what moves where something does: one budget, or all. */
export type WorkOn = { readonly kind: LongWorkKind; readonly budget: Moves | null };

/** `now` in milliseconds. */
export function showWork(on: WorkOn, work: WorkState<unknown> | null, now: number): ShownWork {
  const progress = work?.state === "working" ? progressWords(work.progress, now) : "It is nearly there.";
  return { state: "working", ...on, progress };
}

function progressWords({ startedAt, done, of }: Progress, now: number): string {
  if (startedAt === null) return "Other work goes first; this begins when it is done.";
  const seconds = Math.max(0, Math.round((now - startedAt) / 1000));
  const since = `At work for ${seconds === 1 ? "1 second" : `${seconds} seconds`}.`;
  return of === null || done === 0
    ? since
    : `${since} About ${Math.min(99, Math.floor((done / of) * 100))}% is done.`;
}
