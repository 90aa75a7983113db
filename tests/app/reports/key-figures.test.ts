import { describe, expect, it } from "vitest";
import { buildKeyFigures } from "../../../app/reports/key-figures";
import type { Scenario } from "../../../scenarios/model/scenario";
import { evaluatedExample } from "../../support/evaluated-example";
import { evaluated, scenarioWith } from "../../support/scenarios";

const tonesOf = (evaluation: Parameters<typeof buildKeyFigures>[0]) =>
  Object.fromEntries(buildKeyFigures(evaluation).map(({ id, tone }) => [id, tone]));

const NOTHING: Partial<Scenario> = {
  ...{ organisations: [], areas: [], activities: [], provisions: [], requirements: [] },
  ...{ fundingSources: [], contributions: [], demand: [] },
};

describe("the headline figures", () => {
  it("praise nothing where nothing is entered: no gap of no service is no good news", () => {
    const tones = tonesOf(evaluated(scenarioWith(NOTHING)));
    expect(tones).toMatchObject({ unfunded: undefined, gaps: undefined, unconfirmed: undefined });
    expect(tones["short-of-capacity"]).toBeUndefined();
  });

  it("say what is good and what is bad where there is something to judge", () => {
    const tones = tonesOf(evaluatedExample("llr-2015-s1.json"));
    expect(tones).toMatchObject({ unfunded: "bad", gaps: "good", unconfirmed: "warn" });
    expect(tones["short-of-capacity"]).toBe("warn");
  });
});
