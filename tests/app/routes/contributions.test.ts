import { afterEach, beforeEach, expect, test } from "vitest";
import type { SaveAnswer } from "../../../app/forms/save-answer";
import { formatPounds } from "../../../app/reports/format-table";
import {
  loader as loadContributions,
  action as saveContributions,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.contributions";
import { loader as loadWorking } from "../../../app/routes/plans.$plan.scenarios.$scenario.contributions_.$round.$organisation";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { sumPence } from "../../../scenarios/model/money";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm } from "./support/open-planner";

let planner: OpenPlanner;
beforeEach(async () => {
  planner = await openPlanner();
});
afterEach(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const MELTON = "/contributions/districts/members/melton/choice";

const posted = (fields: Readonly<Record<string, string>>) =>
  planner.ask(S1, sentForm({ baseRevision: "1", ...fields }));
const answerOf = async (response: Response): Promise<SaveAnswer> => (await response.json()) as SaveAnswer;
const stored = async () => found(await planner.services.loadScenario(S1)).scenario;

test("a district that declines and a rule move shares, shortfall and the unfunded line to the penny", async () => {
  const response = await saveContributions(
    posted({ [MELTON]: "", "/contributions/districts/whenSomeDecline/rule": "re-spread" }),
  );
  expect(response.headers.get("Location")).toBe(
    "/plans/llr-2015/scenarios/llr-2015-s1/contributions?saved=2",
  );
  const spread = found((await loadContributions(planner.ask(S1))).shown.rounds[0]);
  expect(figure(spread, "shortfall")).toBe("£0.00");

  await saveContributions(
    posted({ "/contributions/districts/whenSomeDecline/rule": "fixed-share", baseRevision: "2" }),
  );
  const fixed = found((await loadContributions(planner.ask(S1))).shown.rounds[0]);
  const evaluation = evaluateScenario(await stored());
  const outcome = found(evaluation.contributions.get("districts"));
  expect(figure(fixed, "shortfall")).toBe(formatPounds(sumPence(outcome.shortfall)));
  expect(figure(fixed, "unfunded")).toBe(formatPounds(sumPence(evaluation.funding.unfunded)));
  for (const { organisation, total } of outcome.members) {
    const texts = found(fixed.beside[organisation]).map(({ text }) => text);
    expect(texts).toContain(formatPounds(total));
  }
  expect(figure(fixed, "shortfall")).toBe("£67,829.96");
});

const figure = (
  round: Awaited<ReturnType<typeof loadContributions>>["shown"]["rounds"][number],
  wanted: string,
) => found(round.figures.find(({ id }) => id === wanted)).value;

test("weights that do not sum to 100 are refused at the first weight, with the sum and the remedy", async () => {
  const weight = "/contributions/districts/share/weights";
  const response = await saveContributions(
    posted({ [`${weight}/0/percent`]: "60", [`${weight}/1/percent`]: "30", [`${weight}/2/percent`]: "20" }),
  );
  const answer = await answerOf(response);
  if (answer.outcome !== "refused") throw new Error(answer.outcome);
  expect(answer.errors[`${weight}/0/percent`]).toMatch(/sums to 110 %; make the percents sum to 100/);
  expect(answer.values).toEqual({ [`${weight}/0/percent`]: "60" });
});

test("option A without units is refused at the units", async () => {
  const blaby = "/contributions/districts/members/blaby";
  const answer = await answerOf(
    await saveContributions(posted({ [`${blaby}/choice`]: "A", [`${blaby}/buyInUnits`]: "" })),
  );
  if (answer.outcome !== "refused") throw new Error(answer.outcome);
  expect(Object.keys(answer.errors)).toEqual([`${blaby}/buyInUnits`]);
});

test("the address of the working of a share leads to what explains it", () => {
  const found = loadWorking(planner.ask({ ...S1, round: "districts", organisation: "blaby" }));
  expect(found.headers.get("Location")).toBe(
    "/plans/llr-2015/scenarios/llr-2015-s1/explain/share/districts/blaby",
  );
});

test("a scenario without a round says so", async () => {
  expect((await loadContributions(planner.ask({ ...S1, scenario: "llr-2015-s0" }))).shown.rounds).toEqual([]);
});
