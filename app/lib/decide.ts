import { diffDocuments } from "../../scenarios/changes/diff-documents";
import { isObject, type Json } from "../../scenarios/changes/json";
import type { MergeConflict } from "../../scenarios/changes/merge-changes";
import type { Scenario } from "../../scenarios/model/scenario";
import type { Decision } from "../components/history/decisions";
import { aboutOf, describeValue } from "../forms/describe-changes";
import { RESOLVE } from "../forms/submission";
import type { Choices } from "../services/bases";
import { formatCount } from "./format-count";

/** The two sides of a merge, and what each choice is called: "Keep", "Take over". */
export type Sides = {
  readonly mine: Scenario;
  readonly theirs: Scenario;
  readonly words: { readonly mine: string; readonly theirs: string };
};

/** The parts that both sides of a merge changed, as a person chooses between them. */
export function decisionsOfMerge(
  conflicts: readonly MergeConflict[],
  { mine, theirs, words }: Sides,
  chosen: Choices = {},
): readonly Decision[] {
  return conflicts.map((conflict) => {
    const { path } = conflict;
    return {
      path,
      about: aboutOf(conflict.theirs === undefined ? mine : theirs, path),
      mine: { text: `${words.mine}: ${describeSide(mine, conflict, conflict.mine)}` },
      theirs: {
        text: `${words.theirs}: ${describeSide(theirs, conflict, conflict.theirs)}`,
        hint: `Before both: ${describeValue(mine, path, conflict.base)}`,
      },
      chosen: chosen[path],
    };
  });
}

/** Of something with a name, which both versions may share, how much is different too. */
function describeSide(scenario: Scenario, { path, base }: MergeConflict, value: Json | undefined): string {
  const words = describeValue(scenario, path, value);
  if (!isObject(value) || !isObject(base)) return words;
  const places = diffDocuments(base, value).length;
  return `${words}, changed in ${formatCount(places, "place", "places")}`;
}

/** What was chosen in a form, by pointer. */
export function choicesFrom(form: FormData): Choices {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith(RESOLVE) && (value === "mine" || value === "theirs")
        ? [[name.slice(RESOLVE.length), value]]
        : [],
    ),
  );
}

/** A whole number of a form; 0 where there is none. */
export function numberFrom(form: FormData, name: string): number {
  const text = form.get(name);
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** The text of a form's field, without what surrounds it. */
export function textFrom(form: FormData, name: string): string {
  const text = form.get(name);
  return typeof text === "string" ? text.trim() : "";
}
