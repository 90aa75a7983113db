import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { isTyping } from "../../lib/is-typing";
import type { LatestAnswer } from "../../lib/latest-answer";

/** How often a page that is looked at asks for the latest revision: what others do is on it within two seconds. */
const EVERY_MS = 1000;
/** After a failure, and where nobody looks. */
const SELDOM_MS = 10_000;

/**
 * Keeps a page up to date with what others do to the scenario: its figures are those of the latest revision, and a quiet
 * line says who changed what. What is half typed is not touched: until it is saved, only the line moves.
 */
export function OthersChanges({ href, revision }: { readonly href: string; readonly revision: number }) {
  const latest = useLatest(`${href}/latest`);
  const { state, revalidate } = useRevalidator();
  const isBusy = useNavigation().state !== "idle" || state !== "idle";
  const isBehind = latest !== null && latest.revision > revision;
  // Asked at each answer, because nothing tells when a person has finished typing.
  useEffect(() => {
    if (isBehind && !isBusy && !isTyping()) revalidate();
  }, [latest, isBehind, isBusy, revalidate]);
  const isTheirs = latest !== null && !latest.yours;
  return (
    <p className="govuk-body-s app-others" role="status">
      {isTheirs && `${latest.by}, ${latest.at}: ${latest.what}.`}
      {isTheirs && isBehind && " It is shown when what you type is saved."}
    </p>
  );
}

/** The latest revision if it came after the page did; asked for again and again while the page is looked at. */
function useLatest(href: string): LatestAnswer | null {
  const [latest, setLatest] = useState<LatestAnswer | null>(null);
  const first = useRef<number | null>(null);
  useEffect(() => {
    let timer: number | undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const answer = document.hidden ? null : await fetchLatest(href);
      if (isOver) return;
      if (answer !== null) {
        first.current ??= answer.revision;
        if (answer.revision > first.current) setLatest(answer);
      }
      timer = window.setTimeout(() => void ask(), answer === null ? SELDOM_MS : EVERY_MS);
    };
    const look = (): void => {
      if (document.hidden) return;
      window.clearTimeout(timer);
      void ask();
    };
    void ask();
    document.addEventListener("visibilitychange", look);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [href]);
  return latest;
}

async function fetchLatest(href: string): Promise<LatestAnswer | null> {
  try {
    const response = await fetch(href, { headers: { accept: "application/json" } });
    const isAnswer = response.headers.get("content-type")?.startsWith("application/json") === true;
    return response.ok && isAnswer ? ((await response.json()) as LatestAnswer) : null;
  } catch {
    return null; // Saving says when the planner cannot be reached; this only asks again later.
  }
}
