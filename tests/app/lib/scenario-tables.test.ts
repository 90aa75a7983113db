import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findTable } from "../../../app/lib/scenario-tables";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { validateScenarioText } from "../../../scenarios/validate-scenario";

const checked = validateScenarioText(readFileSync("scenarios/examples/llr-2015-s1.json", "utf8"));
if (!checked.ok) throw new Error("the example has issues");
const evaluation = evaluateScenario(checked.scenario);
const rounds = [...evaluation.contributions.keys()];

test.each([
  ...["year-summary", "yearly-costs", "monthly-costs", "contracts", "payer-years", "contributions"],
  ...["funding-matrix", "funding-sources", "funding-provisions", "funding-certainty", "coverage", "timeline"],
  ...["gaps", "unconfirmed", "double-running", "capacity", "notices", "checks"],
  ...rounds.flatMap((round) => [
    `contributions-${round}`,
    `other-bases-${round}`,
    `if-others-decline-${round}`,
    `pot-${round}`,
  ]),
  ...evaluation.scenario.activities.flatMap(({ id }) => [`capacity-${id}`, `timeline-${id}`]),
])("the table %s of a page can be had by its id", (id) => {
  expect(findTable(evaluation, id)?.id).toBe(id);
});

test("an id that no table has finds none", () => {
  expect(findTable(evaluation, "none")).toBeNull();
});
