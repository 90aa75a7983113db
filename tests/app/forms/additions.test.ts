import { describe, expect, test } from "vitest";
import { editFields } from "../../../app/forms/edit-fields";
import { applyOperations } from "../../../scenarios/changes/apply-operations";
import type { Scenario } from "../../../scenarios/model/scenario";
import { validateScenario } from "../../../scenarios/validate-scenario";
import { exampleScenario } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const S0 = exampleScenario("llr-2015-s0.json");
const S1 = exampleScenario("llr-2015-s1.json");

type Fields = Readonly<Record<string, string>>;

function added(
  fields: Fields,
  { to = S1, create = [] as readonly string[], like = null as string | null } = {},
) {
  const edited = editFields({ seen: to, now: to }, fields, { create, like });
  if (!edited.ok) throw new Error(JSON.stringify(edited.errors));
  const applied = applyOperations(to, edited.operations);
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  const checked = validateScenario(applied.document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return { after: checked.scenario, ...edited };
}

describe("a form for something new", () => {
  test("adds it under an id of its name, as one change that is named after it", () => {
    const { after, name, operations, pointers } = added({
      "/risks/-/text": "The provider hands back the contract",
      "/risks/-/likelihood": "2",
      "/risks/-/impact": "5",
      "/risks/-/owner": "Leicester City Council",
    });
    const risk = {
      id: "the-provider-hands-back-the-contract",
      text: "The provider hands back the contract",
      likelihood: 2,
      impact: 5,
      owner: "leicester-city-council",
    };
    expect(after.risks?.at(-1)).toEqual(risk);
    expect(operations).toEqual([{ op: "add", path: `/risks/${risk.id}`, value: risk, before: null }]);
    expect(name).toBe("Risk added: The provider hands back the contract");
    expect(pointers.get("/risks/-")).toBe(`/risks/${risk.id}`);
  });

  test("a second one whose name would give the same id gets the next", () => {
    const fields = { "/objectives/-/name": "Build trust" };
    expect(added(fields).after.objectives?.map(({ id }) => id)).toContain("build-trust");
    const twice = added({ "/objectives/-/name": "Build: trust" }, { to: added(fields).after });
    expect(twice.after.objectives?.map(({ id }) => id)).toContain("build-trust-2");
  });

  test("starts as a copy, with everything that the form does not show", () => {
    const { after } = added({ "/provisions/-/name": "Second joint lot" }, { like: "/provisions/joint" });
    const original = found(S1.provisions.find(({ id }) => id === "joint"));
    expect(after.provisions.at(-1)).toEqual({
      ...original,
      id: "second-joint-lot",
      name: "Second joint lot",
    });
  });

  test("a round asks every district, and its weights are lines of the same form", () => {
    const round = "/contributions/-";
    const { after } = added(
      {
        [`${round}/name`]: "Districts",
        [`${round}/provision`]: "ex-refuge",
        [`${round}/from`]: "1/1/2015",
        [`${round}/to`]: "30/9/2015",
        [`${round}/pot/annual`]: "250,000",
        [`${round}/share/weights/-/basis`]: "population",
        [`${round}/share/weights/-/percent`]: "60",
        [`${round}/share/weights/-1/basis`]: "incidents",
        [`${round}/share/weights/-1/percent`]: "",
        [`${round}/share/weights/-2/basis`]: "equal",
        [`${round}/share/weights/-2/percent`]: "40",
      },
      { to: S0, create: [round] },
    );
    const made = found(after.contributions?.[0]);
    expect(made.id).toBe("districts");
    expect(made.share?.weights).toEqual([
      { basis: "population", percent: "60" },
      { basis: "equal", percent: "40" },
    ]);
    expect(made.members).toHaveLength(7);
    expect(made.members.every(({ choice }) => choice === "undecided")).toBe(true);
  });

  test("with something missing names the field of the form, and adds nothing", () => {
    const edited = editFields(
      { seen: S1, now: S1 },
      { "/risks/-/text": "", "/risks/-/likelihood": "2", "/risks/-/impact": "" },
      { create: ["/risks/-"], like: null },
    );
    expect(edited).toMatchObject({
      ok: false,
      errors: {
        "/risks/-/text": "Risk is empty: write something.",
        "/risks/-/impact": "Impact (1 to 5) is empty: write something.",
      },
    });
  });
});

describe("lines inside a form", () => {
  const joint = (scenario: Scenario) => found(scenario.provisions.find(({ id }) => id === "joint"));

  test("left blank are not added, filled in they are; who pays the rest stays last", () => {
    const line = "/provisions/joint/funding";
    const { after } = added({
      [`${line}/-/source`]: "housing-support",
      [`${line}/-/annual`]: "10,000",
      [`${line}/-/percent`]: "",
      [`${line}/-/rest`]: "",
      [`${line}/-1/source`]: "",
      [`${line}/-1/annual`]: "",
    });
    expect(joint(after).funding?.slice(-2)).toEqual([
      { source: "housing-support", annual: "10000.00" },
      { source: "opcc-core", rest: true },
    ]);
  });

  test("are taken out when what they are for is emptied", () => {
    const { after } = added({ "/contributions/districts/buyIn/bands/1/price": "" });
    expect(after.contributions?.[0]?.buyIn?.bands.map(({ price }) => price)).toEqual(["48.00", "40.00"]);
  });

  test("said in another way they lose what they said before", () => {
    const capacity = "/provisions/joint/capacity";
    const { after } = added({
      [`${capacity}/0/fte`]: "6",
      [`${capacity}/0/contactHours`]: "954.6",
      [`${capacity}/0/hoursPerCase`]: "0.6",
      "/provisions/joint/funding/0/annual": "400,000",
    });
    expect(joint(after).capacity?.[0]).toEqual({
      ...{ activity: "helpline", fte: "6", contactHours: "954.6", hoursPerCase: "0.6" },
    });
    expect(joint(after).funding?.[0]).toEqual({ source: "city-core", annual: "400000.00" });
  });

  test("said in two ways at once they are refused by the checks of the scenario, not quietly changed", () => {
    const edited = editFields(
      { seen: S1, now: S1 },
      {
        "/provisions/joint/capacity/-/activity": "helpline",
        "/provisions/joint/capacity/-/units": "3",
        "/provisions/joint/capacity/-/fte": "2",
      },
    );
    const applied = edited.ok ? applyOperations(S1, edited.operations) : edited;
    const checked = applied.ok && "document" in applied ? validateScenario(applied.document) : null;
    expect(checked).toMatchObject({ ok: false });
  });

  test("a price by year takes the place of a yearly price", () => {
    const years = ["2015/16", "2016/17", "2017/18", "2018/19"];
    const { after } = added(
      Object.fromEntries(years.map((year) => [`/provisions/joint/price/schedule/${year}`, "900,000"])),
    );
    expect(joint(after).price).toEqual({
      schedule: Object.fromEntries(years.map((year) => [year, "900000.00"])),
    });
  });
});

test("several of one list are one change", () => {
  const { after, name } = added({
    "/objectives/-/name": "Reach more people",
    "/objectives/-1/name": "Wait less",
  });
  expect(after.objectives?.slice(-2).map(({ id }) => id)).toEqual(["reach-more-people", "wait-less"]);
  expect(name).toBe("Objective added: Reach more people; Objective added: Wait less");
});
