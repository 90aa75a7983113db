import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const planner = openPlanner();

describe.each([
  ["a desktop", WIDE],
  ["a phone", NARROW],
])("on %s", (_device, viewport) => {
  test("the plans open, readable by everyone", async () => {
    const { page, complaints } = await planner.visit({ viewport });
    await page.goto("/");
    expect(page.url()).toBe(`${planner.origin}/plans`);
    expect(await page.title()).toBe("Plans - Commissioning planner");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(complaints).toEqual([]);
  });

  test("a page that does not exist says so and leads back", async () => {
    const { page } = await planner.visit({ viewport });
    const answer = await page.goto("/plans/none/scenarios/none");
    expect(answer?.status()).toBe(404);
    expect(await page.locator("h1").textContent()).toBe("Page not found");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Go to the plans" }).click();
    expect(page.url()).toBe(`${planner.origin}/plans`);
  });
});

test("the skip link leads to the main part, by keyboard", async () => {
  const { page } = await planner.visit();
  await page.goto("/plans");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main-content");
});

test("the first visit loads less than 150 KB of script", async () => {
  const { page } = await planner.visit();
  await page.goto("/plans", { waitUntil: "networkidle" });
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(150_000);
});

test("the pictures of the plans are there to look at", async () => {
  const { page } = await planner.visit();
  await page.goto("/plans");
  await takePictures(page, "plans");
});
