import type { LiveReply, LiveRequest } from "./messages";

type Ask = { readonly request: LiveRequest; readonly onReply: (reply: LiveReply) => void };

/**
 * The engine in a thread of its own, so that a large plan never holds up typing. One question is worked on at a time;
 * of those that come meanwhile only the newest is asked, because what was typed before it is in it.
 */
export class LiveEngine {
  #worker: Worker | null = null;
  #asked: Ask | null = null;
  #next: Ask | null = null;

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
    worker.addEventListener("message", ({ data }: MessageEvent<LiveReply>) => this.#answered(data));
    worker.addEventListener("error", () => {
      this.#worker = null;
      this.#answered({ outcome: "unavailable" });
    });
    return worker;
  }

  #answered(reply: LiveReply): void {
    this.#asked?.onReply(reply);
    this.#send();
  }
}
