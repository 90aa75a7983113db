import type { ActionFunctionArgs } from "@remix-run/node";
import { aboutOf, describeValue } from "../forms/describe-changes";
import { goneUnder, goneWords } from "../forms/gone-answer";
import { RESOLVE } from "../forms/submission";
import type { Json } from "../../scenarios/changes/json";
import type { Scenario } from "../../scenarios/model/scenario";
import type { Decision } from "../components/history/decisions";
import type { Direction, StepRequest } from "../services/services";
import type { Clash } from "../services/saving";
import { formatMoment } from "./moment";
import { safeRedirect } from "./safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "./scenario-route";
import { DID, type UndoAnswer } from "./undo-answer";

/** Takes a change back or makes it again, and leads back to where that was asked for; or says what to decide first. */
export async function answerUndo(args: ActionFunctionArgs): Promise<Response> {
  const key = scenarioKeyOf(args);
  const form = await args.request.formData().catch(() => new FormData());
  const direction = directionFrom(form.get("direction"));
  const back = backFrom(form, scenarioHref(key));
  const request = stepFrom(form, direction);
  const outcome = await args.context.services.takeStep(key, request, authorshipOf(args));
  const leftOut = request.decided?.theirs ?? [];
  const kept = { direction, back, decisions: [], revision: null, faults: [], gone: [] };
  if (outcome.outcome === "conflict" || outcome.outcome === "refused") {
    const lacking = await whatIsGone(args, direction, leftOut);
    if (lacking !== null) return answer(409, { ...kept, ...lacking });
  }
  switch (outcome.outcome) {
    case "saved":
      return safeRedirect(`${back}${back.includes("?") ? "&" : "?"}${DID}=${outcome.revision}`);
    case "missing":
      throw notFound();
    case "nothing":
      return answer(409, { ...kept, faults: [{ text: MOVED_ON }] });
    case "refused":
      return answer(400, { ...kept, faults: outcome.issues.map(({ message }) => ({ text: message })) });
    case "conflict": {
      const { scenario } = await requireScenario(args);
      const decisions = decisionsOf(scenario, outcome.clashes);
      const gone = leftOut.filter((path) => decisions.every((decision) => decision.path !== path));
      return answer(409, { ...kept, decisions, gone, revision: outcome.revision });
    }
  }
}

/** What the next step is about and somebody has deleted since: nothing could be put back into it. */
async function whatIsGone(
  args: ActionFunctionArgs,
  direction: Direction,
  leftOut: readonly string[],
): Promise<Pick<UndoAnswer, "faults" | "gone" | "revision"> | null> {
  const { services } = args.context;
  const key = scenarioKeyOf(args);
  const step = (await services.loadSteps(key, authorshipOf(args)))[direction];
  const seen = step === null ? null : await services.loadRevision(key, step.change);
  if (step === null || seen === null) return null;
  const { scenario: now, revision } = await requireScenario(args);
  const lacking = step.operations.flatMap((operation) => {
    const element = leftOut.includes(operation.path) ? null : goneUnder(seen, now, operation);
    return element === null ? [] : [{ element, path: operation.path }];
  });
  if (lacking.length === 0) return null;
  const history = (await services.loadHistory(key)) ?? [];
  const since = history.filter(({ number }) => number > step.change);
  const faults = [...new Set(lacking.map(({ element }) => element))].map((element) => ({
    text: `${goneWords(seen, element, since)} Bring it back from the history first, or leave this out.`,
    href: `${scenarioHref(key)}/history`,
  }));
  return { faults, gone: lacking.map(({ path }) => path), revision };
}

export const directionFrom = (text: FormDataEntryValue | null): Direction =>
  text === "redo" ? "redo" : "undo";

const MOVED_ON = "The scenario has moved on: look at what is next now.";

const answer = (status: number, body: UndoAnswer): Response => Response.json(body, { status });

/** Back to a page of the scenario and nowhere else. */
function backFrom(form: FormData, href: string): string {
  const back = form.get("back");
  return typeof back === "string" &&
    (back === href || /^[/?]/.test(back.replace(href, ""))) &&
    back.startsWith(href)
    ? back
    : href;
}

function stepFrom(form: FormData, direction: Direction): StepRequest {
  const chosen = (side: string): string[] =>
    [...form].flatMap(([name, value]) =>
      name.startsWith(RESOLVE) && value === side ? [name.slice(RESOLVE.length)] : [],
    );
  const revision = numberIn(form, "revision");
  const decided = { revision, mine: chosen("mine"), theirs: chosen("theirs") };
  return { direction, change: numberIn(form, "change"), ...(revision === 0 ? {} : { decided }) };
}

function numberIn(form: FormData, name: string): number {
  const text = form.get(name);
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function decisionsOf(scenario: Scenario, clashes: readonly Clash[]): readonly Decision[] {
  const byPath = new Map(clashes.map((clash) => [clash.path, clash]));
  return [...byPath.values()].map(({ path, yours, theirs, by, at }) => ({
    path,
    about: aboutOf(scenario, path),
    mine: { text: `Yours: ${describeValue(scenario, path, yours as Json | undefined)}` },
    theirs: {
      text: `Theirs: ${describeValue(scenario, path, theirs as Json | undefined)}`,
      hint: `Changed by ${by}, ${formatMoment(at)}`,
    },
  }));
}
