import { useRevalidator } from "@remix-run/react";
import { useEffect, useReducer, useRef } from "react";
import {
  baseOf,
  type Edit,
  editToSend,
  hasUnsaved,
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
        dispatch({ type: "failed", message: error.message });
      });
  }, [edit, base, href, revalidate]);

  useWarningBeforeLeaving(hasUnsaved(saves));
  return { saves, dispatch };
}

function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isNeeded]);
}
