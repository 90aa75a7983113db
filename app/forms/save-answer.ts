import type { FieldErrors } from "./edit-fields";

/** What the planner answers to an edit: the same for a form and for a grid. */
export type SaveAnswer =
  | {
      readonly outcome: "saved";
      readonly revision: number;
      /** Where the new elements stand that were added, by the pointers of the form. */
      readonly added?: Readonly<Record<string, string>>;
    }
  /** Nothing that was sent differs from what is there. */
  | { readonly outcome: "unchanged" }
  | (Kept & {
      readonly outcome: "refused";
      readonly errors: FieldErrors;
      /** Faults that the change makes elsewhere, with the page where they can be mended. */
      readonly elsewhere: readonly { readonly text: string; readonly href?: string }[];
    })
  | (Kept & { readonly outcome: "conflict"; readonly clashes: readonly ShownClash[] })
  /** What was typed into is not there any more; `href` leads to where it can be brought back. */
  | (Kept & Gone & { readonly outcome: "gone" });

/** What is said of something that somebody has taken away, with what was typed into it in words, why among it. */
export type Gone = {
  readonly message: string;
  readonly href: string;
  readonly typed: readonly { readonly about: string; readonly text: string }[];
};

/** Nothing was stored, and nothing typed is lost. */
type Kept = {
  /** What was typed in the fields that the person changed; all other fields show what is there. */
  readonly values: Readonly<Record<string, string>>;
  /** The revision to send with the next try. */
  readonly baseRevision: number;
};

/** A field that somebody else changed meanwhile. */
export type ShownClash = {
  readonly name: string;
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
  readonly by: string;
  readonly at: string;
};

/** The same numbers for pages and programs: 400 mend it, 409 decide, 410 bring it back. */
export const STATUS_OF: Readonly<Record<SaveAnswer["outcome"], number>> = {
  saved: 200,
  unchanged: 200,
  refused: 400,
  conflict: 409,
  gone: 410,
};
