import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LiveAnswers } from "../../../app/live/live-answers";
import type { LiveRequest } from "../../../app/live/messages";
import { showLots } from "../../../app/pages/show-lots";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { exampleScenario } from "../../support/evaluated-example";
import { largePlan } from "../../support/large-plan";

const PRICE = "/provisions/joint/price/annual";
const REQUEST: LiveRequest = {
  page: "lots",
  subject: "",
  href: "/plans/p/scenarios/s",
  revision: 3,
  typed: {},
};

describe("the answers while someone types", () => {
  const fetched: string[] = [];
  let document: unknown;

  beforeEach(() => {
    fetched.length = 0;
    document = exampleScenario("llr-2015-s1.json");
    vi.stubGlobal("fetch", (address: string) => {
      fetched.push(address);
      return Promise.resolve(Response.json(document));
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  test("are what the page shows of the scenario with what is typed; the scenario is fetched once for a revision", async () => {
    const answers = new LiveAnswers();
    await answers.prepare(REQUEST);
    const reply = answers.answer({ ...REQUEST, typed: { [PRICE]: "1500000" } });
    if (reply.outcome !== "shown") throw new Error(reply.outcome);
    expect(reply.shown).not.toEqual(
      showLots({ evaluation: evaluateScenario(exampleScenario("llr-2015-s1.json")), href: REQUEST.href }),
    );
    await answers.prepare({ ...REQUEST, page: "headlines" });
    expect(fetched).toEqual(["/plans/p/scenarios/s/document?revision=3"]);
    await answers.prepare({ ...REQUEST, revision: 4 });
    expect(fetched).toHaveLength(2);
  });

  test("are for the page that was prepared, and no other", async () => {
    const answers = new LiveAnswers();
    expect(answers.isPrepared(REQUEST)).toBe(false);
    await answers.prepare(REQUEST);
    expect(answers.isPrepared({ ...REQUEST, typed: { [PRICE]: "1" } })).toBe(true);
    expect(answers.isPrepared({ ...REQUEST, revision: 4 })).toBe(false);
    expect(answers.isPrepared({ ...REQUEST, subject: "joint" })).toBe(false);
  });

  test("of the sample may be worked out on the page itself, of a large plan not", async () => {
    const answers = new LiveAnswers();
    await answers.prepare(REQUEST);
    expect(answers.isSmall()).toBe(true);
    document = largePlan();
    await answers.prepare({ ...REQUEST, revision: 4 });
    expect(answers.isSmall()).toBe(false);
  });
});
