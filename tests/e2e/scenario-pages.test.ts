import { describe, expect, test } from "vitest";
import { PAGES_BELOW, SCENARIO_PAGES } from "../../app/lib/scenario-pages";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";

/** The scenario with a gap, something unconfirmed and something unfunded: every page has its warnings to show. */
const SCENARIO = "/plans/llr-2015/scenarios/llr-2015-s4";

/** Pages that are about something that is chosen before. */
const CHOSEN: Readonly<Record<string, string>> = {
  "base/stack": "?on=llr-2015-s2",
  "history/compare": "?from=1&to=1",
};

const planner = openPlanner();

describe.each([
  ["a desktop", WIDE],
  ["a phone", NARROW],
])("on %s", (_device, viewport) => {
  test.each([...SCENARIO_PAGES, ...PAGES_BELOW])(
    "the page $text opens, readable by everyone",
    async ({ path, text }) => {
      const { page, complaints } = await planner.visit({ viewport });
      const address = path === "" ? SCENARIO : `${SCENARIO}/${path}${CHOSEN[path] ?? ""}`;
      await page.goto(address, { waitUntil: "networkidle" });
      expect(await page.title()).toMatch(new RegExp(`^${text} - .* - Commissioning planner$`));
      const inNavigation = SCENARIO_PAGES.some((one) => one.path === path);
      const current = await page.locator(".app-sub-navigation [aria-current=page]").allTextContents();
      expect(current).toEqual(inNavigation ? [text] : []);
      expect(await page.locator("main").textContent()).toContain("Synthetic money");
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
      if (viewport === WIDE)
        await takePictures(page, `scenario-${path === "" ? "overview" : path.replace("/", "-")}`);
    },
  );
});

test.each([
  ["base/stack", "base"],
  ["history/compare", "history"],
])("%s without a choice leads to where it is made", async (path, to) => {
  const { page } = await planner.visit();
  await page.goto(`${SCENARIO}/${path}`);
  expect(page.url()).toBe(`${planner.origin}${SCENARIO}/${to}`);
});
