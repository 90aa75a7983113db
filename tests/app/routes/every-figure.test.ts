import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loader as overview } from "../../../app/routes/plans.$plan.scenarios.$scenario._index";
import { loader as capacity } from "../../../app/routes/plans.$plan.scenarios.$scenario.capacity";
import { loader as contributions } from "../../../app/routes/plans.$plan.scenarios.$scenario.contributions";
import { loader as explain } from "../../../app/routes/plans.$plan.scenarios.$scenario.explain.$";
import { loader as funding } from "../../../app/routes/plans.$plan.scenarios.$scenario.funding";
import { loader as lotStructure } from "../../../app/routes/plans.$plan.scenarios.$scenario.lot-structure";
import { loader as lots } from "../../../app/routes/plans.$plan.scenarios.$scenario.lots";
import { loader as lot } from "../../../app/routes/plans.$plan.scenarios.$scenario.lots_.$provision";
import { loader as priorities } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities";
import { loader as risks } from "../../../app/routes/plans.$plan.scenarios.$scenario.risks";
import { loader as strategy } from "../../../app/routes/plans.$plan.scenarios.$scenario.strategy";
import { loader as transition } from "../../../app/routes/plans.$plan.scenarios.$scenario.transition";
import type { FormattedFigure } from "../../../app/components/report/key-figures";
import type { FormattedTable } from "../../../app/reports/format-table";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

/** Figures that need no explanation, with the reason. */
const NEEDS_NONE: Readonly<Record<string, string>> = {
  "timeline number": "the name of a bar in the picture, no figure",
  "priorities-rules lag": "stated with the line, and its row opens the form",
};

type Load = (args: LoaderFunctionArgs) => Promise<unknown>;

const SAMPLE = ["llr-2015-s0", "llr-2015-s1", "llr-2015-s2", "llr-2015-s3", "llr-2015-s4"];
const PAGES: readonly (readonly [name: string, load: Load, searches: readonly string[]])[] = [
  ["overview", overview, [""]],
  ["lots", lots, [""]],
  ["contributions", contributions, [""]],
  ["transition", transition, [""]],
  ["capacity", capacity, ["", "?activity=advocacy", "?activity=refuge"]],
  ["funding", funding, ["", "?year=2015", "?year=2018"]],
  ["strategy", strategy, [""]],
  ["risks", risks, [""]],
];

type Shown = { readonly tables: FormattedTable[]; readonly figures: FormattedFigure[] };

/** Every table and headline in what a loader hands to its page, however deep. Lists that are edited hold inputs alone. */
function shownIn(data: unknown, shown: Shown = { tables: [], figures: [] }): Shown {
  if (typeof data !== "object" || data === null || "deleteHref" in data) return shown;
  if ("columns" in data && "rows" in data && "title" in data) shown.tables.push(data as FormattedTable);
  else if ("label" in data && "value" in data && "note" in data) shown.figures.push(data as FormattedFigure);
  else for (const value of Object.values(data)) shownIn(value, shown);
  return shown;
}

/** Nothing is explained by itself, and a dash is no figure. */
const isFigure = (text: string): boolean => /[1-9]/.test(text);

function unexplained({ tables, figures }: Shown): string[] {
  const cells = tables.flatMap(({ id, columns, rows, total }) =>
    [...rows, ...(total === undefined ? [] : [total])].flatMap((row) =>
      row.cells.flatMap((cell, place) => {
        const column = found(columns[place]);
        const isBare = column.numeric && isFigure(cell.text) && (cell.href ?? column.href) === undefined;
        const family = id.replace(/^(timeline)-.*$/, "$1");
        return !isBare || `${family} ${column.id}` in NEEDS_NONE ? [] : [`${id}: ${row.id}, ${column.id}`];
      }),
    ),
  );
  const headlines = figures.filter(({ value, href }) => isFigure(value) && href === undefined);
  return [...cells, ...headlines.map(({ id }) => `headline ${id}`)];
}

const hrefsOf = ({ tables, figures }: Shown): string[] => [
  ...figures.flatMap(({ href }) => href ?? []),
  ...tables.flatMap(({ columns, rows }) => [
    ...columns.flatMap(({ href }) => href ?? []),
    ...rows.slice(0, 2).flatMap(({ cells }) => cells.flatMap(({ href }) => href ?? [])),
  ]),
];

const open = (load: Load, search: string, params: Readonly<Record<string, string>>): Promise<unknown> =>
  load(planner.ask(params, new Request(`http://127.0.0.1:3000/page${search}`)));

test.each(SAMPLE)("every figure on the report pages of %s explains itself", async (scenario) => {
  const key = { plan: "llr-2015", scenario };
  const bare: string[] = [];
  let count = 0;
  for (const [name, load, searches] of PAGES)
    for (const search of searches) {
      const shown = shownIn(await open(load, search, key));
      count += shown.tables.length + shown.figures.length;
      bare.push(...unexplained(shown).map((about) => `${name}: ${about}`));
    }
  expect([...new Set(bare)]).toEqual([]);
  expect(count).toBeGreaterThan(20);
});

test("so does every figure of one lot, of the ways to divide the lots, and of a prioritisation", async () => {
  const s1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
  const pages = [
    await open(lot, "", { ...s1, provision: "joint" }),
    await open(lotStructure, "", s1),
    await open(priorities, "", { plan: "durham-2020", scenario: "durham-2020-100" }),
  ];
  for (const page of pages) expect(unexplained(shownIn(page))).toEqual([]);
});

test("what explains a figure is there, with its rule in words", async () => {
  const key = { plan: "llr-2015", scenario: "llr-2015-s1" };
  const hrefs = new Set<string>();
  for (const [, load] of PAGES)
    for (const href of hrefsOf(shownIn(await open(load, "", key)))) hrefs.add(href);
  expect(hrefs.size).toBeGreaterThan(100);
  for (const href of hrefs) {
    const path = decodeURIComponent(found(href.split("/explain/")[1], href));
    const { title, rule } = await explain(planner.ask({ ...key, "*": path }));
    expect(title, href).not.toBe("");
    expect(rule.join(" "), href).toMatch(/\w.*\.$/);
  }
});
