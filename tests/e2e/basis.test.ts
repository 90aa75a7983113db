import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW } from "./support/browser";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";
const planner = openPlanner();

test("a basis is pasted for all areas, its wrong cell is named, it is saved as one change, shared by, undone", async () => {
  const page = await planner.open(`${S1}/data`);
  await page.getByRole("link", { name: "Add a basis for all areas" }).click();
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Victims");
  await page.getByLabel("Counted in").fill("people");
  await page.getByLabel("Source", { exact: true }).fill("Crime survey");
  await page.getByLabel("Date of the source").fill("31 March 2014");
  const block = page.getByLabel("Or paste the figures from a spreadsheet");
  await block.fill("Area\tVictims\nBlaby\t1,2\nMelton\t300");
  await page.getByRole("button", { name: "Save" }).click();
  const alert = page.getByRole("alert");
  await alert.getByText(/Row 2, figure: Blaby is “1,2”: write a number/).waitFor();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Victims");
  expect(await block.inputValue()).toContain("Melton");
  await expectAccessible(page);
  await block.fill("Area\tVictims\nBlaby\t1,200\nMelton\t300");
  await page.getByRole("button", { name: "Save" }).click();
  await expectSaved(page);
  await page.getByText(/: 2 of \d+ areas; in people; Crime survey, 31 March 2014/).waitFor();

  await page.getByRole("link", { name: "Victims", exact: true }).click();
  await page.getByLabel("Delete this basis with its figures of all areas").waitFor();
  await page.goto(`${S1}/history`);
  await page.getByText("Basis added: Victims").first().waitFor();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await page.getByText(/^Undone: /).waitFor();
  await page.goto(`${S1}/data`);
  expect(await page.getByRole("link", { name: "Victims", exact: true }).count()).toBe(0);
});

test("on a phone without JavaScript a basis is added and deleted; one that a round uses says why it cannot go", async () => {
  const { page } = await planner.visit({ viewport: NARROW, javaScriptEnabled: false });
  await page.goto(`${S1}/data/bases/-`);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Name", { exact: true }).fill("Homes");
  await page.getByLabel("Blaby").fill("40,000");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Homes", exact: true }).click();
  await page.getByLabel("Delete this basis with its figures of all areas").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expectSaved(page);
  expect(await page.getByRole("link", { name: "Homes", exact: true }).count()).toBe(0);
  await page.getByRole("link", { name: "Population", exact: true }).click();
  await page.getByText(/shares by it, so it cannot be deleted/).waitFor();
});
