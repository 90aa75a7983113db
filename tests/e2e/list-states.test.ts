import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";

const planner = openPlanner();

/** Wide as a grid, on a phone as a table: both can be read by everyone, and nothing is wider than the screen. */
async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize(WIDE);
}

test("a new plan without a name is asked for it; with one it leads to its first scenario, whose empty lists say what to do", async () => {
  const page = await planner.open("/plans/new");
  await expectGood(page);
  await page.getByLabel("What it is about (optional)").fill("Two cities");
  await page.getByRole("button", { name: "Create the plan" }).click();
  await page.getByRole("alert").getByText("The plan has no name").waitFor();
  expect(await page.getByLabel("What it is about (optional)").inputValue()).toBe("Two cities");
  await expectGood(page);
  await page.getByLabel("Name", { exact: true }).fill("Derby and Nottingham 2016");
  await page.getByRole("button", { name: "Create the plan" }).click();
  await page.getByRole("heading", { level: 1, name: "New scenario" }).waitFor();
  await page.getByLabel("Name", { exact: true }).fill("As it is");
  await page.getByLabel("First month, of an empty scenario").fill("April 2016");
  await page.getByLabel("Last month, of an empty scenario").fill("March 2019");
  await expectGood(page);
  await page.getByRole("button", { name: "Create the scenario" }).click();
  await page.getByRole("heading", { level: 1, name: "As it is" }).waitFor();
  const href = new URL(page.url()).pathname;
  for (const path of ["lots", "contributions", "funding", "data"]) {
    await page.goto(`${href}/${path}`, { waitUntil: "networkidle" });
    await expectGood(page);
  }
});

test("what others refer to is not deleted until the person says so, and can be left", async () => {
  const page = await planner.open(`${S1}/delete/provisions/joint`);
  await expectGood(page);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page
    .getByRole("alert")
    .getByText(/tick that they may change too/)
    .waitFor();
  await expectGood(page);
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.locator('.ag-row[row-id="joint"]').first().waitFor();
});

describe.each([
  { list: "capacity", path: "lots/joint", row: "0", column: "unitsPerYear", values: ["9,700", "9,800"] },
  { list: "who pays", path: "lots/joint", row: "1", column: "percent", values: ["21", "22"] },
  {
    ...{ list: "members of a round", path: "contributions/districts", row: "charnwood", column: "maximum" },
    values: ["50,000", "55,000"],
  },
])("the list of $list", ({ path, row, column, values: [first = "", second = ""] }) => {
  const type = async (page: Page, text: string): Promise<void> => {
    await page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`).dblclick();
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };

  test("can be read by everyone with a fault in it, and while two people want two things", async () => {
    const casey = await planner.open(`${S1}/${path}`);
    await casey.route("**/latest*", (route) => route.abort());
    await type(casey, "a few");
    const problem = casey.locator(".app-saves__problem");
    await problem.getByText(/“a few”/).waitFor();
    await expectAccessible(casey);
    await problem.getByRole("button", { name: /^Discard/ }).click();
    await problem.waitFor({ state: "detached" });

    const adair = await planner.open(`${S1}/${path}`, { role: "administrator" });
    await type(adair, first);
    await expectSaved(adair);
    await type(casey, second);
    await problem.getByText(/Adair Sample changed it to .* You typed/).waitFor();
    await expectGood(casey);
  });
});

test("a lot of which nothing is entered yet says so in its three lists", async () => {
  const page = await planner.open(`${S1}/lots/ot1`);
  await page.getByText("No capacity is entered").waitFor();
  await expectGood(page);
});
