import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const IMPORT = "/plans/llr-2015/import";
const GOOD = "scenarios/examples/small/s01-half-penny-months.json";

const planner = openPlanner();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "planner-upload-"));
});

afterAll(() => rm(folder, { recursive: true }));

async function sendFile(page: Page, path: string | null): Promise<void> {
  await page.goto(IMPORT);
  if (path !== null) await page.setInputFiles("input[type=file]", path);
  await page.getByRole("button", { name: "Import", exact: true }).click();
}

const cards = async (page: Page): Promise<number> => {
  await page.goto("/plans");
  return page.locator(".govuk-summary-card").count();
};

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("importing a scenario file %s", (_how, javaScriptEnabled) => {
  const open = async (): Promise<Page> => (await planner.visit({ viewport: NARROW, javaScriptEnabled })).page;

  test("a right file opens as a new scenario", async () => {
    const page = await open();
    const before = await cards(page);
    await sendFile(page, GOOD);
    await page.waitForURL("**/scenarios/**");
    await page.getByRole("navigation", { name: "Pages of this scenario" }).waitFor();
    expect(await cards(page)).toBe(before + 1);
  });

  test.each([
    ["no file", null, "Choose a scenario file to import."],
    ["a file that is not JSON", "scenarios/examples/invalid/i27-not-json.json", "JSON"],
    ["a file of a newer version", "scenarios/examples/invalid/i02-newer-format.json", "newer"],
  ])("%s is answered at the form, in words that say what to do", async (_what, path, words) => {
    const page = await open();
    const before = await cards(page);
    await sendFile(page, path);
    const summary = page.locator(".govuk-error-summary");
    await summary.waitFor();
    expect(await summary.textContent()).toContain(words);
    if (javaScriptEnabled) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(await cards(page)).toBe(before);
  });

  test("a file of 50 MB is answered by a page that says what to do", async () => {
    const path = join(folder, "large.json");
    await writeFile(path, Buffer.alloc(50 * 1024 * 1024, "x"));
    const page = await open();
    await sendFile(page, path);
    await page.getByText("The planner takes a file of up to 10 MB.").waitFor();
    expect(await page.locator("main").textContent()).toContain("Nothing was stored.");
    if (javaScriptEnabled) await expectAccessible(page);
  });
});

test("the error summary takes the focus, so that it is heard first, and leads to the field", async () => {
  const { page } = await planner.visit();
  await sendFile(page, null);
  await page.locator(".govuk-error-summary").waitFor();
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("govuk-error-summary");
  await page.getByRole("link", { name: "Choose a scenario file to import." }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("file");
});
