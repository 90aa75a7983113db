import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loader as loadCompare } from "../../../app/routes/plans.$plan.compare";
import { loader as downloadWorkbook } from "../../../app/routes/plans.$plan.compare_.download.comparison[.]xlsx";
import { loader as downloadCsv } from "../../../app/routes/plans.$plan.compare_.download.csv.$table";
import { type OpenPlanner, openPlanner } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const ask = (search: string, params: Readonly<Record<string, string>> = {}) =>
  planner.ask({ plan: "durham-2020", ...params }, new Request(`http://127.0.0.1/compare${search}`));
const textsOf = (
  rows: readonly { readonly id: string; readonly cells: readonly { readonly text: string }[] }[],
) => Object.fromEntries(rows.map(({ id, cells }) => [id, cells.slice(1).map(({ text }) => text)]));

describe("prioritisations side by side", () => {
  test("show what each budget buys, and none of the rows that are nothing without a contract", async () => {
    const { shown } = await loadCompare(ask(""));
    expect(shown?.tables.map(({ title }) => title)).toEqual(["Priorities"]);
    expect(shown?.figures).toEqual([]);
    const rows = shown?.tables[0]?.rows ?? [];
    expect(rows.map(({ id, cells }) => [id, ...cells.map(({ value }) => value)])).toEqual([
      ["plan-budget", "£1,150,000.00", "£1,092,500.00", "£1,035,000.00", "£920,000.00"],
      ["plan-cost", "£1,111,000.00", "£1,041,000.00", "£1,009,000.00", "£914,000.00"],
      ["plan-lines", "14", "14", "14", "13"],
      ["plan-benefit", "809.25", "800.50", "791.25", "738.75"],
    ]);
    expect(rows.at(-1)?.cells[3]).toMatchObject({ difference: "70.50 less (−8.71%)", verdict: "worse" });
  });

  test("show what each line gets; with equal rows hidden, only the lines that differ", async () => {
    const all = (await loadCompare(ask(""))).shown?.lines?.table;
    expect(all?.rows).toHaveLength(15);
    const some = (await loadCompare(ask("?hide-equal=on"))).shown?.lines?.table;
    expect(textsOf(some?.rows ?? [])).toEqual({
      "specialist-service": ["In: Maintain", "In: Reduce", "In: Reduce", "In: Reduce"],
      behaviour: ["In: Small", "In: Small", "In: Small", "Out"],
      training: ["In: Full", "In: Full", "In: Awareness", "In: Awareness"],
    });
  });

  test("are a file too, and a sheet of the workbook with the differences as formulas", async () => {
    const csv = await (await downloadCsv(ask("", { table: "lines-compared" }))).text();
    expect(csv).toContain("Perpetrator behaviour programme,In: Small,In: Small,In: Small,Out");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await downloadWorkbook(ask(""))).arrayBuffer());
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...["Cover", "Compare", "Lines", "Changes", "Waterfall"],
    ]);
  });

  test("say why a plan differs: each kind of change in turn, the lines that it moves, and a sum", async () => {
    const { why } = await loadCompare(
      ask("?reference=durham-2020-100&scenario=durham-2020-80&why=plan-benefit:durham-2020-80"),
    );
    const rows = why?.figure?.table.rows ?? [];
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["Reference: Durham prioritisation, 100 % of the budget", "", "809.25", ""],
      [
        ...["Budgets", "−70.50", "738.75"],
        "Specialist domestic abuse service: Maintain → Reduce; Perpetrator behaviour programme: Small → out; Tiered workforce training: Full → Awareness",
      ],
      ["Durham prioritisation, 80 % of the budget", "−70.50", "738.75", ""],
    ]);
    expect(why?.groups.map(({ name, open }) => [name, open])[0]).toEqual(["Budgets", true]);
    const csv = await downloadCsv(
      ask("?reference=durham-2020-100&scenario=durham-2020-80&why=plan-lines:durham-2020-80", {
        table: "waterfall",
      }),
    );
    expect(await csv.text()).toContain("Budgets,-1,13,");
  });

  test("say where no plan obeys the rules, and stand beside a scenario that sets none", async () => {
    const key = { plan: "durham-2020", scenario: "durham-2020-80" };
    const loaded = await planner.services.loadScenario(key);
    const operations = [
      { op: "replace", path: "/priorities/budgets/envelope/amount", value: "100.00" } as const,
    ];
    await planner.services.saveChange(
      key,
      { baseRevision: loaded?.revision ?? 0, change: { name: "Nearly nothing", operations } },
      { author: "Casey Sample", person: "sample-commissioner", now: "2026-11-26T12:00:00.000Z" },
    );
    const { shown } = await loadCompare(ask("?reference=durham-2020-100&scenario=durham-2020-80"));
    expect(shown?.planSentences).toEqual([
      "In “Durham prioritisation, 80 % of the budget” no plan obeys all the rules.",
    ]);
    expect(shown?.lines?.table.rows[0]?.cells[2]?.text).toBe("No plan fits");
    expect(shown?.tables[0]?.rows[3]?.cells[1]).toMatchObject({ value: "No plan", difference: null });
  });
});
