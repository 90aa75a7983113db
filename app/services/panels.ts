import type { Id } from "../../scenarios/model/identifiers";
import type { LineScores, Panel } from "../../scenarios/panel/panel";
import type { Authorship, ScenarioKey } from "./saving";

/** A panel that scores the priorities of a scenario: each blind, then together. Every deed is in the audit log. */
export type Panels = {
  /** The latest round as a person may see it; null when there was none. */
  load(key: ScenarioKey, person: Id | null): Promise<Panel | null>;
  /** Opens a round for people who are active, or asks more of them in the open one. How many were added. */
  ask(key: ScenarioKey, people: readonly Id[], by: Authorship): Promise<number>;
  /** Saves one's own scores of a line; with an interest in it there are none. */
  save(
    key: ScenarioKey,
    own: { readonly line: Id; readonly scores: LineScores },
    by: Authorship,
  ): Promise<"saved" | "closed" | "not-asked">;
  /** Ends the open round: scores are seen by all and change no more. */
  close(key: ScenarioKey, by: Authorship): Promise<boolean>;
};
