import type { ActionFunctionArgs } from "@remix-run/node";
import { aboutOf, describeValue } from "../forms/describe-changes";
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
  const outcome = await args.context.services.takeStep(key, stepFrom(form, direction), authorshipOf(args));
  const kept = { direction, back, decisions: [], revision: null, faults: [] };
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
      return answer(409, { ...kept, decisions, revision: outcome.revision });
    }
  }
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
