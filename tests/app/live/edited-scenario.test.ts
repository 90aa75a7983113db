import { describe, expect, test } from "vitest";
import { editScenario } from "../../../app/live/edited-scenario";
import { typedFields } from "../../../app/live/typed-fields";
import { movedFigures, movedTable } from "../../../app/live/moved";
import { type Draft, NO_SAVES } from "../../../app/forms/saves";
import { showContributions } from "../../../app/pages/show-contributions";
import { showLots } from "../../../app/pages/show-lots";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { exampleScenario } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const S1 = exampleScenario("llr-2015-s1.json");
const PRICE = "/provisions/joint/price/annual";
const WEIGHTS = "/contributions/districts/share/weights";

describe("a scenario with edits that are not saved yet", () => {
  test("has what was typed, read as it is when it is saved", () => {
    const edited = editScenario(S1, { [PRICE]: "£1,500,000" });
    if (edited.outcome !== "edited") throw new Error(edited.outcome);
    const joint = found(edited.scenario.provisions.find(({ id }) => id === "joint"));
    expect(joint.price).toMatchObject({ annual: "1500000.00" });
  });

  test("is the same scenario when what was typed says what is there", () => {
    expect(editScenario(S1, { [PRICE]: "1380000" })).toEqual({ outcome: "unchanged" });
  });

  test("is refused with field, value and remedy when a text cannot be read", () => {
    const refused = editScenario(S1, { [PRICE]: "lots" });
    expect(refused).toEqual({
      outcome: "refused",
      faults: ["Annual price at start is “lots”: write pounds, such as 1,234.50."],
    });
  });

  test("is refused when the values are wrong together", () => {
    const refused = editScenario(S1, { [`${WEIGHTS}/0/percent`]: "60" });
    if (refused.outcome !== "refused") throw new Error(refused.outcome);
    expect(refused.faults.join()).toMatch(/make the percents sum to 100/);
  });

  test("is refused when a field is typed that the planner does not have", () => {
    expect(editScenario(S1, { "/provisions/joint/colour": "red" }).outcome).toBe("refused");
  });
});

describe("a scenario with something new that is not saved yet", () => {
  const FUND = { create: ["/fundingSources/-"], like: null };
  const fund = {
    "/fundingSources/-/name": "One more fund",
    "/fundingSources/-/owner": "opcc-leicestershire",
  };

  test("has it as soon as the form is whole", () => {
    const edited = editScenario(S1, { ...fund, "/fundingSources/-/amounts/2018/19": "20,000" }, FUND);
    if (edited.outcome !== "edited") throw new Error(JSON.stringify(edited));
    expect(evaluateScenario(edited.scenario).funding.unfunded).toEqual([0n, 0n, 0n, 0n, 0n]);
  });

  test("until then says what is missing", () => {
    const fields = {
      "/provisions/-/name": "A third lot",
      "/provisions/-/start": "",
      "/provisions/-/end": "",
    };
    const refused = editScenario(S1, fields, { create: ["/provisions/-"], like: null });
    if (refused.outcome !== "refused") throw new Error(refused.outcome);
    expect(refused.faults.join(" ")).toMatch(/Start.*End/);
  });

  test("may start as a copy", () => {
    const copied = { "/provisions/-/name": "Joint, again" };
    const edited = editScenario(S1, copied, { create: ["/provisions/-"], like: "/provisions/joint" });
    if (edited.outcome !== "edited") throw new Error(JSON.stringify(edited));
    expect(edited.scenario.provisions.at(-1)).toMatchObject({ name: "Joint, again", start: "2015-10-01" });
  });
});

describe("what the figures rest on", () => {
  const draft = (state: Draft["state"]): Draft => ({ text: state, base: 1, together: [], state });

  test("is what is on its way into the scenario and what is typed right now, but not what was refused", () => {
    const drafts = {
      "/a": draft("waiting"),
      "/b": draft("saved"),
      "/c": draft("failed"),
      "/d": draft("refused"),
      "/e": draft("conflict"),
      reason: draft("waiting"),
    };
    expect(typedFields({ ...NO_SAVES, drafts }, { "/a": "typed over", "/f": "new" })).toEqual({
      "/a": "typed over",
      "/b": "saved",
      "/c": "failed",
      "/f": "new",
    });
  });
});

describe("figures that moved", () => {
  const href = "/plans/llr-2015/scenarios/llr-2015-s1";
  const shownOf = (typed: Readonly<Record<string, string>>) => {
    const edited = editScenario(S1, typed);
    const scenario = edited.outcome === "edited" ? edited.scenario : S1;
    return { evaluation: evaluateScenario(scenario), href };
  };

  test("have the saved one beside them, and the others have nothing", () => {
    const saved = showLots(shownOf({}));
    const shown = showLots(shownOf({ [PRICE]: "1,380,012.00" }));
    const figures = movedFigures(saved.figures, shown.figures);
    const total = found(figures.find(({ id }) => id === "total-cost"));
    expect(total.was).toBe(saved.figures.find(({ id }) => id === "total-cost")?.value);
    expect(figures.find(({ id }) => id === "contributions")?.was).toBeUndefined();
    const { table } = movedTable(saved.years, shown.years);
    const joint = found(table.rows.find(({ id }) => id === "joint"));
    expect(joint.cells.filter(({ was }) => was !== undefined).length).toBeGreaterThan(2);
    const others = table.rows.filter(({ id }) => id !== "joint").flatMap(({ cells }) => cells);
    expect(others.filter(({ was }) => was !== undefined)).toEqual([]);
    expect(table.total?.cells.some(({ was }) => was !== undefined)).toBe(true);
  });

  test("weights that move from population to equal shares move the pounds of every district", () => {
    const saved = found(showContributions(shownOf({})).rounds[0]);
    const shown = found(
      showContributions(shownOf({ [`${WEIGHTS}/0/percent`]: "40", [`${WEIGHTS}/2/percent`]: "30" }))
        .rounds[0],
    );
    const table = movedTable(saved.shares, shown.shares).table;
    const asked = table.columns.findIndex(({ id }) => id === "asked");
    expect(table.rows.every(({ cells }) => cells[asked]?.was !== undefined)).toBe(true);
  });
});
