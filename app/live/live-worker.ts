import { config } from "zod";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { LIVE_PAGES } from "../pages/pages";
import { editScenario } from "./edited-scenario";
import type { LiveReply, LiveRequest } from "./messages";

// The content security policy lets no text become code, which zod would try in order to be quick.
config({ jitless: true });

/** The scenario as the page has it: fetched once for each revision, and evaluated when something is compared with it. */
type Held = {
  readonly address: string;
  readonly document: Promise<Scenario>;
  evaluation: Evaluation | null;
};

let held: Held | null = null;

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
  const asSaved = holdDocument(href, revision);
  const [show, scenario] = await Promise.all([LIVE_PAGES[page](), asSaved.document]);
  const edited = editScenario(scenario, typed, additions);
  if (edited.outcome !== "edited") return edited;
  const saved = (): Evaluation => (asSaved.evaluation ??= evaluateScenario(scenario));
  const request = { evaluation: evaluateScenario(edited.scenario), href, saved };
  return { outcome: "shown", shown: show(request, subject) };
}

function holdDocument(href: string, revision: number): Held {
  const address = `${href}/document?revision=${revision}`;
  if (held?.address === address) return held;
  held = { address, document: fetchDocument(address), evaluation: null };
  return held;
}

async function fetchDocument(address: string): Promise<Scenario> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return (await response.json()) as Scenario;
}
