import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loader as loadOverview } from "../../../app/routes/plans.$plan.scenarios.$scenario._index";
import {
  loader as loadBase,
  action as postBase,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.base";
import {
  loader as loadStack,
  action as postStack,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.base_.stack";
import type { Operation } from "../../../scenarios/changes/operation";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeEach(async () => {
  planner = await openPlanner();
});
afterEach(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const S2 = { plan: "llr-2015", scenario: "llr-2015-s2" };
const S3 = { plan: "llr-2015", scenario: "llr-2015-s3" };
const HREF = "/plans/llr-2015/scenarios/llr-2015-s2";
const PRICE = "/provisions/joint/price/annual";
const FAMILY = "/provisions/family/price/annual";
const set = (path: string, value: string): Operation => ({ op: "replace", path, value });

type Fields = Readonly<Record<string, string>>;
const posted = (fields: Fields, url?: string) => planner.ask(S2, sentForm(fields, url));

async function change(key: typeof S1, operations: readonly Operation[], reason?: string) {
  const { revision } = found(await planner.services.loadScenario(key));
  const request = {
    ...{ baseRevision: revision, change: { name: "Edit", operations } },
    ...(reason === undefined ? {} : { reason }),
  };
  const by = { author: "Cara", person: null, now: "2015-04-02T10:00:00.000Z" };
  expect(await planner.services.saveChange(key, request, by)).toMatchObject({ outcome: "saved" });
}

const page = async () => found((await loadBase(planner.ask(S2))).base);
const document = async (key = S2) => found(await planner.services.loadScenario(key)).scenario;

describe("the changes of a scenario against its base", () => {
  test("are listed in words with the reason of each, also on the overview", async () => {
    await change(S2, [set(PRICE, "1400000.00")], "The tender came in higher");
    const { name, changes } = await page();
    expect(name).toBe("One joint lot, all districts in B");
    expect(changes.map(({ about }) => about)).not.toContain("based on id");
    expect(changes).toContainEqual({
      path: "/contributions/districts/members/melton/choice",
      about: "Melton Borough Council in District contributions from October 2015: Choice",
      from: "B: proportionate share",
      to: "Declines",
      ...{ reason: "", said: "" },
    });
    const overview = found((await loadOverview(planner.ask(S2))).against);
    expect(overview.changes.find(({ path }) => path === PRICE)).toMatchObject({
      from: "1,380,000.00",
      to: "1,400,000.00",
      reason: "The tender came in higher",
      said: "Cara, 2 April 2015 at 11:00",
    });
    expect(overview.hasMoved).toBe(false);
  });

  test("get one reason for all that have none, and keep those that they have", async () => {
    await change(S2, [set(PRICE, "1400000.00")], "The tender came in higher");
    const unsaid = async () => (await page()).changes.filter(({ reason }) => reason === "").length;
    expect(await unsaid()).toBeGreaterThan(1);
    await postBase(posted({ do: "reason-for-all", reason: "The tender goes out later" }));
    const reasons = (await page()).changes.map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set(["The tender came in higher", "The tender goes out later"]));
  });

  test("get their reason afterwards, and by whom it was given", async () => {
    await change(S2, [set(PRICE, "1400000.00")]);
    const response = await postBase(posted({ do: "reason", path: PRICE, reason: " The tender " }));
    expect(response.headers.get("Location")).toBe(`${HREF}/base`);
    expect((await page()).changes.find(({ path }) => path === PRICE)).toMatchObject({
      ...{ reason: "The tender", said: "Casey Sample, 1 April 2015 at 10:00" },
    });
  });

  test("are none for a scenario that is based on nothing", async () => {
    const { base, basedOn } = await loadBase(planner.ask({ ...S1, scenario: "llr-2015-s0" }));
    expect([base, basedOn]).toEqual([null, null]);
    expect((await thrownBy(loadBase(planner.ask({ ...S1, scenario: "none" })))).status).toBe(404);
  });
});

describe("what changed in the base", () => {
  const takeOver = async (fields: Fields = {}) => {
    const { takeOver } = await page();
    const seen = { baseRevision: String(takeOver?.revision), upTo: String(takeOver?.upTo) };
    return postBase(posted({ do: "take-over", ...seen, ...fields }));
  };

  test("is taken over as one change; nothing is left to take over then", async () => {
    await change(S1, [set(FAMILY, "195000.00")]);
    expect((await page()).takeOver?.clean).toMatchObject([{ path: FAMILY, to: "195,000.00" }]);
    expect(found((await loadOverview(planner.ask(S2))).against).hasMoved).toBe(true);
    expect((await takeOver()).headers.get("Location")).toBe(`${HREF}/base?did=2`);
    expect((await document()).provisions.find(({ id }) => id === "family")?.price).toMatchObject({
      annual: "195000.00",
    });
    expect((await page()).takeOver).toBeNull();
  });

  test("is asked about where both changed the same field, with the value before", async () => {
    await change(S1, [set(PRICE, "1500000.00")]);
    await change(S2, [set(PRICE, "1400000.00")]);
    const response = await takeOver();
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      decisions: [
        {
          path: PRICE,
          mine: { text: "Keep: 1,400,000.00" },
          theirs: { text: "Take over: 1,500,000.00", hint: "Before both: 1,380,000.00" },
        },
      ],
    });
    await takeOver({ [`resolve:${PRICE}`]: "theirs" });
    expect((await document()).provisions.find(({ id }) => id === "joint")?.price).toMatchObject({
      annual: "1500000.00",
    });
  });
});

describe("the changes of one scenario on top of another", () => {
  const url = `http://127.0.0.1:3000${HREF}/base/stack?on=llr-2015-s3`;
  const load = () => loadStack(planner.ask(S2, new Request(url)));

  test("are shown first, asked about where both changed the same, and make a new scenario", async () => {
    await change(S2, [set(FAMILY, "195000.00")]);
    const { clean, decisions, seen, on } = await load();
    expect(clean).toMatchObject([{ path: FAMILY }]);
    expect(decisions.map(({ path }) => path)).toContain("/contributions/districts/members/melton/choice");
    const fields = {
      on: on.id,
      revision: `${seen.revision}`,
      onRevision: `${seen.onRevision}`,
      name: "Both",
    };
    const undecided = await postStack(posted(fields, url));
    expect(undecided.status).toBe(400);
    const chosen = Object.fromEntries(decisions.map(({ path }) => [`resolve:${path}`, "mine"]));
    const made = await postStack(posted({ ...fields, ...chosen }, url));
    expect(made.headers.get("Location")).toBe("/plans/llr-2015/scenarios/both/base");
    const both = await document({ plan: "llr-2015", scenario: "both" });
    expect(both.provisions.find(({ id }) => id === "family")?.price).toMatchObject({ annual: "195000.00" });
    expect(both.contributions).toEqual((await document(S3)).contributions);
    expect(both).toMatchObject({ name: "Both", status: "draft" });
  });

  test("need a name, and a scenario that is there", async () => {
    const { seen, on } = await load();
    const fields = { on: on.id, revision: `${seen.revision}`, onRevision: `${seen.onRevision}` };
    const unnamed = await postStack(posted({ ...fields, name: " " }, url));
    expect(await unnamed.json()).toMatchObject({ faults: [{ href: "#name" }] });
    const nothingChosen = await thrownBy(loadStack(planner.ask(S2)));
    expect(nothingChosen.headers.get("location")).toMatch(/\/base$/);
  });
});
