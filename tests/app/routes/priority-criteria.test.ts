import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SaveAnswer } from "../../../app/forms/save-answer";
import { action as remove } from "../../../app/routes/plans.$plan.scenarios.$scenario.delete.$";
import {
  loader as loadElement,
  action as saveElement,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.edit.$";
import {
  action as addCriterion,
  loader as loadNew,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.criteria_.new";
import {
  loader as loadLine,
  action as saveLine,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.lines.$line";
import { action as move } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.order";
import { action as saveSettings } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.criteria";
import type { Priorities } from "../../../scenarios/model/scenario";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm } from "./support/open-planner";

let planner: OpenPlanner;
beforeEach(async () => {
  planner = await openPlanner();
});
afterEach(() => planner.close());

const DURHAM = { plan: "durham-2020", scenario: "durham-2020-100" };
const NEW = "/priorities/criteria/-";

const sending = (fields: Readonly<Record<string, string>>): Request =>
  sentForm({ baseRevision: "1", ...fields });

async function priorities(): Promise<Priorities> {
  const loaded = found(await planner.services.loadScenario(DURHAM));
  return found(loaded.scenario.priorities);
}

const weightsOf = ({ criteria }: Priorities) => criteria.map(({ id, weight }) => [id, weight]);
const asSent = (groups: Awaited<ReturnType<typeof loadNew>>["groups"]) =>
  Object.fromEntries(groups.flatMap(({ fields }) => fields.map(({ name, value }) => [name, value])));
const refused = async (answer: Response) =>
  (await answer.json()) as Extract<SaveAnswer, { outcome: "refused" }>;

describe("a criterion is added", () => {
  const scale = {
    [`${NEW}/name`]: "Value for children",
    [`${NEW}/low`]: "none",
    [`${NEW}/weight`]: "10",
    create: NEW,
  };

  test("with its points in one change: the other weights make room in their proportions", async () => {
    const { groups } = await loadNew(planner.ask(DURHAM));
    const sent: Record<string, string> = { ...asSent(groups), ...scale };
    sent["/priorities/lines/training/levels/full/scores/-"] = "85";
    const answer = await addCriterion(planner.ask(DURHAM, sending({ ...sent, "option:rest": "40" })));
    expect(answer.headers.get("location")).toBe(
      "/plans/durham-2020/scenarios/durham-2020-100/priorities/criteria?saved=2",
    );
    const now = await priorities();
    expect(weightsOf(now)).toEqual([
      ["early", "18"],
      ["response", "22.5"],
      ["voice", "13.5"],
      ["risk", "18"],
      ["learning", "9"],
      ["deliverability", "9"],
      ["value-for-children", "10"],
    ]);
    const points = now.lines.flatMap(({ levels }) =>
      levels.map(({ scores = {} }) => scores["value-for-children"]),
    );
    expect(points.filter((one) => one === "40").length).toBe(points.length - 1);
    const history = found(await planner.services.loadHistory(DURHAM));
    expect(history[0]?.changeName).toBe("Criterion added: Value for children");
  });

  test("a line without points is named, and what was typed is still there", async () => {
    const { groups } = await loadNew(planner.ask(DURHAM));
    const sent: Record<string, string> = { ...asSent(groups), ...scale };
    sent["/priorities/lines/training/levels/full/scores/-"] = "85";
    const { errors, values } = await refused(await addCriterion(planner.ask(DURHAM, sending(sent))));
    expect(errors["/priorities/lines/matac/levels/maintain/scores/-"]).toBe(
      "MATAC co-ordination is empty: write something.",
    );
    expect(values["/priorities/lines/training/levels/full/scores/-"]).toBe("85");
    expect(errors["/priorities/lines/training/levels/full/scores/-"]).toBeUndefined();
  });

  test("points above 100 are refused at their line, also by the checks of the scenario", async () => {
    const { groups } = await loadNew(planner.ask(DURHAM));
    const sent: Record<string, string> = { ...asSent(groups), ...scale, "option:rest": "5" };
    sent["/priorities/lines/matac/levels/maintain/scores/-"] = "101";
    const { errors, values } = await refused(await addCriterion(planner.ask(DURHAM, sending(sent))));
    expect(Object.keys(errors)).toEqual(["/priorities/lines/matac/levels/maintain/scores/-"]);
    expect(values["option:rest"]).toBe("5");
  });

  test("weights that somebody types count as typed: they have to sum to 100", async () => {
    const { groups } = await loadNew(planner.ask(DURHAM));
    const typed = { "/priorities/criteria/early/weight": "5", "/priorities/criteria/response/weight": "20" };
    const sent: Record<string, string> = { ...asSent(groups), ...scale, ...typed, "option:rest": "0" };
    const { errors } = await refused(await addCriterion(planner.ask(DURHAM, sending(sent))));
    expect(Object.values(errors).join()).toContain("make the weights sum to 100");
    const right = { ...sent, "/priorities/criteria/response/weight": "30" };
    const answer = await addCriterion(planner.ask(DURHAM, sending(right)));
    expect(answer.status).toBe(303);
    expect(weightsOf(await priorities()).slice(0, 2)).toEqual([
      ["early", "5"],
      ["response", "30"],
    ]);
  });
});

test("swing weights in any proportions are made to sum to 100 where that is asked for", async () => {
  const swing = { early: "100", response: "80", voice: "20", risk: "0", learning: "0", deliverability: "0" };
  const sent = Object.fromEntries(
    Object.entries(swing).map(([id, weight]) => [`/priorities/criteria/${id}/weight`, weight]),
  );
  expect((await refused(await saveSettings(planner.ask(DURHAM, sending(sent))))).outcome).toBe("refused");
  await saveSettings(planner.ask(DURHAM, sending({ ...sent, "option:share": "yes" })));
  expect(weightsOf(await priorities()).slice(0, 3)).toEqual([
    ["early", "50"],
    ["response", "40"],
    ["voice", "10"],
  ]);
});

test("a criterion is deleted with its points once that is agreed to", async () => {
  const at = { ...DURHAM, "*": "priorities/criteria/deliverability" };
  const answer = await remove(planner.ask(at, sending({ along: "yes" })));
  if (!(answer instanceof Response)) throw new Error("refused");
  expect(answer.headers.get("location")).toContain("/priorities/criteria?saved=2");
  expect((await priorities()).criteria.length).toBe(5);
});

describe("levels of a line", () => {
  test("one is added like the one before it, and put in its place", async () => {
    const at = "/priorities/lines/recovery/levels/-";
    const like = "/priorities/lines/recovery/levels/maintain";
    const page = planner.ask(
      { ...DURHAM, "*": at.slice(1) },
      new Request(`http://x/?like=${encodeURIComponent(like)}`),
    );
    const { groups, create, back } = await loadElement(page);
    expect(back).toBe("/plans/durham-2020/scenarios/durham-2020-100/priorities/lines/recovery");
    const sent = { ...asSent(groups), [`${at}/name`]: "Reduce", [`${at}/costs/envelope`]: "40,000", like };
    const answer = await saveElement(
      planner.ask({ ...DURHAM, "*": at.slice(1) }, sending({ ...sent, create: found(create[0]) })),
    );
    expect(answer.status).toBe(303);
    const list = "/priorities/lines/recovery/levels";
    await move(planner.ask(DURHAM, sending({ list, part: "reduce", to: "up" })));
    const line = found((await priorities()).lines.find(({ id }) => id === "recovery"));
    expect(line.levels.map(({ id, costs }) => [id, costs["envelope"]])).toEqual([
      ["reduce", "40000.00"],
      ["maintain", "66000.00"],
    ]);
    expect(line.levels[0]?.scores).toEqual(line.levels[1]?.scores);
  });

  test("the only one cannot be deleted, of several each can", async () => {
    const levels = async (line: string) => (await loadLine(planner.ask({ ...DURHAM, line }))).levels.parts;
    expect((await levels("matac")).map(({ deleteHref }) => deleteHref)).toEqual([null]);
    expect((await levels("training")).every(({ deleteHref }) => deleteHref !== null)).toBe(true);
  });
});

test("what a line needs is ticked on its form, in one change with the rest", async () => {
  const at = "/priorities/lines/recovery";
  const sent = { [`${at}/requires`]: "training; communications", [`${at}/mustNot`]: "true" };
  await saveLine(planner.ask({ ...DURHAM, line: "recovery" }, sending(sent)));
  const line = found((await priorities()).lines.find(({ id }) => id === "recovery"));
  expect(line).toMatchObject({ requires: ["training", "communications"], mustNot: true });
});

test("a rule of fairness is added with its areas, and refused while it asks for nothing", async () => {
  const at = { ...DURHAM, "*": "priorities/equity/-" };
  const sent = {
    create: "/priorities/equity/-",
    "/priorities/equity/-/areas": "darlington",
    "/priorities/equity/-/minimumLines": "",
  };
  const { errors } = await refused(await saveElement(planner.ask(at, sending(sent))));
  expect(errors["/priorities/equity/-/minimumLines"]).toContain("or remove the rule");
  await saveElement(planner.ask(at, sending({ ...sent, "/priorities/equity/-/minimumLines": "2" })));
  expect((await priorities()).equity?.at(-1)).toEqual({ areas: ["darlington"], minimumLines: 2 });
});
