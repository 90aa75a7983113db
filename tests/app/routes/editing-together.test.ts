import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SaveAnswer } from "../../../app/forms/save-answer";
import { action as saveChanges } from "../../../app/routes/plans.$plan.scenarios.$scenario.changes";
import { action as saveProvision } from "../../../app/routes/plans.$plan.scenarios.$scenario.lots_.$provision";
import type { Operation } from "../../../scenarios/changes/operation";
import type { Scenario } from "../../../scenarios/model/scenario";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeEach(async () => {
  planner = await openPlanner();
});
afterEach(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const PRICE = "/provisions/joint/price/annual";

type Fields = Readonly<Record<string, string>>;
const posted = (fields: Fields, params: Fields = S1) =>
  planner.ask(params, sentForm({ baseRevision: "1", ...fields }));
const change = (fields: Fields) => saveChanges(posted(fields));
const answerOf = async (response: Response): Promise<SaveAnswer> => (await response.json()) as SaveAnswer;
const stored = async (): Promise<Scenario> => found(await planner.services.loadScenario(S1)).scenario;
const joint = async () => found((await stored()).provisions.find(({ id }) => id === "joint"));

describe("what somebody else has deleted or moved since the page was shown", () => {
  const FUNDING = "/provisions/joint/funding";
  const shares = async () =>
    ((await joint()).funding ?? []).map((line) => [
      line.source,
      "percent" in line ? line.percent : undefined,
    ]);
  const doElse = async (...operations: readonly Operation[]): Promise<void> => {
    const { number } = found(await planner.services.loadLatest(S1));
    const request = { baseRevision: number, change: { name: "Something else", operations } };
    const by = { author: "Adair Sample", person: null, now: "2015-04-01T09:30:00.000Z" };
    expect((await planner.services.saveChange(S1, request, by)).outcome).toBe("saved");
  };

  test("a deleted lot keeps what was typed and says who, when and what to do; brought back, it asks whose price stands", async () => {
    const { number: before } = found(await planner.services.loadLatest(S1));
    const referrer = "/fundingSources/lcc-core/onlyFor/provisions/family";
    await doElse({ op: "remove", path: referrer }, { op: "remove", path: "/provisions/family" });
    const price = { "/provisions/family/price/annual": "195,000" };
    const response = await saveProvision(posted(price, { ...S1, provision: "family" }));
    expect(response.status).toBe(410);
    expect(await answerOf(response)).toEqual({
      outcome: "gone",
      message:
        "Adair Sample deleted the contract or lot “County family support” on 1 April 2015 at 10:30. " +
        "Bring it back from the history and save this again, or leave it.",
      href: "/plans/llr-2015/scenarios/llr-2015-s1/history",
      typed: [{ about: "County family support: Annual price at start", text: "195,000" }],
      values: price,
      baseRevision: 1,
    });
    const asPage = posted({ ...price, reason: "A smaller team" }, { ...S1, provision: "family" });
    asPage.request.headers.set("Accept", "text/html,application/xhtml+xml");
    const page = await thrownBy(saveProvision(asPage));
    expect(page.status, "without script a page of its own says so").toBe(410);
    expect(await page.json()).toMatchObject({
      typed: [{ text: "195,000" }, { about: "Why", text: "A smaller team" }],
    });
    const restored = { revision: before, baseRevision: before + 1 };
    const by = { author: "Adair Sample", person: null, now: "2015-04-01T09:40:00.000Z" };
    await planner.services.restoreRevision(S1, restored, by);
    const again = await answerOf(await change(price));
    if (again.outcome !== "conflict") throw new Error(again.outcome);
    expect(again.clashes).toMatchObject([{ yours: "195,000", theirs: "190,000.00", by: "Adair Sample" }]);
    await change({ ...price, baseRevision: String(again.baseRevision) });
    expect((await stored()).provisions.find(({ id }) => id === "family")?.price).toEqual({
      annual: "195000.00",
    });
  });

  test("a line keeps its edit where one before it was deleted: it is the same fund that pays another percent", async () => {
    await doElse({ op: "remove", path: `${FUNDING}/0` });
    expect((await change({ [`${FUNDING}/1/percent`]: "25" })).status).toBe(200);
    expect(await shares()).toEqual([
      ["lcc-core", "25"],
      ["rutland-core", undefined],
      ["opcc-core", undefined],
    ]);
  });

  test("a line that was deleted itself takes no other line's place", async () => {
    await doElse({ op: "remove", path: `${FUNDING}/1` });
    const answer = await answerOf(await change({ [`${FUNDING}/1/percent`]: "25", [PRICE]: "1,400,000" }));
    expect(answer).toMatchObject({
      outcome: "gone",
      message: expect.stringMatching(
        /^Adair Sample changed or deleted .* on 1 April 2015 at 10:30\./,
      ) as string,
    });
    expect((await shares()).map(([source]) => source)).toEqual(["city-core", "rutland-core", "opcc-core"]);
    expect((await joint()).price).toMatchObject({ annual: "1380000.00" });
  });

  test("two people who each add a line have both", async () => {
    const line = (name: string) => ({
      "/provisions/joint/oneOffs/-/name": name,
      "/provisions/joint/oneOffs/-/amount": "1,000",
      "/provisions/joint/oneOffs/-/date": "1/4/2016",
    });
    await change(line("Training"));
    expect((await change(line("Publicity"))).status).toBe(200);
    const names = ((await joint()).oneOffs ?? []).map(({ name }) => name);
    expect(names).toEqual(["Mobilisation and transfer", "Training", "Publicity"]);
  });
});
