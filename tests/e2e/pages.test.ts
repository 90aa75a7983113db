import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { SCENARIO_PAGES } from "../../app/lib/scenario-pages";
import { largePlan } from "../support/large-plan";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";
const MEGABYTE = 1024 * 1024;

const planner = openPlanner();

/** A page without scripts: what is there is what the server sent. */
async function visitWithoutScripts(): Promise<Page> {
  const { page } = await planner.visit({ javaScriptEnabled: false });
  return page;
}

describe("without scripts", () => {
  test("a warning leads to the part of the page that shows its cause", async () => {
    const page = await visitWithoutScripts();
    await page.goto(S1);
    await page.getByRole("link", { name: /Not confirmed: 24-hour helpline service/ }).click();
    expect(page.url()).toBe(`${planner.origin}${S1}/transition?activity=helpline#unconfirmed`);
    expect(await page.locator("#unconfirmed tbody tr").count()).toBe(9);
  });

  test("an activity is chosen on capacity and demand, and its unit stands in the headings", async () => {
    const page = await visitWithoutScripts();
    await page.goto(`${S1}/capacity`);
    await page.getByLabel("Activity", { exact: true }).selectOption({ label: "Advocacy" });
    await page.getByRole("button", { name: "Show" }).click();
    expect(page.url()).toContain("?activity=advocacy");
    const picture = page.getByRole("img", { name: "Demand and capacity: Advocacy" });
    expect(await picture.textContent()).toContain("Waiting at the end of the month (cases)");
  });

  test("a year is chosen on funding, and the address keeps the place on the page", async () => {
    const page = await visitWithoutScripts();
    await page.goto(`${S1}/funding`);
    await page.getByLabel("Financial year", { exact: true }).selectOption("2016/17");
    await page.getByRole("button", { name: "Show" }).click();
    expect(page.url()).toContain("?year=2016#flow");
    await page.getByRole("img", { name: "What pays for what in 2016/17" }).waitFor();
  });
});

test("a table is downloaded as the file that its link names", async () => {
  const { page } = await planner.visit();
  await page.goto(`${S1}/funding`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV of Funding sources by year" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("llr-2015-s1-funding-sources.csv");
});

test("on a phone a picture stays large enough to read, and scrolls by keyboard in its own region", async () => {
  const { page } = await planner.visit({ viewport: NARROW });
  await page.goto(`${S1}/transition`);
  const region = page.getByRole("region", { name: /^Picture: / });
  const [outer, inner] = await Promise.all([region.boundingBox(), region.locator("svg").boundingBox()]);
  expect(outer?.width).toBeLessThanOrEqual(NARROW.width);
  expect(inner?.width).toBeGreaterThanOrEqual(800);
  await region.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await expectNoSidewaysScroll(page);
});

test("on paper the pictures fit the page and what only a screen needs is gone", async () => {
  const { page } = await planner.visit({ viewport: { width: 718, height: 1000 } });
  await page.goto(`${S1}/transition`);
  await page.emulateMedia({ media: "print" });
  const box = await page.locator("svg.app-chart").first().boundingBox();
  expect(box?.width).toBeLessThanOrEqual(718);
  expect(await page.locator(".app-choose").isVisible()).toBe(false);
});

describe("pages beside the plan", () => {
  const ASKED = [
    "/accessibility",
    `${S1}/capacity/telephone`,
    `${S1}/capacity/telephone?calls=many`,
    `${S1}/whole-posts`,
    `${S1}/whole-posts?posts=2.5`,
    "/plans/llr-2015/scenarios/llr-2015-s0/whole-posts",
  ];

  test.each(ASKED)("%s is accessible, on a phone too, with an answer or with what is wrong", async (path) => {
    for (const viewport of [WIDE, NARROW]) {
      const { page, complaints } = await planner.visit({ viewport });
      await page.goto(path, { waitUntil: "networkidle" });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
    }
  });

  test("what is promised to people who use it in their own way is said to whoever asks, signed in or not", async () => {
    const { page } = await planner.visit({ role: null });
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Accessibility" }).click();
    await page.getByRole("heading", { name: "Accessibility of this planner" }).waitFor();
  });

  test("a rate of VAT is typed into the form of a lot, and the cost stands before and with it", async () => {
    const { page } = await planner.visit();
    const scenario = "/plans/llr-2015/scenarios/llr-2015-s4";
    await page.goto(`${scenario}/lots/joint`, { waitUntil: "networkidle" });
    await page.getByLabel("VAT", { exact: true }).fill("20");
    await page.getByLabel("VAT that can be recovered").fill("50");
    await page.getByRole("button", { name: /^Save/ }).first().click();
    await expectSaved(page);
    await page.goto(`${scenario}/lots`, { waitUntil: "networkidle" });
    await page.getByText("Before and with VAT").first().click();
    const row = page.locator("#vat tr", { hasText: "Joint sexual violence" });
    expect(await row.locator("td").allTextContents()).toEqual([
      ...["20.00%", "50.00%", "£3,763,119.31", "£376,311.94", "£4,139,431.25"],
      ...["£376,311.94", "£4,515,743.19"],
    ]);
    await expectAccessible(page);
  });
});

describe("the large plan", () => {
  const LARGE = "/plans/llr-2015/scenarios/large-plan";
  beforeAll(async () => {
    const file = {
      name: "large.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(largePlan())),
    };
    const { page } = await planner.visit();
    await page.goto("/plans/llr-2015/import");
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.waitForURL(`${planner.origin}${LARGE}`);
  });

  const shown = SCENARIO_PAGES.filter(({ path }) =>
    ["", "transition", "capacity", "funding", "history"].includes(path),
  );
  test.each(shown)("has a page $text that anyone can open and read", async ({ path }) => {
    const { page, complaints } = await planner.visit({ viewport: WIDE });
    const answer = await page.goto(path === "" ? LARGE : `${LARGE}/${path}`, { waitUntil: "networkidle" });
    expect(answer?.status()).toBe(200);
    expect((await answer?.body())?.length).toBeLessThan(MEGABYTE);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await takePictures(page, `large-${path === "" ? "overview" : path}`);
  });
});
