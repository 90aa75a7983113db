import { useEffect, useState } from "react";
import { LiveEngine } from "./engine";
import { keepSame } from "./keep-same";
import type { LiveReply, LiveRequest } from "./messages";

/** How the figures of a page stand to what is typed on it. */
export type LiveState =
  /** They are those of the saved revision, and nothing else is typed. */
  | { readonly state: "saved" }
  /** They are being worked out. */
  | { readonly state: "working" }
  /** Everything typed is in them, saved or not. */
  | { readonly state: "unsaved" }
  /** What was typed last cannot stand: they are the last ones that could be worked out. */
  | { readonly state: "refused"; readonly faults: readonly string[] }
  | { readonly state: "unavailable" };

export type LiveFigures<Shown> = {
  /** What the page shows: of the saved revision, or with what is typed. */
  readonly shown: Shown;
  /** What the page showed when nothing was typed. */
  readonly saved: Shown;
  readonly live: LiveState;
  /** Someone is about to type: the engine is loaded, and the scenario. */
  readonly getReady: () => void;
};

const engine = new LiveEngine();

/**
 * The figures of a page with what is typed and not saved yet. `saved` is what its loader showed; the answers come from
 * the same function of the same engine, run in the browser (see `pages/pages.ts`).
 */
export function useLiveFigures<Shown>({
  saved,
  typed,
  ...page
}: { readonly saved: Shown } & LiveRequest): LiveFigures<Shown> {
  const [answer, setAnswer] = useState<Answer<Shown>>(NO_ANSWER);
  const asked = Object.keys(typed).length === 0 ? null : JSON.stringify({ ...page, typed });
  const replied = (key: string, reply: LiveReply): void =>
    setAnswer(({ good }) => ({ key, reply, good: goodOf(reply, good, saved) }));

  const isWaiting = asked !== null && answer.key !== asked;
  const atOnce = isWaiting ? engine.atOnce({ ...page, typed }) : null;
  if (asked !== null && atOnce !== null) replied(asked, atOnce);
  useEffect(() => {
    if (asked === null) engine.forget();
    else if (isWaiting) engine.ask(JSON.parse(asked) as LiveRequest, (reply) => replied(asked, reply));
    // Only what is asked decides: while an answer is waited for, figures of earlier ones come in.
  }, [asked]);
  useEffect(() => () => engine.forget(), []);
  useEffect(() => engine.follow({ ...page, typed: {} }), [page.page, page.subject, page.href, page.revision]);

  const isAsked = asked !== null;
  // What was typed is saved or dropped: the next edit starts from the saved figures.
  if (!isAsked && answer !== NO_ANSWER) setAnswer(NO_ANSWER);
  return {
    shown: isAsked && answer.good !== null ? answer.good : saved,
    saved,
    live: isAsked ? stateOf(answer, asked) : { state: "saved" },
    getReady: () => {
      if (!isAsked) engine.ask({ ...page, typed: {} }, () => undefined);
    },
  };
}

type Answer<Shown> = {
  /** What the reply answers. */
  readonly key: string | null;
  readonly reply: LiveReply | null;
  /** The last figures that could be worked out. */
  readonly good: Shown | null;
};

const NO_ANSWER: Answer<never> = { key: null, reply: null, good: null };

/** The engine answers with what the page's own loader shows; what did not move is what was drawn. */
function goodOf<Shown>(reply: LiveReply, before: Shown | null, saved: Shown): Shown | null {
  if (reply.outcome === "shown") return keepSame(before ?? saved, reply.shown as Shown);
  return reply.outcome === "unchanged" ? null : before;
}

function stateOf({ key, reply, good }: Answer<unknown>, asked: string): LiveState {
  if (reply === null) return { state: "working" };
  // The words stay while the next answer is on its way: they would only flicker.
  if (key !== asked) return good === null ? { state: "working" } : { state: "unsaved" };
  switch (reply.outcome) {
    case "shown":
      return { state: "unsaved" };
    case "unchanged":
      return { state: "saved" };
    case "refused":
      return { state: "refused", faults: reply.faults };
    case "unavailable":
      return { state: "unavailable" };
  }
}
