import type { Additions } from "../forms/edit-fields";
import type { LivePage } from "../pages/pages";

/** What a page asks of the engine beside it. */
export type LiveRequest = {
  readonly page: LivePage;
  /** The one thing of the scenario that the page is about, where it is about one. */
  readonly subject: string;
  /** The address of the scenario, and the revision that the page shows. */
  readonly href: string;
  readonly revision: number;
  /** What is typed and not in that revision, by field. Empty: get ready. */
  readonly typed: Readonly<Record<string, string>>;
  /** What a form adds, where it adds something. */
  readonly additions?: Additions;
};

/** What comes back from the thread beside, and whether the plan is so small that the page can do without it. */
export type WorkerReply = { readonly reply: LiveReply; readonly isSmall: boolean };

export type LiveReply =
  /** What the page shows with everything that is typed. */
  | { readonly outcome: "shown"; readonly shown: unknown }
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "refused"; readonly faults: readonly string[] }
  /** The engine cannot run, or cannot get the scenario: the figures come when the edits are saved. */
  | { readonly outcome: "unavailable" };
