import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Consultation } from "../../../scenarios/consultation/consultation";
import type { LoadedConsultation } from "../../../app/services/consultations";
import { createServices } from "../../../app/services/create-services.server";
import type { Services } from "../../../app/services/services";
import { fillIn, ROUND } from "../../support/reply-packs";
import { unzip } from "../../support/workbook-parts";
import { spoiltReplies } from "../../support/spoilt-replies";
import { found } from "../../support/scenarios";

const NOW = "2015-02-02T09:00:00.000Z";
const TODAY = "2015-02-02";
const BY = { author: "Ann", person: null, now: NOW };
const folder = mkdtempSync(join(tmpdir(), "planner-packs-"));
let services: Services;
let loaded: LoadedConsultation;

beforeAll(async () => {
  services = await createServices({ PLANNER_DATA: folder }, NOW);
  const draft = {
    ...{ name: "Spring 2015", introduction: "Please tell us.", questions: "Do you agree?" },
    scenarios: [{ scenario: "llr-2015-s1", revision: 1 }],
    ...{ opens: TODAY, closes: "2015-02-27", silence: "undecided", smallNumberThreshold: "5" },
  };
  const frozen = await services.consultations.freeze("llr-2015", draft, BY);
  if (frozen.outcome !== "created") throw new Error(JSON.stringify(frozen));
  loaded = found(
    await services.consultations.load({ plan: "llr-2015", consultation: frozen.consultation }, TODAY),
  );
}, 60_000);
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true });
});

const key = () => ({ plan: "llr-2015", consultation: loaded.consultation.id });
const writePack = (organisation: string) => services.packs.write(loaded, organisation, new Date(NOW));
const partnerNow = async (organisation: string) =>
  found(
    (await services.consultations.load(key(), TODAY))?.partners.find(
      (one) => one.organisation === organisation,
    ),
  );

const ANSWERS = {
  [`${ROUND}/decision`]: "We take options",
  [`${ROUND}/ranks/B`]: 1,
  [`${ROUND}/maximum`]: 50_000,
  "/signOff": "Cabinet",
  "/repliedBy": "A. Clerk",
} as const;

async function receive(content: Buffer) {
  return services.packs.receive(loaded, { name: "reply.xlsx", content }, BY);
}

describe("a pack that comes back", () => {
  it("is kept as it came, shown line by line, and becomes the reply of its organisation", async () => {
    const file = await fillIn(await writePack("charnwood"), ANSWERS);
    const kept = await receive(file);
    expect(kept).toEqual({ outcome: "kept", number: 1 });
    expect(await services.packs.original(key(), 1)).toEqual(file);
    const { lines, organisation } = found(await services.packs.load(loaded, 1));
    expect(organisation).toBe("charnwood");
    const references = lines.filter(({ state }) => state === "taken").map(({ reference }) => reference);
    expect(references).toHaveLength(5);
    expect(await services.packs.take(loaded, { number: 1, references }, BY)).toMatchObject({
      outcome: "saved",
    });
    expect(await partnerNow("charnwood")).toMatchObject({
      way: "workbook",
      reply: { signOff: "cabinet", rounds: [{ ranks: { B: 1 }, maximum: "50000.00" }] },
    });
  }, 60_000);

  it("leaves out the lines that are not taken", async () => {
    const references = [`${ROUND}/decision`, `${ROUND}/ranks/B`, "/signOff", "/repliedBy"];
    await services.packs.take(loaded, { number: 1, references }, BY);
    expect((await partnerNow("charnwood")).reply?.rounds[0]).not.toHaveProperty("maximum");
  });

  it("is not taken without what a reply needs, and says so", async () => {
    const taken = await services.packs.take(loaded, { number: 1, references: ["/signOff"] }, BY);
    expect(taken).toMatchObject({ outcome: "refused" });
    expect((await partnerNow("charnwood")).versions).toBe(2);
  });

  it("leaves nothing behind when it is not a pack of this consultation", async () => {
    const events = async () => found(await services.consultations.load(key(), TODAY)).events.length;
    const before = [await events(), (await services.packs.list(key())).length];
    const fromElsewhere = { ...loaded, consultation: { ...loaded.consultation, id: "autumn" } };
    const foreign = await services.packs.write(fromElsewhere, "charnwood", new Date(NOW));
    expect(await receive(foreign)).toEqual({ outcome: "refused", fault: "another-consultation" });
    expect(await receive(Buffer.from("no workbook"))).toEqual({
      outcome: "refused",
      fault: "not-a-workbook",
    });
    expect([await events(), (await services.packs.list(key())).length]).toEqual(before);
  }, 60_000);

  it("is known by the planner's own key, also by another instance on the same database", async () => {
    const other = await createServices({ PLANNER_DATA: folder }, NOW);
    const file = await fillIn(await other.packs.write(loaded, "melton", new Date(NOW)), ANSWERS);
    await other.close();
    expect(await receive(file)).toEqual({ outcome: "kept", number: 2 });
  }, 60_000);

  it("writes nothing of what is refused, however hostile, and goes on to take packs", async () => {
    const make = (organisation: string, changes: Partial<Consultation> = {}) =>
      services.packs.write(
        { ...loaded, consultation: { ...loaded.consultation, ...changes } },
        organisation,
        new Date(NOW),
      );
    const written = async () => {
      const { events, partners } = found(await services.consultations.load(key(), TODAY));
      const files = await services.packs.list(key());
      return [events.length, files.length, ...partners.map(({ versions }) => versions)];
    };
    let refused = 0;
    for (const { name, file } of await spoiltReplies(make)) {
      const before = await written();
      const outcome = await receive(file);
      const after = await written();
      if (outcome.outcome === "refused") {
        refused += 1;
        expect([name, after]).toEqual([name, before]);
      } else {
        // A pack that is whole is kept, however odd the rest of the file; it is no reply before it is taken.
        expect([name, after.slice(2)]).toEqual([name, before.slice(2)]);
      }
    }
    expect(refused).toBeGreaterThanOrEqual(12);
    expect(await receive(await make("melton"))).toMatchObject({ outcome: "kept" });
  }, 300_000);
});

describe("the packs of all", () => {
  it("are one zip, made one after the other, with how far it is", async () => {
    const report = (fault: unknown): void => {
      throw fault;
    };
    const partners = loaded.partners.slice(0, 2);
    const first = services.packs.beginAll(loaded, partners, new Date(NOW), report);
    expect(first.state).toBe("working");
    const seen = new Set<number>();
    let job = found(services.packs.findAll(loaded));
    while (job.state === "working") {
      seen.add(job.progress.done);
      await new Promise((resolve) => setTimeout(resolve, 20));
      job = found(services.packs.findAll(loaded));
    }
    if (job.state !== "ready") throw new Error(job.state);
    expect([...(await unzip(job.answer)).keys()]).toEqual([
      "spring-2015-blaby.xlsx",
      "spring-2015-charnwood.xlsx",
    ]);
    expect(seen.has(1)).toBe(true);
    services.packs.stopAll(loaded);
    expect(services.packs.findAll(loaded)).toEqual(job);
  }, 60_000);
});
