import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loader as loadCompare } from "../../../app/routes/plans.$plan.compare";
import { loader as downloadWorkbook } from "../../../app/routes/plans.$plan.compare_.download.comparison[.]xlsx";
import { loader as downloadCsv } from "../../../app/routes/plans.$plan.compare_.download.csv.$table";
import { loader as explain } from "../../../app/routes/plans.$plan.scenarios.$scenario.explain.$";
import { type OpenPlanner, openPlanner, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const PLAN = "llr-2015";
const S = (number: number): string => `llr-2015-s${number}`;
const ALL = `?reference=${S(0)}&${[1, 2, 3, 4].map((number) => `scenario=${S(number)}`).join("&")}`;

const ask = (search: string, params: Readonly<Record<string, string>> = {}) =>
  planner.ask({ plan: PLAN, ...params }, new Request(`http://127.0.0.1/plans/${PLAN}/compare${search}`));
const open = (search: string) => loadCompare(ask(search));

type Page = Awaited<ReturnType<typeof open>>;
const rowOf = (page: Page, id: string) =>
  page.shown?.tables.flatMap(({ rows }) => rows).find((row) => row.id === id);

describe("the comparison of the sample", () => {
  test("opens without a word said: all scenarios against the baseline", async () => {
    const page = await open("");
    expect(page.faults).toEqual([]);
    expect(page.form.reference).toBe(S(0));
    expect(page.shown?.tables[0]?.columns.map(({ key }) => key)).toEqual([0, 1, 2, 3, 4].map(S));
  });

  test("shows each figure with its difference in pounds and percent, and whether it is better", async () => {
    const row = rowOf(await open(ALL), "total-cost");
    expect(row?.cells.map(({ value }) => value).slice(0, 2)).toEqual(["£1,256,488.93", "£6,768,942.06"]);
    expect(row?.cells[1]).toMatchObject({
      difference: "£5,512,453.13 more (+438.72%)",
      verdict: "worse",
    });
    expect(row?.cells[0]).toMatchObject({ difference: null, verdict: null, whyHref: null });
  });

  test("leads each figure to what explains it in its own scenario, which is the same figure", async () => {
    const page = await open(ALL);
    const cells = page.shown?.tables.flatMap(({ rows }) => rows.flatMap(({ cells: of }) => of)) ?? [];
    const linked = cells.filter(({ explainHref }) => explainHref !== null);
    expect(linked.length / cells.length).toBeGreaterThan(0.8);
    for (const { value, explainHref } of linked) {
      const [, scenario = "", path = ""] = /scenarios\/([^/]+)\/explain\/(.*)$/.exec(explainHref ?? "") ?? [];
      const asked = planner.ask({ plan: PLAN, scenario, "*": decodeURIComponent(path) });
      const { figure } = await explain(asked);
      if (figure !== null) expect(value.replace(/ \(part year.*$/, ""), explainHref ?? "").toBe(figure.value);
    }
  });

  test("a subject without a difference says so", async () => {
    const page = await open(`?reference=${S(1)}&scenario=${S(1)}`);
    expect(page.shown?.tables.every(({ isEqual }) => isEqual) ?? true).toBe(true);
    const differing = (await open(ALL)).shown?.tables.find(({ title }) => title === "Cost");
    expect(differing?.isEqual).toBe(false);
  });

  test("marks part years", async () => {
    const row = rowOf(await open(ALL), "cost-2014/15");
    expect(row?.cells[1]?.value).toBe("£485,368.93 (part year: 3 months)");
  });

  test("groups its rows by subject", async () => {
    expect((await open(ALL)).shown?.tables.map(({ title }) => title)).toEqual([
      "Cost",
      "Who pays and how firm it is",
      "By funding source",
      "Contributions",
      "Coverage",
      "Demand, capacity and waits",
      "Lots and hand-offs",
    ]);
  });

  test("hides rows where all are equal, and only those", async () => {
    const [all, some] = [await open(ALL), await open(`${ALL}&hide-equal=on`)];
    expect(rowOf(all, "cost-2014/15")).toBeDefined();
    expect(rowOf(some, "cost-2014/15")).toBeUndefined();
    expect(rowOf(some, "total-cost")).toBeDefined();
  });

  test("puts the largest difference of a subject first", async () => {
    const page = await open(`?reference=${S(1)}&scenario=${S(2)}&sort=difference`);
    const table = page.shown?.tables.find(({ title }) => title === "Contributions");
    const pounds = (table?.rows ?? []).map(({ cells }) =>
      Number(/£([\d,.]+)/.exec(cells[1]?.difference ?? "")?.[1]?.replaceAll(",", "") ?? 0),
    );
    expect(pounds[0]).toBeGreaterThan(0);
    expect(pounds).toEqual(pounds.toSorted((one, other) => other - one));
  });

  test("is against another reference where the address says so", async () => {
    const page = await open(`?reference=${S(3)}&scenario=${S(1)}`);
    expect(page.shown?.reference).toBe("Two lots (SV | DV), Harborough buys in, two sign the framework");
    expect(rowOf(page, "total-cost")?.cells[1]?.verdict).toBe("better");
  });

  test("says each partner's position by year, per resident and against the reference", async () => {
    const positions = (await open(`?reference=${S(1)}&scenario=${S(2)}`)).shown?.positions?.table;
    const row = positions?.rows.find(({ id }) => id === `blaby-${S(2)}`);
    expect(row?.cells[2]?.text).toMatch(/^Pays £[\d,.]+ more$/);
    expect(positions?.columns.map(({ id }) => id)).toContain("2016/17");
  });

  test("has a picture with its table for cost by year, contributions and coverage", async () => {
    const figures = (await open(ALL)).shown?.figures ?? [];
    expect(figures.map(({ table }) => table.id)).toEqual([
      "cost-by-year",
      "contributions-compared",
      "coverage-compared",
    ]);
    for (const { svg } of figures) expect(svg).toContain("<title");
  });
});

describe("why", () => {
  test("shows a waterfall whose steps sum to the difference, and the inputs behind each step", async () => {
    const { why } = await open(`${ALL}&why=unfunded:${S(3)}`);
    const rows = why?.figure?.table.rows ?? [];
    const pence = (text: string | undefined): number =>
      Number((text ?? "").replaceAll(/[£,.]/g, "").replace("−", "-"));
    const effects = rows.slice(1, -1).map(({ cells }) => pence(cells[1]?.text));
    expect(effects.length).toBeGreaterThan(0);
    expect(effects.reduce((sum, effect) => sum + effect, 0)).toBe(pence(rows.at(-1)?.cells[1]?.text));
    for (const { id } of rows.slice(1, -1)) expect(why?.groups.map((group) => group.id)).toContain(id);
  });

  test("says what a district chose, in a commissioner's words", async () => {
    const { why } = await open(`?reference=${S(1)}&scenario=${S(2)}&why=contribution-melton:${S(2)}`);
    const changes = why?.groups.flatMap((group) => group.changes) ?? [];
    expect(changes.some(({ about }) => about.includes("Choice"))).toBe(true);
  });

  test("lists the inputs of a row that has no waterfall, and says so", async () => {
    const { why } = await open(`${ALL}&why=gap-days:${S(4)}`);
    expect(why?.figure).toBeNull();
    expect(why?.instead).toContain("all changed inputs are listed");
    expect(why?.groups.length).toBeGreaterThan(0);
  });
});

describe("an address that asks for what is not there", () => {
  test.each([
    ["a scenario", `?reference=${S(0)}&scenario=none&scenario=${S(1)}`, "There is no scenario “none”"],
    ["a reference", `?reference=none&scenario=${S(1)}&scenario=${S(2)}`, "There is no scenario “none”"],
    ["a revision", `?reference=${S(0)}&scenario=${S(1)}@99`, "has no revision 99"],
    ["an order", `${ALL}&sort=best`, "There is no order “best”"],
    ["a row", `${ALL}&why=total:${S(1)}`, "There is no row “total”"],
    ["a row of no scenario", `${ALL}&why=total-cost`, "names no row and scenario"],
    ["a row of the reference", `${ALL}&why=total-cost:${S(0)}`, "does not differ from itself"],
    ["one scenario only", `?reference=${S(0)}&scenario=${S(0)}`, "Choose at least one scenario besides"],
    ["markup", `?reference=${S(0)}&scenario=<script>`, "There is no scenario “<script>”"],
  ])("gets words for %s", async (_what, search, words) => {
    const { faults } = await open(search);
    expect(faults.map(({ text }) => text).join("\n")).toContain(words);
  });

  test("is not found for another plan", async () => {
    expect((await thrownBy(loadCompare(ask("", { plan: "none" })))).status).toBe(404);
  });

  test("gets the first eight of more", async () => {
    const revisions = Array.from({ length: 9 }, (_, place) => `scenario=${S(1)}@${place + 1}`).join("&");
    const { faults } = await open(`?reference=${S(0)}&${revisions}`);
    expect(faults.map(({ text }) => text).join("\n")).toContain("Choose at most 8 scenarios");
  });
});

test("since the paper: a scenario against its own earlier revision, with the change that was made", async () => {
  const key = { plan: PLAN, scenario: S(4) };
  const before = (await planner.services.loadScenario(key))?.revision ?? 0;
  const path = "/provisions/joint/price/annual";
  const operation = { op: "replace" as const, path, value: "1600000.00" };
  const change = { name: "Price of the joint lot", operations: [operation] };
  const by = { author: "Test", person: null, now: "2015-04-02T09:00:00Z" };
  expect(await planner.services.saveChange(key, { baseRevision: before, change }, by)).toMatchObject({
    outcome: "saved",
  });
  const page = await open(
    `?reference=${S(4)}@${before}&scenario=${S(4)}&hide-equal=on&why=total-cost:${S(4)}`,
  );
  expect(page.faults).toEqual([]);
  expect(page.shown?.reference).toMatch(/, revision 1$/);
  expect(page.why?.groups.flatMap(({ changes }) => changes)).toHaveLength(1);
  expect(page.earlier.flatMap(({ revisions }) => revisions)).toHaveLength(1);
});

test.each([
  "comparison",
  "positions",
  "cost-by-year",
  "contributions-compared",
  "coverage-compared",
  "changes",
])("the table %s comes as CSV", async (table) => {
  const answer = await downloadCsv(ask(ALL, { table }));
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${PLAN}-${table}.csv"`);
  expect((await answer.text()).split("\r\n").length).toBeGreaterThan(2);
});

test("the comparison comes as a workbook with the waterfall that is open", async () => {
  const answer = await downloadWorkbook(ask(`${ALL}&why=unfunded:${S(3)}`));
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${PLAN}-comparison.xlsx"`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  const measures = workbook.getWorksheet("Waterfall")?.getColumn(2).values ?? [];
  expect(new Set(measures.slice(2))).toEqual(new Set(["Total cost", "Unfunded"]));
});

test("the waterfall comes as CSV only where one is open", async () => {
  const answer = await downloadCsv(ask(`${ALL}&why=total-cost:${S(1)}`, { table: "waterfall" }));
  expect(await answer.text()).toContain("5512453.13");
  expect((await thrownBy(downloadCsv(ask(ALL, { table: "waterfall" })))).status).toBe(404);
});
