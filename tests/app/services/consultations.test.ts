import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Partner } from "../../../app/services/consultations";
import { createServices } from "../../../app/services/create-services.server";
import type { Services } from "../../../app/services/services";
import type { ReplyDraft } from "../../../scenarios/consultation/reply";
import type { Json } from "../../../scenarios/changes/json";
import { edited } from "../../support/documents";
import { exampleScenario } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const NOW = "2015-02-02T09:00:00.000Z";
const TODAY = "2015-02-02";
const BY = { author: "Ann", person: null, now: NOW };
const S1 = "llr-2015-s1";
const folder = mkdtempSync(join(tmpdir(), "planner-consultations-"));
let services: Services;

beforeAll(async () => {
  services = await createServices({ PLANNER_DATA: folder }, NOW);
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true });
});

const DRAFT = {
  ...{ name: "Spring 2015", introduction: "Please tell us.", questions: "One?\n\nTwo?" },
  scenarios: [{ scenario: S1, revision: 1 }],
  ...{ opens: TODAY, closes: "2015-02-27", silence: "undecided", smallNumberThreshold: "5" },
};

async function freeze() {
  const frozen = await services.consultations.freeze("llr-2015", DRAFT, BY);
  if (frozen.outcome !== "created") throw new Error(JSON.stringify(frozen));
  return { plan: "llr-2015", consultation: frozen.consultation };
}

async function openAs(key: { plan: string; consultation: string }, organisation: string): Promise<Partner> {
  const link = found(
    await services.consultations.makeLink({ ...key, organisation }, { withCode: false }, BY),
  );
  const session = found(await services.consultations.partners.openLink(link.token, NOW));
  return found(await services.consultations.partners.identify(session, NOW));
}

function joins(extra: Partial<ReplyDraft["rounds"][number]> = {}): ReplyDraft {
  const round = { scenario: S1, round: "districts", decision: "takes-options", ranks: { B: "1" } };
  return { rounds: [{ ...round, ...extra }], signOff: "cabinet", repliedBy: "A. Clerk" };
}

const reply = (partner: Partner, answers: ReplyDraft, now = NOW) =>
  services.consultations.partners.save(partner, {
    ...{ state: "submitted", way: "page", answers, author: partner.organisation, now, baseVersion: null },
  });

describe("a consultation", () => {
  it("freezes what was seen: later edits go to the live plan and are said", async () => {
    const key = await freeze();
    const before = found(await services.consultations.load(key, TODAY));
    expect(before.movedOn).toEqual([false]);
    const change = {
      name: "Price of the joint lot",
      operations: [{ op: "replace" as const, path: "/provisions/joint/price/annual", value: "1.00" }],
    };
    const live = { plan: "llr-2015", scenario: S1 };
    expect(await services.saveChange(live, { baseRevision: 1, change }, BY)).toMatchObject({
      outcome: "saved",
    });
    const after = found(await services.consultations.load(key, TODAY));
    expect(after.movedOn).toEqual([true]);
    expect(after.scenarios).toEqual(before.scenarios);
  });

  it("does not go out where shares by a small count would tell it; the same by population goes", async () => {
    const freezeOf = async (id: string, weights: Json) => {
      const document = edited(exampleScenario("llr-2015-s1.json"), {
        ...{
          "/id": id,
          "/areas/melton/bases/incidents": "3",
          "/contributions/districts/share/weights": weights,
        },
        "/sources": [{ id: "police", title: "Recorded incidents", kind: "observation" }],
        "/provenance": [{ path: "/areas/melton/bases/incidents", source: "police" }],
      });
      await services.importScenario("llr-2015", JSON.stringify(document), BY);
      const scenarios = [{ scenario: id, revision: 1 }];
      return services.consultations.freeze("llr-2015", { ...DRAFT, name: id, scenarios }, BY);
    };
    const byIncidents = await freezeOf("small-1", [{ basis: "incidents", percent: "100" }]);
    expect(byIncidents).toMatchObject({
      outcome: "refused",
      issues: [{ path: "/scenarios", message: expect.stringContaining("by incidents") as string }],
    });
    const byPopulation = await freezeOf("small-2", [{ basis: "population", percent: "100" }]);
    expect(byPopulation).toMatchObject({ outcome: "created" });
  });

  it("says everything that is missing at once", async () => {
    const empty = { ...DRAFT, name: " ", scenarios: [], closes: "2015-01-01", silence: "" };
    const refused = await services.consultations.freeze("llr-2015", empty, BY);
    expect(refused).toMatchObject({
      outcome: "refused",
      issues: [{ path: "/name" }, { path: "/scenarios" }, { path: "/closes" }, { path: "/silence" }],
    });
    const baseline = { ...DRAFT, scenarios: [{ scenario: "llr-2015-s0", revision: 1 }] };
    expect(await services.consultations.freeze("llr-2015", baseline, BY)).toMatchObject({
      issues: [{ code: "asks-nobody" }],
    });
    expect(await services.consultations.freeze("nowhere", DRAFT, BY)).toEqual({ outcome: "missing" });
  });

  it("follows each partner from link to reply, and keeps every version", async () => {
    const key = await freeze();
    const standings = async () =>
      found(await services.consultations.load(key, TODAY)).partners.map(({ standing }) => standing);
    const melton = await openAs(key, "melton");
    expect((await standings())[4]).toBe("opened");
    expect(await services.consultations.partners.load(melton)).toMatchObject({
      organisationName: "Melton Borough Council",
      latest: null,
    });
    await services.consultations.partners.save(melton, {
      ...{
        state: "draft",
        way: "page",
        answers: joins({ maximum: "not sure" }),
        author: "melton",
        now: NOW,
        baseVersion: 0,
      },
    });
    expect((await standings())[4]).toBe("drafting");
    expect(await reply(melton, joins({ maximum: "not sure" }))).toMatchObject({ outcome: "refused" });
    expect(await reply(melton, joins({ conditions: "If Blaby joins" }))).toEqual({
      outcome: "saved",
      version: 2,
    });
    expect((await standings())[4]).toBe("conditional");
    await reply(melton, joins());
    expect((await standings())[4]).toBe("signed-off");
    expect((await standings())[0]).toBe("not-invited");
  });

  it("takes replies to its last day and no longer, unless it is extended", async () => {
    const key = await freeze();
    const melton = await openAs(key, "melton");
    expect(await reply(melton, joins(), "2015-02-27T23:00:00.000Z")).toMatchObject({ outcome: "saved" });
    expect(await reply(melton, joins(), "2015-02-28T00:00:00.000Z")).toEqual({ outcome: "closed" });
    const late = { author: "Ann", person: null, now: "2015-02-28T08:00:00.000Z" };
    expect(await services.consultations.extend(key, "2015-02-01", late)).toMatchObject({
      issue: { code: "out-of-order" },
    });
    expect(await services.consultations.extend(key, "2015-03-31", late)).toEqual({ issue: null });
    expect(await reply(melton, joins(), "2015-02-28T08:00:00.000Z")).toMatchObject({ outcome: "saved" });
    await services.consultations.close(key, late);
    expect(await reply(melton, joins(), "2015-02-28T09:00:00.000Z")).toEqual({ outcome: "closed" });
  });

  it("shows nothing through a link whose code is not given", async () => {
    const key = await freeze();
    const { partners } = services.consultations;
    const link = found(
      await services.consultations.makeLink({ ...key, organisation: "blaby" }, { withCode: true }, BY),
    );
    const session = found(await partners.openLink(link.token, NOW));
    expect(await partners.load(found(await partners.identify(session, NOW)))).toBeNull();
    expect(await partners.giveCode(session, "wrong!", NOW)).toBe("wrong");
    expect(await partners.giveCode(session, found(link.code), NOW)).toBe("right");
    expect(await partners.load(found(await partners.identify(session, NOW)))).not.toBeNull();
  });

  it("makes no link for who is not asked", async () => {
    const key = await freeze();
    const outsider = { ...key, organisation: "opcc" };
    expect(await services.consultations.makeLink(outsider, { withCode: false }, BY)).toBeNull();
    expect(await services.consultations.partners.openLink("no such token", NOW)).toBeNull();
  });

  it("becomes a scenario as replied, based on the frozen one, in which the silent stay undecided", async () => {
    const key = await freeze();
    await reply(await openAs(key, "melton"), joins());
    const folded = await services.consultations.fold(key, S1, BY);
    if (folded.outcome !== "created") throw new Error(JSON.stringify(folded));
    const made = found(await services.loadScenario({ plan: "llr-2015", scenario: folded.scenario }));
    expect(made.scenario.basedOn?.id).toBe(S1);
    const members = made.scenario.contributions?.[0]?.members ?? [];
    expect(members.map(({ choice }) => choice)).toEqual(
      members.map(({ organisation }) => (organisation === "melton" ? ["B"] : "undecided")),
    );
    expect(await services.consultations.fold(key, "llr-2015-s2", BY)).toEqual({ outcome: "missing" });
  });
});
