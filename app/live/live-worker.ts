import { config } from "zod";
import { evaluateScenario, reevaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { LIVE_PAGES } from "../pages/pages";
import { editScenario } from "./edited-scenario";
import type { LiveReply, LiveRequest } from "./messages";

// The content security policy lets no text become code, which zod would try in order to be quick.
config({ jitless: true });

/** The evaluation of the scenario as the page has it: fetched once for each revision. */
let held: { readonly address: string; readonly saved: Promise<Evaluation> } | null = null;

addEventListener("message", ({ data }: MessageEvent<LiveRequest>) => {
  answer(data).then(
    (reply) => postMessage(reply),
    () => {
      held = null; // Asked for again, it may come.
      postMessage({ outcome: "unavailable" } satisfies LiveReply);
    },
  );
});

async function answer({ page, subject, href, revision, typed, additions }: LiveRequest): Promise<LiveReply> {
  const [show, saved] = await Promise.all([LIVE_PAGES[page](), savedAt(href, revision)]);
  const edited = editScenario(saved.scenario, typed, additions);
  if (edited.outcome !== "edited") return edited;
  const evaluation = reevaluateScenario(edited.scenario, saved);
  return { outcome: "shown", shown: show({ evaluation, href, saved }, subject) };
}

function savedAt(href: string, revision: number): Promise<Evaluation> {
  const address = `${href}/document?revision=${revision}`;
  if (held?.address !== address) held = { address, saved: fetchDocument(address).then(evaluateScenario) };
  return held.saved;
}

async function fetchDocument(address: string): Promise<Scenario> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return (await response.json()) as Scenario;
}
