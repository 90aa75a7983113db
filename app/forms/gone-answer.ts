import type { Operation } from "../../scenarios/changes/operation";
import { overlap } from "../../scenarios/changes/overlap";
import { type Pointer, resolvePointer } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import { formatMoment } from "../lib/moment";
import { withArticle } from "../lib/with-article";
import type { HistoryEntry } from "../services/services";
import { aboutOf } from "./describe-changes";
import { findField, nameOfElement, showField } from "./fields";
import { findElement } from "./list-form";
import type { SaveAnswer } from "./save-answer";
import type { Submission } from "./submission";

/** What to say where somebody has taken away what was typed into: what, who, when, and what to do. */
export function goneAnswer(
  seen: Scenario,
  gone: readonly Pointer[],
  {
    history,
    baseRevision,
    href,
    ...sent
  }: Pick<Submission, "baseRevision" | "reason"> & {
    readonly history: readonly HistoryEntry[];
    readonly href: string;
    /** What was typed, by field. */
    readonly typed: Readonly<Record<string, string>>;
  },
): Omit<Extract<SaveAnswer, { outcome: "gone" }>, "values"> {
  const since = history.filter(({ number }) => number > baseRevision);
  const messages = gone.map((pointer) =>
    isLine(pointer)
      ? `${goneWords(seen, pointer, since)} Look at the list as it is now, and type this again where it belongs.`
      : `${goneWords(seen, pointer, since)} Bring it back from the history and save this again, or leave it.`,
  );
  return {
    ...{ outcome: "gone", message: messages.join(" "), href: `${href}/history`, baseRevision },
    typed: [
      ...Object.entries(sent.typed).map(([name, text]) => ({
        about: aboutOf(seen, name),
        text: typedWords(seen, name, text),
      })),
      ...(sent.reason === null ? [] : [{ about: "Why", text: sent.reason }]),
    ],
  };
}

/** What was typed, and of a choice its words. */
function typedWords(seen: Scenario, name: string, text: string): string {
  const choices = findField(name) === null ? [] : (showField(seen, name).choices ?? []);
  return choices.find(({ value }) => value === text)?.words ?? text;
}

/** A line of a list without ids goes by its place: it may have changed or gone, nobody can tell. */
const isLine = (pointer: Pointer): boolean => /\/\d+$/.test(pointer);

/** Who took something away, and when, in a sentence. `since`: what was done since it was seen, newest first. */
export function goneWords(seen: Scenario, pointer: Pointer, since: readonly HistoryEntry[]): string {
  const name = nameOfElement(seen, pointer);
  const one = findElement(seen, pointer)?.list.one ?? "line";
  const what = name === "" ? withArticle(one) : `the ${one} “${name}”`;
  const latest = since.find(({ operations }) => overlap([{ op: "remove", path: pointer }], operations));
  const who = latest?.author ?? "Somebody else";
  const when = latest === undefined ? "" : ` on ${formatMoment(latest.createdAt)}`;
  return `${who} ${isLine(pointer) ? "changed or deleted" : "deleted"} ${what}${when}.`;
}

/** The element that an operation changes something of, where that was there and is no longer; null where nothing lacks. */
export function goneUnder(seen: Scenario, now: Scenario, { op, path }: Operation): Pointer | null {
  const segments = path.split("/");
  // What is added is not there itself: what it is added to has to be.
  for (let length = 3; length <= segments.length - (op === "add" ? 1 : 0); length++) {
    const pointer = segments.slice(0, length).join("/");
    if (findElement(seen, pointer) !== null && resolvePointer(now, pointer) === null) return pointer;
  }
  return null;
}
