import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loader as downloadCsv } from "../../../app/routes/plans.$plan.scenarios.$scenario.download.csv.$table";
import { loader as downloadFile } from "../../../app/routes/plans.$plan.scenarios.$scenario.download.scenario[.]json";
import { loader as downloadWorkbook } from "../../../app/routes/plans.$plan.scenarios.$scenario.download.workbook[.]xlsx";
import { type OpenPlanner, openPlanner, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };

test("the scenario file is the document that came in", async () => {
  const answer = await downloadFile(planner.ask(S1));
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="llr-2015-s1.json"');
  const original: unknown = JSON.parse(readFileSync("scenarios/examples/llr-2015-s1.json", "utf8"));
  expect(await answer.json()).toEqual(original);
});

test("the workbook opens and names the plan", async () => {
  const answer = await downloadWorkbook(planner.ask(S1));
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="llr-2015-s1.xlsx"');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  expect(workbook.worksheets[0]?.name).toBe("Cover");
});

test.each(["yearly-costs", "contracts", "gaps", "funding-matrix", "capacity", "checks"])(
  "the table %s comes as CSV",
  async (table) => {
    const answer = await downloadCsv(planner.ask({ ...S1, table }));
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="llr-2015-s1-${table}.csv"`);
    expect((await answer.text()).split("\r\n").length).toBeGreaterThan(1);
  },
);

test("a table that is not there is not found", async () => {
  expect((await thrownBy(downloadCsv(planner.ask({ ...S1, table: "none" })))).status).toBe(404);
});
