import { useRevalidator } from "@remix-run/react";
import { useEffect, useReducer, useRef } from "react";
import {
  baseOf,
  type Edit,
  editToSend,
  hasUnsaved,
  needsSignIn,
  NO_SAVES,
  nextSaves,
  type SaveEvent,
  type Saves,
} from "./saves";
import { NotSent, sendEdit } from "./send-edit";

/**
 * Saves what is typed on a page as it is typed, one edit after the other, and brings the page's figures up to date
 * after each. `href` and `revision` are those of the scenario that the page shows.
 */
export function useSaves({ href, revision }: { readonly href: string; readonly revision: number }): {
  readonly saves: Saves;
  readonly dispatch: (event: SaveEvent) => void;
} {
  const [saves, dispatch] = useReducer(nextSaves, NO_SAVES);
  const { revalidate } = useRevalidator();
  const lastSent = useRef<Edit | null>(null);

  useEffect(() => dispatch({ type: "shown", revision }), [revision, saves.savedRevision]);

  const edit = editToSend(saves);
  const base = edit === null ? revision : baseOf(saves, edit);
  useEffect(() => {
    // React may run an effect twice; an edit is sent once.
    if (edit === null || lastSent.current === edit) return;
    lastSent.current = edit;
    dispatch({ type: "sent" });
    sendEdit(href, edit, base)
      .then((answer) => {
        dispatch({ type: "answered", answer });
        if (answer.outcome === "saved" || answer.outcome === "conflict") revalidate();
      })
      .catch((error: unknown) => {
        if (!(error instanceof NotSent)) throw error;
        dispatch({ type: "failed", message: error.message, needsSignIn: error.needsSignIn });
      });
  }, [edit, base, href, revalidate]);

  useGoingOnAfterSignIn(needsSignIn(saves), dispatch);
  useWarningBeforeLeaving(hasUnsaved(saves));
  return { saves, dispatch };
}

/** Whoever signs in in another tab comes back to this one: what waits here is then tried again. */
function useGoingOnAfterSignIn(isNeeded: boolean, dispatch: (event: SaveEvent) => void): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const goOn = (): void => {
      if (document.visibilityState === "visible") dispatch({ type: "retried" });
    };
    window.addEventListener("focus", goOn);
    document.addEventListener("visibilitychange", goOn);
    return () => {
      window.removeEventListener("focus", goOn);
      document.removeEventListener("visibilitychange", goOn);
    };
  }, [isNeeded, dispatch]);
}

function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isNeeded]);
}
