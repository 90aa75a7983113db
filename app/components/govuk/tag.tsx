import type { ReactNode } from "react";
import { classes } from "./classes";

export type TagColour =
  | "grey"
  | "green"
  | "teal"
  | "blue"
  | "purple"
  | "magenta"
  | "red"
  | "orange"
  | "yellow";

/** A state in a word. */
export function Tag({
  colour,
  children,
}: {
  readonly colour?: TagColour | undefined;
  readonly children: ReactNode;
}) {
  return <strong className={classes("govuk-tag", colour && `govuk-tag--${colour}`)}>{children}</strong>;
}
