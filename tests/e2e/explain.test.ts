import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";

const planner = openPlanner();

test("without JavaScript a headline leads down to the months of one lot and the field behind them", async () => {
  const { page } = await planner.visit({ javaScriptEnabled: false });
  await page.goto(S1);
  await page.getByRole("link", { name: /Total cost: explain/ }).click();
  await page.getByRole("heading", { name: "Total cost" }).waitFor();
  await page.getByRole("link", { name: /^Joint sexual violence/ }).click();
  await page.getByRole("link", { name: "2016/17" }).click();
  await page.getByText("The annual price, year by year").waitFor();
  await page.getByRole("link", { name: /^Annual price at start.*change it$/ }).click();
  await page.getByLabel("Annual price at start").waitFor();
  expect(page.url()).toContain(`${S1}/lots/joint`);
});

test.each([
  ["wide", WIDE],
  ["narrow", NARROW],
])("%s, explanations can be read by everyone", async (_how, viewport) => {
  const { page, complaints } = await planner.visit({ viewport });
  for (const path of [
    "cost/joint/2016",
    "share/districts/blaby",
    "unfunded/2015",
    "service/waiting/blaby/face-to-face/2016",
  ]) {
    await page.goto(`${S1}/explain/${path}`, { waitUntil: "networkidle" });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    if (viewport === WIDE) await takePictures(page, `explain-${path.replaceAll("/", "-")}`);
  }
  for (const path of ["", "/lots", "/contributions", "/funding", "/capacity"]) {
    await page.goto(`${S1}${path}`, { waitUntil: "networkidle" });
    await expectAccessible(page);
  }
  expect(complaints).toEqual([]);
});

describe("a table whose figures explain themselves", () => {
  /** By table, how many of its links Tab stops at. */
  const stopsByTable = (page: Page): Promise<readonly number[]> =>
    page.locator(".app-report table").evaluateAll((tables) =>
      tables.flatMap((table) => {
        const links = [...table.querySelectorAll<HTMLElement>("td a[href], th a[href]")];
        return links.length === 0 ? [] : [links.filter((link) => link.tabIndex >= 0).length];
      }),
    );
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");

  test.each(["/lots", "/capacity", "/funding", "/contributions", "/transition"])(
    "is one stop on %s, and without JavaScript every figure is one",
    { timeout: 60_000 },
    async (path) => {
      const { page } = await planner.visit({});
      await page.goto(`${S1}${path}`, { waitUntil: "networkidle" });
      const stops = await stopsByTable(page);
      expect(stops.length).toBeGreaterThan(0);
      expect(stops.every((count) => count === 1)).toBe(true);
      const plain = await planner.visit({ javaScriptEnabled: false });
      await plain.page.goto(`${S1}${path}`);
      const all = await stopsByTable(plain.page);
      // What is a grid with JavaScript is one more table without.
      expect(all.length).toBeGreaterThanOrEqual(stops.length);
      expect(Math.max(...all)).toBeGreaterThan(1);
      expect(await plain.page.getByText("Tab leaves the table").count()).toBe(0);
    },
  );

  test("is read with the arrow keys, says so, and keeps its place; Enter explains", async () => {
    const { page, complaints } = await planner.visit({});
    await page.goto(`${S1}/funding`, { waitUntil: "networkidle" });
    const table = page.locator("#funding-certainty");
    const keys = table.getByText(
      "Arrow keys go from figure to figure, Enter explains one, Tab leaves the table.",
    );
    expect(await keys.isVisible()).toBe(false);
    const first = table.locator("a[tabindex='0']");
    await first.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const reached = await focused(page);
    expect(reached).toContain("/explain/");
    expect(reached).not.toBe(await table.locator("a").first().getAttribute("href"));
    expect(await keys.isVisible()).toBe(true);
    await expectAccessible(page);

    await page.keyboard.press("Tab");
    expect(await table.locator("table").evaluate((one) => one.contains(document.activeElement))).toBe(false);
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe(reached);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${reached}`);
    expect(complaints).toEqual([]);
  });
});
