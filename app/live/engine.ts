import type { LiveAnswers } from "./live-answers";
import type { LiveReply, LiveRequest, WorkerReply } from "./messages";

type Ask = { readonly request: LiveRequest; readonly onReply: (reply: LiveReply) => void };

/** One frame. What takes longer more than once is for the thread beside. */
const QUICK_MILLISECONDS = 16;
const MOST_SLOW = 2;

/**
 * The engine in a thread of its own, so that a large plan never holds up typing. One question is worked on at a time;
 * of those that come meanwhile only the newest is asked, because what was typed before it is in it. A small plan is
 * worked out on the page itself as soon as that is prepared: its figures are there in the frame that shows the letter.
 */
export class LiveEngine {
  #worker: Worker | null = null;
  #asked: Ask | null = null;
  #next: Ask | null = null;
  #here: LiveAnswers | null = null;
  #slow = 0;

  /** The answer without waiting; null where it has to be asked for. */
  atOnce(request: LiveRequest): LiveReply | null {
    if (this.#here?.isPrepared(request) !== true || this.#slow > MOST_SLOW) return null;
    const start = performance.now();
    const reply = this.#here.answer(request);
    this.#slow = performance.now() - start > QUICK_MILLISECONDS ? this.#slow + 1 : 0;
    return reply;
  }

  /** The page shows another revision: where it is worked out on the page itself, it is prepared again. */
  follow(request: LiveRequest): void {
    if (this.#here !== null) void this.#prepareHere(request);
  }

  ask(request: LiveRequest, onReply: (reply: LiveReply) => void): void {
    this.#next = { request, onReply };
    if (this.#asked === null) this.#send();
  }

  /** No answer is wanted any more. */
  forget(): void {
    this.#next = null;
    if (this.#asked !== null) this.#asked = { ...this.#asked, onReply: () => undefined };
  }

  #send(): void {
    this.#asked = this.#next;
    this.#next = null;
    if (this.#asked === null) return;
    this.#worker ??= this.#start();
    this.#worker.postMessage(this.#asked.request);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./live-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerReply>) => {
      if (data.isSmall && this.#asked !== null) void this.#prepareHere(this.#asked.request);
      this.#answered(data.reply);
    });
    worker.addEventListener("error", () => {
      this.#worker = null;
      this.#answered({ outcome: "unavailable" });
    });
    return worker;
  }

  /** Where it cannot be prepared, the thread beside goes on answering. */
  async #prepareHere(request: LiveRequest): Promise<void> {
    try {
      this.#here ??= new (await import("./live-answers")).LiveAnswers();
      await this.#here.prepare(request);
    } catch {
      this.#here = null;
    }
  }

  #answered(reply: LiveReply): void {
    this.#asked?.onReply(reply);
    this.#send();
  }
}
