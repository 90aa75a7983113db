import type { Decision } from "../components/history/decisions";
import type { SummarisedError } from "../components/govuk";
import type { Direction } from "../services/services";

/** In the address of the page to which an undo leads back: the revision that it made. */
export const DID = "did";

export type { Direction };

/** What comes of an undo or a redo that was not done. */
export type UndoAnswer = {
  readonly direction: Direction;
  /** Where others changed the same fields: what to choose between. */
  readonly decisions: readonly Decision[];
  /** The revision that the choices are made on. */
  readonly revision: number | null;
  readonly faults: readonly SummarisedError[];
  /** Changes of the step, by path, that are left out with the next try: what they are about was deleted. */
  readonly gone: readonly string[];
  /** Where it was asked for. */
  readonly back: string;
};

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = { undo: "Undo", redo: "Redo" };
