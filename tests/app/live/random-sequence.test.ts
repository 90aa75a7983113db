import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Identity } from "../../../app/access/identity";
import type { SaveAnswer } from "../../../app/forms/save-answer";
import type { LiveReply, LiveRequest, WorkerReply } from "../../../app/live/messages";
import { LIVE_PAGES, type LivePage } from "../../../app/pages/pages";
import { action as saveChanges } from "../../../app/routes/plans.$plan.scenarios.$scenario.changes";
import { loader as loadDocument } from "../../../app/routes/plans.$plan.scenarios.$scenario.document";
import type { LoadedScenario } from "../../../app/services/services";
import { found } from "../../support/scenarios";
import { typedEdits } from "../../support/typed-edits";
import { type OpenPlanner, openPlanner } from "../routes/support/open-planner";

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const HREF = "/plans/llr-2015/scenarios/llr-2015-s1";
const STEPS = 200;
const PAGES: readonly (readonly [LivePage, string])[] = [
  ["lots", ""],
  ["contributions", ""],
  ["transition", "all"],
  ["funding", "2016"],
  ["headlines", ""],
  ["provision", "joint"],
];

let planner: OpenPlanner;
let askWorker: (request: LiveRequest) => Promise<LiveReply>;

/** The script of the worker itself, whose window is this test and whose planner is asked without a network. */
beforeAll(async () => {
  planner = await openPlanner();
  let listen: (event: { readonly data: LiveRequest }) => void = () => undefined;
  let answered: (reply: LiveReply) => void = () => undefined;
  vi.stubGlobal("addEventListener", (_type: string, listener: typeof listen) => {
    listen = listener;
  });
  vi.stubGlobal("postMessage", ({ reply }: WorkerReply) => answered(reply));
  vi.stubGlobal("fetch", (address: string) =>
    loadDocument(planner.ask(S1, new Request(new URL(address, "http://127.0.0.1:3000/")))),
  );
  await import("../../../app/live/live-worker");
  askWorker = (data) =>
    new Promise((resolve) => {
      answered = resolve;
      listen({ data });
    });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await planner.close();
});

const current = async (): Promise<LoadedScenario> => found(await planner.services.loadScenario(S1));

async function save(revision: number, typed: Readonly<Record<string, string>>, who: Identity) {
  const body = new URLSearchParams({ baseRevision: String(revision), ...typed });
  const request = new Request("http://127.0.0.1:3000/", { method: "POST", body });
  return (await (await saveChanges(planner.ask(S1, request, who))).json()) as SaveAnswer;
}

test(`through ${STEPS} edits, undos, redos and restores by two people the browser works out what the server does`, {
  timeout: 300_000,
}, async () => {
  const people = [planner.personOf("commissioner"), planner.personOf("administrator")];
  const random = fc.sample(fc.record({ kind: fc.nat(9), who: fc.nat(1), back: fc.nat(20), seed: fc.nat() }), {
    numRuns: STEPS,
    seed: 2015,
  });
  const done = { saved: 0, refused: 0, stepped: 0, restored: 0 };
  for (const [turn, { kind, who, back, seed }] of random.entries()) {
    const { scenario, revision, evaluation: before } = await current();
    const person = found(people[who]);
    if (person.kind !== "person") throw new Error(person.kind);
    const by = { author: person.name, person: person.id, now: "2015-04-01T09:00:00.000Z" };
    if (kind < 6) {
      const [typed = {}] = fc.sample(typedEdits(scenario), { numRuns: 1, seed });
      const [page, subject] = found(PAGES[turn % PAGES.length]);
      const reply = await askWorker({ page, subject, href: HREF, revision, typed });
      const answer = await save(revision, typed, person);
      expect(reply.outcome).toBe(answer.outcome === "saved" ? "shown" : answer.outcome);
      if (reply.outcome !== "shown") {
        done.refused++;
        continue;
      }
      const { evaluation } = await current();
      const show = await LIVE_PAGES[page]();
      const request = { evaluation, href: HREF, saved: before };
      expect(reply.shown, `${page} after step ${turn}`).toEqual(show(request, subject));
      done.saved++;
    } else if (kind < 9) {
      const direction = kind < 8 ? "undo" : "redo";
      const step = (await planner.services.loadSteps(S1, by))[direction];
      if (step !== null) await planner.services.takeStep(S1, { direction, change: step.change }, by);
      done.stepped++;
    } else {
      const restored = { revision: Math.max(1, revision - back), baseRevision: revision };
      await planner.services.restoreRevision(S1, restored, by);
      done.restored++;
    }
  }
  expect(
    Object.values(done).every((count) => count > 5),
    JSON.stringify(done),
  ).toBe(true);
});
