import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Role } from "../../app/access/identity";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const PANEL = "/plans/durham-2020/scenarios/durham-2020-90/priorities/panel";
const LINE = "Tiered workforce training";

const planner = openPlanner();

const enterAs = async (role: Role, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> =>
  (await planner.visit({ role, ...options })).page;

async function expectGood(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await takePictures(page, name);
  const before = page.viewportSize() ?? NARROW;
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(before);
}

/** Opens the line from the panel's page and gives the same points everywhere. */
async function scoreLine(page: Page, points: string): Promise<void> {
  await page.goto(PANEL);
  await page.getByRole("link", { name: LINE }).click();
  await page.getByRole("heading", { name: LINE }).waitFor();
  for (const field of await page.locator("input[inputmode=decimal]").all()) await field.fill(points);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.getByRole("heading", { name: LINE }).waitFor({ state: "detached" });
}

test("two people score blind, one of them without scripts, and a moderator agrees a score", async () => {
  const moderator = await enterAs("administrator");
  await moderator.goto(PANEL);
  await moderator.getByLabel("Casey Sample").check();
  await moderator.getByLabel("Vivian Sample").check();
  await moderator.getByRole("button", { name: "Open the round" }).click();
  await moderator.getByRole("button", { name: "Close the round" }).waitFor();
  await expectGood(moderator, "panel-open");

  const casey = await enterAs("commissioner");
  await scoreLine(casey, "91");
  const vivian = await enterAs("viewer", { javaScriptEnabled: false });
  await scoreLine(vivian, "42");
  await vivian.goto(PANEL);
  expect(await vivian.getByRole("button", { name: "Close the round" }).count()).toBe(0);
  await moderator.goto(PANEL);
  expect(await moderator.content()).not.toMatch(/>\s*(91|42)\s*</);
  await casey.goto(PANEL);
  await casey.getByRole("link", { name: LINE }).click();
  await casey.getByRole("heading", { name: LINE }).waitFor();
  expect(await casey.content()).not.toMatch(/>\s*42\s*<|"42"/);
  await expectGood(casey, "panel-score");

  await moderator.getByRole("button", { name: "Close the round" }).click();
  await moderator
    .locator(".govuk-error-summary")
    .getByText(/^Scores are missing/)
    .click();
  await expectAccessible(moderator);
  await moderator.getByLabel("Close the round without them").check();
  await moderator.getByRole("button", { name: "Close the round" }).click();
  await moderator.getByText("All scores are open now").waitFor();
  const row = moderator.locator("#panel-spread tr", { hasText: LINE });
  expect(await row.textContent()).toContain("49, far apart");
  await expectGood(moderator, "panel-spread");
  await row.getByRole("link").click();
  await moderator.getByRole("button", { name: "Save the agreed scores" }).waitFor();
  expect(await moderator.locator("input[inputmode=decimal]").first().inputValue()).toBe("66.5");
  await expectGood(moderator, "panel-moderate");
  await moderator.getByRole("button", { name: "Save the agreed scores" }).click();
  await moderator.getByRole("link", { name: "Say why these points were agreed" }).click();
  await moderator.getByLabel("Why these points").fill("Casey had seen the evaluation of the pilot");
  await moderator.getByRole("button", { name: "Save the agreed scores" }).click();
  await moderator.getByText("By Adair Sample: Casey had seen the evaluation of the pilot").waitFor();
  await moderator.goto(PANEL.replace("/priorities/panel", "/history"));
  expect(await moderator.textContent("main")).toContain(`Moderated: ${LINE}`);

  await moderator.getByRole("button", { name: /^Undo/ }).click();
  await moderator.getByText(/^Undone: /).waitFor();
  await moderator.goto(PANEL);
  expect(await row.textContent()).toContain("Not yet");
  await moderator.getByRole("button", { name: "Take over the medians of 1 line" }).click();
  await moderator.getByRole("link", { name: "Say why the medians are taken over" }).click();
  expect(await moderator.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("note");
  await expectGood(moderator, "panel-medians");
  await moderator.getByLabel("Why the medians").fill("Both had read the same report");
  await moderator.getByRole("button", { name: "Take over the medians of 1 line" }).click();
  await moderator.getByText("By Adair Sample: Both had read the same report").waitFor();
  await moderator.goto(PANEL.replace("/panel", "/record"));
  expect(await moderator.locator("#priorities-panel").textContent()).toContain("Casey Sample; Vivian Sample");
  await expectGood(moderator, "decision-record-panel");
});
