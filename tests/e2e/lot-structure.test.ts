import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW } from "./support/browser";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const DERBY = "/plans/derby-2015/scenarios/derby-2015";
const planner = openPlanner();

test("a lot structure is begun, its needs are entered, lots are chosen with a reason, seen on Lots and Overview, and undone", async () => {
  const page = await planner.open(`${DERBY}/lot-structure`);
  await page.getByRole("button", { name: "Enter the services and the money" }).click();
  await page.getByLabel("Money a year for all lots together").fill("900,000");
  await page.getByLabel("Overhead of each lot a year").fill("60,000");
  await page.getByLabel("Cost of one full-time post a year").fill("none");
  await page.getByLabel("Service 1", { exact: true }).fill("Refuge");
  await page.getByLabel("Service 2", { exact: true }).fill("Helpline");
  await page.getByRole("button", { name: "Save" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("write pounds, such as 1,234.50");
  expect(await page.getByLabel("Service 2", { exact: true }).inputValue()).toBe("Helpline");
  await expectAccessible(page);
  await page.getByLabel("Cost of one full-time post a year").fill("42,000");
  await page.getByRole("button", { name: "Save" }).click();

  await expectSaved(page);
  await expectAccessible(page);
  await page.getByLabel("Part of all users").first().fill("40");
  const more = page.getByRole("group", { name: "More users" }).first();
  await more.getByLabel("Refuge").check();
  await more.getByLabel("Part of all users").fill("50");
  await page.getByRole("button", { name: "Save" }).click();
  await page
    .getByRole("alert")
    .getByText(/make the percents sum to 100/)
    .waitFor();
  await page.getByRole("group", { name: "More users" }).first().getByLabel("Part of all users").fill("60");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("listitem").getByText("0.40 hand-offs a user").waitFor();

  await page.getByRole("link", { name: "Choose the lots and say why" }).click();
  await page.getByLabel("Refuge").selectOption("Lot 1");
  await page.getByLabel("Helpline").selectOption("Lot 2");
  await page.getByLabel("Why these lots").fill("A specialist refuge");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("A specialist refuge").waitFor();
  await expectAccessible(page);
  await page.goto(`${DERBY}/lots`);
  await page.getByText("The scenario procures 2 lots, Helpline | Refuge").waitFor();
  await page.goto(DERBY);
  await page.getByText("The reason given: A specialist refuge.").waitFor();

  await page.goto(`${DERBY}/history`);
  await page.getByText("Why these lots, Lots procured: Lot structure").first().waitFor();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await page.getByText(/^Undone: /).waitFor();
  await page.goto(`${DERBY}/lots`);
  await page.getByText("The scenario does not say which of these patterns it procures.").waitFor();
});

test("on a phone without JavaScript a service is added and one deleted, as long as the parts still sum", async () => {
  const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";
  const { page } = await planner.visit({ viewport: NARROW, javaScriptEnabled: false });
  for (const path of ["lot-structure", "lot-structure/edit", "lot-structure/choose"]) {
    await page.goto(`${S1}/${path}`);
    await expectNoSidewaysScroll(page);
  }
  await page.goto(`${S1}/lot-structure/edit`);
  await page.getByLabel("Another service").first().fill("Stalking");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The scenario does not say which of these patterns it procures.").first().waitFor();
  await page.goto(`${S1}/lot-structure/edit`);
  await page.getByRole("link", { name: "Delete the service Stalking" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expectSaved(page);
  expect(await page.getByRole("link", { name: "Delete the service Stalking" }).count()).toBe(0);
  expect(await page.getByRole("link", { name: /^Delete the service/ }).count()).toBe(3);
});
