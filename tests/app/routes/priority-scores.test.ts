import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Priorities } from "../../../scenarios/model/scenario";
import type { SaveAnswer } from "../../../app/forms/save-answer";
import type { PastePreview } from "../../../app/lib/paste-page";
import { action as saveChanges } from "../../../app/routes/plans.$plan.scenarios.$scenario.changes";
import { action as paste } from "../../../app/routes/plans.$plan.scenarios.$scenario.paste.$list";
import {
  action as saveForm,
  loader as loadScores,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.scores";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm } from "./support/open-planner";

let planner: OpenPlanner;
beforeEach(async () => {
  planner = await openPlanner();
});
afterEach(() => planner.close());

const DURHAM = { plan: "durham-2020", scenario: "durham-2020-100" };
const PASTE = { ...DURHAM, list: "edit-priority-scores" };

const sending = (fields: Readonly<Record<string, string>>): Request =>
  sentForm({ baseRevision: "1", ...fields });

async function linesNow(): Promise<Priorities["lines"]> {
  const { scenario } = found(await planner.services.loadScenario(DURHAM));
  return found(scenario.priorities).lines;
}

const line = async (id: string) => found((await linesNow()).find((one) => one.id === id));

test("the grid has a row for each level of each line, with the score that follows", async () => {
  const { list } = await loadScores(planner.ask(DURHAM));
  const { rows, columns } = list.table;
  expect(columns.map(({ label }) => label).slice(0, 4)).toEqual([
    "Line",
    "Level",
    "Cost",
    "Prevention through early intervention and education",
  ]);
  expect(rows.length).toBe(20);
  const full = found(rows.find(({ id }) => id === "training/levels/full"));
  expect(full.cells.map(({ text }) => text)).toEqual([
    ...[
      "Tiered workforce training",
      "Full",
      "£70,000.00",
      "75",
      "65",
      "45",
      "80",
      "55",
      "70",
      "1,300",
      "66.50",
    ],
  ]);
});

test("all cells are sent as one form, and one that cannot be read is named with its line", async () => {
  const at = "/priorities/lines/training/levels/full/scores";
  const sent = { [`${at}/early`]: "80", [`${at}/risk`]: "110" };
  const refused = await saveForm(planner.ask(DURHAM, sending(sent)));
  const answer = (await refused.json()) as Extract<SaveAnswer, { outcome: "refused" }>;
  expect(Object.keys(answer.errors)).toEqual([`${at}/risk`]);
  expect(answer.values).toEqual(sent);
  const saved = await saveForm(planner.ask(DURHAM, sending({ ...sent, [`${at}/risk`]: "90" })));
  expect(saved.headers.get("location")).toContain("/priorities/scores?saved=2");
  expect((await line("training")).levels[1]?.scores).toMatchObject({ early: "80", risk: "90" });
});

test("a new row is a line with one level, named after what was typed", async () => {
  const { list } = await loadScores(planner.ask(DURHAM));
  const blank = Object.values(found(list.cells["-"])).map(({ name, value }) => [name, value] as const);
  const typed = {
    "/priorities/lines/-/name": "Helpline",
    "/priorities/lines/-/levels/-/costs/envelope": "9,000",
  };
  const answer = await saveChanges(planner.ask(DURHAM, sending({ ...Object.fromEntries(blank), ...typed })));
  expect(await answer.json()).toMatchObject({ outcome: "saved" });
  expect((await line("helpline")).levels).toMatchObject([{ id: "level", costs: { envelope: "9000.00" } }]);
});

describe("a block from a spreadsheet", () => {
  const HEAD =
    "Line\tLevel\tCost\tPrevention through early intervention and education\tEffective, prompt and joined-up response\tListening to victims and survivors\tIdentifying those most at risk of harm\tGood practice, evaluation and research\tDeliverability within the year";
  const look = async (rows: string) => {
    const shown = await paste(planner.ask(PASTE, sending({ block: `${HEAD}\n${rows}`, step: "look" })));
    return (await shown.json()) as PastePreview;
  };
  const save = (rows: string) =>
    paste(planner.ask(PASTE, sending({ block: `${HEAD}\n${rows}`, step: "save" })));

  test("changes levels that are there, adds levels to a line, and adds lines with several levels", async () => {
    const rows = [
      "Recovery and restoration support\tMaintain\t66,000\t40\t55\t85\t30\t35\t75",
      "Recovery and restoration support\tGrow\t80,000\t45\t60\t85\t30\t35\t70",
      "Helpline\tReduce\t9,000\t10\t20\t30\t40\t50\t60",
      "Helpline\tKeep\t12,000\t20\t30\t40\t50\t60\t70",
    ].join("\n");
    const { rows: shown, faults } = await look(rows);
    expect(faults).toEqual([]);
    expect(shown.map(({ isNew }) => isNew)).toEqual([false, true, true, true]);
    expect(
      found(shown[0])
        .cells.map(({ isChanged }) => isChanged)
        .filter(Boolean).length,
    ).toBe(1);
    expect((await save(rows)).status).toBe(303);
    expect((await line("recovery")).levels.map(({ id }) => id)).toEqual(["maintain", "grow"]);
    expect((await line("recovery")).levels[0]?.scores?.["early"]).toBe("40");
    const helpline = await line("helpline");
    expect(helpline.levels.map(({ id, name, costs }) => [id, name, costs["envelope"]])).toEqual([
      ["reduce", "Reduce", "9000.00"],
      ["keep", "Keep", "12000.00"],
    ]);
    const history = found(await planner.services.loadHistory(DURHAM));
    expect(history.length).toBe(2);
  });

  test("with a wrong cell is not saved: the cell is named with its row", async () => {
    const { faults, rows } = await look("Helpline\tKeep\t12,000\tmany\t30\t40\t50\t60\t170");
    expect(faults.length).toBe(1);
    expect(faults[0]).toContain("Row 1:");
    expect(rows[0]?.cells[3]?.fault).toContain("“many”");
    const tooHigh = await look("Helpline\tKeep\t12,000\t20\t30\t40\t50\t60\t170");
    expect(tooHigh.rows[0]?.cells[8]?.fault).toContain("0 to 100");
    const two = await look(
      "Helpline\tKeep\t12,000\tmany\t30\t40\t50\t60\t70\nHelpline\tGrow\t15,000\t30\t30\t40\t50\t60\t70",
    );
    expect(two.faults).toEqual([expect.stringMatching(/^Row 1: Prevention through early intervention/)]);
  });
});
