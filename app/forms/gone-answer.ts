import { overlap } from "../../scenarios/changes/overlap";
import type { Pointer } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import { formatMoment } from "../lib/moment";
import { withArticle } from "../lib/with-article";
import type { HistoryEntry } from "../services/services";
import { nameOfElement } from "./fields";
import { findElement } from "./list-form";
import type { SaveAnswer } from "./save-answer";

/** What to say where somebody has taken away what was typed into: what, who, when, and what to do. */
export function goneAnswer(
  seen: Scenario,
  gone: readonly Pointer[],
  {
    history,
    baseRevision,
    href,
  }: { readonly history: readonly HistoryEntry[]; readonly baseRevision: number; readonly href: string },
): Omit<Extract<SaveAnswer, { outcome: "gone" }>, "values"> {
  const since = history.filter(({ number }) => number > baseRevision);
  const messages = gone.map((pointer) => messageOf(seen, pointer, since));
  return { outcome: "gone", message: messages.join(" "), href: `${href}/history`, baseRevision };
}

/** `since`: what was done since the person looked, newest first. */
function messageOf(seen: Scenario, pointer: Pointer, since: readonly HistoryEntry[]): string {
  const name = nameOfElement(seen, pointer);
  const one = findElement(seen, pointer)?.list.one ?? "line";
  const what = name === "" ? withArticle(one) : `the ${one} “${name}”`;
  const latest = since.find(({ operations }) => overlap([{ op: "remove", path: pointer }], operations));
  const who = latest?.author ?? "Somebody else";
  const when = latest === undefined ? "" : ` on ${formatMoment(latest.createdAt)}`;
  return /\/\d+$/.test(pointer)
    ? `${who} changed or deleted ${what}${when}. Look at the list as it is now, and type this again where it belongs.`
    : `${who} deleted ${what}${when}. Bring it back from the history and save this again, or leave it.`;
}
