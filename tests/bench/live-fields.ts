import type { Page } from "playwright-core";
import { focusedPlace } from "../e2e/support/grid";

/** What a plan calls the things that are typed into. */
export type Names = Readonly<Record<"provision" | "source" | "year" | "round" | "member", string>> & {
  /** A cell of the data on which a headline figure rests, and what is typed into it. */
  readonly data: { readonly row: string; readonly column: string; readonly text: string };
};

/** A field of a page whose figures answer, and one of those figures. */
export type LiveField = {
  readonly name: string;
  /** Below the scenario. */
  readonly path: (names: Names) => string;
  /** Goes to the field as a person does, and begins to type. */
  readonly begin: (page: Page, names: Names) => Promise<void>;
  /** Pressed before each of them: what it marks is replaced. */
  readonly mark?: string;
  /** Pressed in turn: each moves the figure. */
  readonly keys: readonly [string, string];
  readonly figure: (names: Names) => string;
};

const DIGIT = ["7", "Backspace"] as const;

/** One figure of those that a page leads with, and one cell of a table. */
const headline = (place: number) => () =>
  `.app-key-figures__figure:nth-child(${place}) .app-key-figures__value`;

/** One for each page that is typed into, and a second where a form stands beside the grid. */
export const LIVE_FIELDS: readonly LiveField[] = [
  {
    name: "lots: a price in the grid",
    path: () => "/lots",
    begin: (page, { provision }) => typeIntoCell(page, provision, "annual", "1500000"),
    keys: DIGIT,
    figure: headline(1),
  },
  {
    name: "one lot: its price in the form",
    path: ({ provision }) => `/lots/${provision}`,
    begin: async (page) => {
      await page.getByLabel("Annual price at start").focus();
      await page.getByLabel("Annual price at start").fill("1500000");
    },
    keys: DIGIT,
    figure: headline(1),
  },
  {
    name: "contributions: what a district chooses",
    path: () => "/contributions",
    begin: (page, { round, member }) =>
      page.locator(`[name="/contributions/${round}/members/${member}/choice"]`).focus(),
    keys: ["ArrowUp", "ArrowDown"],
    figure: () => ".app-key-figures",
  },
  {
    name: "contributions: a weight as a slider",
    path: () => "/contributions",
    begin: (page) => page.locator("input[type=range]").first().focus(),
    keys: ["ArrowRight", "ArrowLeft"],
    figure: () => ".app-member__figures",
  },
  {
    name: "transition: from when a service is required",
    path: () => "/transition",
    begin: async (page, { year }) => {
      const row = await page.locator(".app-grid .ag-row").first().getAttribute("row-id");
      await typeIntoCell(page, row ?? "", "from", `${year.slice(0, 4)}-06`);
    },
    mark: "Shift+ArrowLeft",
    keys: ["5", "6"],
    figure: () => ".app-key-figures",
  },
  {
    name: "funding: what a source has in a year",
    path: () => "/funding",
    begin: (page, { source, year }) => typeIntoCell(page, source, `amounts/${year}`, "100000"),
    keys: DIGIT,
    figure: () => "#funding-balance",
  },
  {
    name: "data: a demand, or the rise of an index",
    path: () => "/data",
    begin: (page, { data: { row, column, text } }) => typeIntoCell(page, row, column, text),
    keys: DIGIT,
    figure: () => ".app-key-figures",
  },
];

/** Down the column to the row, which may be further down than what is drawn. */
async function typeIntoCell(page: Page, row: string, column: string, text: string): Promise<void> {
  await page.locator(`.ag-row [col-id="${column}"]`).first().click();
  for (let presses = 0; (await focusedPlace(page))?.row !== row; presses++) {
    if (presses === 100) throw new Error(`100 presses do not reach ${row}`);
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.type(text);
}

const FRONTIER_MILLISECONDS = 600_000;

/** The slider of the budgets, once the frontier is worked out: each press is what a drag does a step at a time. */
const dragged = (name: string, query: string): LiveField => ({
  name,
  path: () => `/priorities${query}`,
  begin: async (page) => {
    const slider = page.locator("input[type=range]");
    await slider.waitFor({ timeout: FRONTIER_MILLISECONDS });
    await slider.focus();
  },
  keys: ["ArrowLeft", "ArrowRight"],
  figure: () => ".app-budget [role=status]",
});

/** What is dragged on the page of the priorities. */
export const DRAGGED_BUDGETS: readonly LiveField[] = [
  dragged("priorities: one budget, dragged by a step", ""),
  dragged("priorities: all budgets, dragged by a step", "?of=_all"),
];
