import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  launchBrowser,
  takePictures,
  visit,
} from "./support/browser";
import { type RunningPlanner, startPlanner } from "./support/start-planner";

const CONSULTATIONS = "/plans/llr-2015/consultations";
const SCENARIO = "One joint lot, all districts in B";

let planner: RunningPlanner;
let browser: Browser;

beforeAll(async () => {
  [planner, browser] = await Promise.all([startPlanner(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await planner.stop();
});

/** Freezes the scenario in which all districts are asked for a share; the page of the consultation is open after. */
async function freeze(page: Page, name: string): Promise<void> {
  await page.goto(`${CONSULTATIONS}/new`);
  await page.getByLabel("Name of the consultation").fill(name);
  await page.getByLabel(SCENARIO).check();
  await page.getByLabel("What you want to say to everyone").fill("We plan the service from October 2015.");
  await page.getByLabel("Questions (optional)").fill("Would you host a drop-in?");
  await page.getByRole("button", { name: "Freeze" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

describe("the commissioner", () => {
  test("freezes a scenario, and is told at the field what is missing", async () => {
    const { page, complaints } = await visit(browser, { origin: planner.origin });
    await page.goto("/plans");
    await page.getByRole("button", { name: "Consultations" }).first().click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Freeze scenarios and consult" }).click();
    await page.getByLabel("Questions (optional)").fill("One?");
    await page.getByRole("button", { name: "Freeze" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("Give the consultation a name");
    expect(await page.getByLabel("Questions (optional)").inputValue()).toBe("One?");
    await expectAccessible(page);
    await takePictures(page, "consultation-new");
    await freeze(page, "First");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Make links for the 7 without one" }).click();
    await page.getByText("7 links were made").waitFor();
    await expectAccessible(page);
    await takePictures(page, "consultation-links");
    for (const name of ["Replies", "Report"]) {
      await page.getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await takePictures(page, `consultation-${name.toLowerCase()}`);
    }
    await page.goto(`${CONSULTATIONS}/first/partners/melton`);
    await page.getByRole("heading", { name: "Your options side by side" }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await takePictures(page, "consultation-preview");
    expect(complaints.filter((text) => !text.includes("400 (Bad Request)"))).toEqual([]);
  });
});
