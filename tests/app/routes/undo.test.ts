import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LatestAnswer } from "../../../app/lib/latest-answer";
import type { UndoAnswer } from "../../../app/lib/undo-answer";
import { loader as loadLayout } from "../../../app/routes/plans.$plan.scenarios.$scenario";
import { loader as loadLatest } from "../../../app/routes/plans.$plan.scenarios.$scenario.latest";
import {
  loader as loadUndo,
  action as postUndo,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.undo";
import type { Operation } from "../../../scenarios/changes/operation";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeEach(async () => {
  planner = await openPlanner();
});
afterEach(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const HREF = "/plans/llr-2015/scenarios/llr-2015-s1";
const PRICE = "/provisions/joint/price/annual";
const price = (value: string): Operation => ({ op: "replace", path: PRICE, value });

async function change(author: string, operations: readonly Operation[], name = "Price of the joint lot") {
  const { revision } = found(await planner.services.loadScenario(S1));
  const request = { baseRevision: revision, change: { name, operations } };
  const saved = await planner.services.saveChange(S1, request, {
    author,
    person: author === ME ? "sample-commissioner" : null,
    now: "2015-04-02T10:00:00.000Z",
  });
  expect(saved.outcome).toBe("saved");
}

const post = (fields: Readonly<Record<string, string>>): Promise<Response> =>
  postUndo(planner.ask(S1, sentForm(fields)));
const answerOf = async (response: Response) => (await response.json()) as UndoAnswer;
const priceNow = async () =>
  found(found(await planner.services.loadScenario(S1)).scenario.provisions.find(({ id }) => id === "joint"))
    .price;

const ME = "Casey Sample";

describe("the head of every page of a scenario", () => {
  test("names what the person can take back, and nothing where they changed nothing", async () => {
    expect((await loadLayout(planner.ask(S1))).steps).toEqual({ undo: null, redo: null });
    await change("Cara", [price("1.00")]);
    expect((await loadLayout(planner.ask(S1))).steps.undo, "another’s change is theirs to undo").toBeNull();
    await change(ME, [price("2.00")]);
    expect((await loadLayout(planner.ask(S1))).steps.undo).toEqual({
      ...{ change: 3, name: "Price of the joint lot" },
    });
  });
});

describe("undo", () => {
  test("shows what it would change, takes it back and leads back to where it was asked for", async () => {
    await change(ME, [price("1400000.00")]);
    const { steps } = await loadUndo(planner.ask(S1));
    expect(steps["undo"]?.changes).toEqual([
      {
        path: PRICE,
        about: "Joint sexual violence and domestic abuse support for adults: Annual price at start",
        from: "1,400,000.00",
        to: "1,380,000.00",
      },
    ]);
    const back = `${HREF}/contributions?activity=outreach`;
    const response = await post({ direction: "undo", change: "2", back });
    expect([response.status, response.headers.get("Location")]).toEqual([303, `${back}&did=3`]);
    expect(await priceNow()).toMatchObject({ annual: "1380000.00" });
    expect((await loadLayout(planner.ask(S1))).latest.what).toBe("Undone: Price of the joint lot");
    const again = await post({ direction: "redo", change: "2", back: HREF });
    expect(again.headers.get("Location")).toBe(`${HREF}?did=4`);
    expect(await priceNow()).toMatchObject({ annual: "1400000.00" });
  });

  test("asks in words where someone else changed the same field, and does as the person says", async () => {
    await change(ME, [price("1400000.00")]);
    await change("Cara", [price("1500000.00")]);
    const response = await post({ direction: "undo", change: "2", back: HREF });
    expect(response.status).toBe(409);
    expect(await answerOf(response)).toMatchObject({
      revision: 3,
      decisions: [
        {
          path: PRICE,
          about: "Joint sexual violence and domestic abuse support for adults: Annual price at start",
          mine: { text: "Yours: 1,380,000.00" },
          theirs: { text: "Theirs: 1,500,000.00", hint: "Changed by Cara, 2 April 2015 at 11:00" },
        },
      ],
    });
    expect(await priceNow()).toMatchObject({ annual: "1500000.00" });
    await post({ direction: "undo", change: "2", back: HREF, revision: "3", [`resolve:${PRICE}`]: "mine" });
    expect(await priceNow()).toMatchObject({ annual: "1380000.00" });
  });

  test("pressed in a window that has not seen the latest does nothing and says so", async () => {
    await change(ME, [price("1.00")]);
    await change(ME, [price("2.00")]);
    const response = await post({ direction: "undo", change: "2", back: HREF });
    expect(response.status).toBe(409);
    expect((await answerOf(response)).faults).toEqual([
      { text: "The scenario has moved on: look at what is next now." },
    ]);
    expect(await priceNow()).toMatchObject({ annual: "2.00" });
  });

  test("of a lot that somebody deleted says what, who and when; it can be left out, or done once the lot is back", async () => {
    await change(ME, [{ op: "replace", path: "/provisions/family/price/annual", value: "200000.00" }]);
    const { scenario } = found(await planner.services.loadScenario(S1));
    const family = found(scenario.provisions.find(({ id }) => id === "family"));
    const onlyFor = "/fundingSources/lcc-core/onlyFor/provisions/family";
    const remove = (): Promise<void> =>
      change("Cara", [
        { op: "remove", path: onlyFor },
        { op: "remove", path: "/provisions/family" },
      ]);
    await remove();
    const refused = await post({ direction: "undo", change: "2", back: HREF });
    expect(refused.status).toBe(409);
    expect(await answerOf(refused)).toMatchObject({
      faults: [
        {
          text: "Cara deleted the contract or lot “County family support” on 2 April 2015 at 11:00. Bring it back from the history first, or leave this out.",
          href: `${HREF}/history`,
        },
      ],
      ...{ decisions: [], gone: ["/provisions/family/price/annual"], revision: 3 },
    });

    await change("Cara", [
      { op: "add", path: "/provisions/family", value: { ...family } },
      { op: "add", path: onlyFor, value: "family" },
    ]);
    const back = await answerOf(await post({ direction: "undo", change: "2", back: HREF }));
    expect(back).toMatchObject({
      faults: [],
      gone: [],
      decisions: [{ mine: { text: "Yours: 190,000.00" } }],
    });
    await remove();

    const left = { "resolve:/provisions/family/price/annual": "theirs", revision: "5" };
    const done = await post({ direction: "undo", change: "2", back: HREF, ...left });
    expect(done.headers.get("Location")).toBe(`${HREF}?did=6`);
    expect((await loadLayout(planner.ask(S1))).steps.undo, "the way to earlier changes is free").toBeNull();
  });

  test("that would leave a scenario that is not valid is refused with what to mend", async () => {
    const late = { id: "late", name: "Late service", unit: "cases" };
    await change(ME, [{ op: "add", path: "/activities/late", value: late }]);
    await change("Cara", [{ op: "add", path: "/provisions/joint/activities/late", value: "late" }]);
    const response = await post({ direction: "undo", change: "2", back: HREF });
    expect(response.status).toBe(400);
    expect((await answerOf(response)).faults[0]?.text).toMatch(/late/);
  });

  test.each(["https://evil.example/", "//evil.example", `${HREF}x`, "/plans", "", `${HREF}\\..`])(
    "leads back to no other place than a page of the scenario: not to %j",
    async (back) => {
      await change(ME, [price("1.00")]);
      const location = (await post({ direction: "undo", change: "2", back })).headers.get("Location");
      expect(location).toMatch(new RegExp(`^(${HREF}\\?did=3|/plans)$`));
    },
  );

  test("of a scenario that is not there is not found", async () => {
    expect((await thrownBy(loadUndo(planner.ask({ ...S1, scenario: "none" })))).status).toBe(404);
  });
});

describe("an open page that asks whether it is up to date", () => {
  test("hears who changed what and when, and whether that was the person themselves", async () => {
    await change("Cara", [price("1.00")]);
    const response = await loadLatest(planner.ask(S1));
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const answer = (await response.json()) as LatestAnswer;
    expect(answer).toEqual({
      ...{ revision: 2, what: "Price of the joint lot", by: "Cara", yours: false },
      at: "2 April 2015 at 11:00",
    });
    await change(ME, [price("2.00")]);
    expect(await (await loadLatest(planner.ask(S1))).json()).toMatchObject({ revision: 3, yours: true });
  });
});
