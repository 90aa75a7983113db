import { useState } from "react";
import type { LiveState } from "../../live/use-live-figures";
import { classes } from "../govuk/classes";

/** In a line how the figures stand to what is typed. It is heard when it changes, and it keeps its place. */
export function LiveStatus({ live }: { readonly live: LiveState }) {
  const [isTyped, setTyped] = useState(false);
  const isMoving = live.state !== "saved";
  if (isMoving && !isTyped) setTyped(true);
  return (
    <p
      className={classes(
        "govuk-body-s",
        "app-live",
        isTyped && "app-live--typed",
        isMoving && `app-live--${live.state}`,
      )}
      role="status"
    >
      {wordsOf(live)}
    </p>
  );
}

function wordsOf(live: LiveState): string {
  switch (live.state) {
    case "saved":
      return "The figures are those of the saved scenario.";
    case "working":
      return "Working out the figures…";
    case "unsaved":
      return "The figures are with what you typed, which is not saved yet. Where one moved, the saved one stands beside it.";
    case "refused":
      return `The figures are without what you typed last. ${live.faults.slice(0, 2).join(" ")}`.trim();
    case "unavailable":
      return "The figures follow when what you typed is saved.";
  }
}
