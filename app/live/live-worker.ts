import { config } from "zod";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Scenario } from "../../scenarios/model/scenario";
import { LIVE_PAGES } from "../pages/pages";
import { editScenario } from "./edited-scenario";
import type { LiveReply, LiveRequest } from "./messages";

// The content security policy lets no text become code, which zod would try in order to be quick.
config({ jitless: true });

/** The scenario as the page has it: fetched once for each revision. */
let held: { readonly address: string; readonly document: Promise<Scenario> } | null = null;

addEventListener("message", ({ data }: MessageEvent<LiveRequest>) => {
  answer(data).then(
    (reply) => postMessage(reply),
    () => {
      held = null; // Asked for again, it may come.
      postMessage({ outcome: "unavailable" } satisfies LiveReply);
    },
  );
});

async function answer({ page, subject, href, revision, typed }: LiveRequest): Promise<LiveReply> {
  const [show, scenario] = await Promise.all([LIVE_PAGES[page](), documentAt(href, revision)]);
  const edited = editScenario(scenario, typed);
  if (edited.outcome !== "edited") return edited;
  return { outcome: "shown", shown: show({ evaluation: evaluateScenario(edited.scenario), href }, subject) };
}

function documentAt(href: string, revision: number): Promise<Scenario> {
  const address = `${href}/document?revision=${revision}`;
  if (held?.address !== address) held = { address, document: fetchDocument(address) };
  return held.document;
}

async function fetchDocument(address: string): Promise<Scenario> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return (await response.json()) as Scenario;
}
