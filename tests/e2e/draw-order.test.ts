import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW } from "./support/browser";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";
const LOT = "Joint sexual violence and domestic abuse support for adults";

const planner = openPlanner();

test("a finance officer's order of drawing is chosen by keyboard, seen before it is saved, named in History and undone", async () => {
  const page = await planner.open(`${S1}/funding`);
  await page.getByRole("link", { name: "Choose who draws on the sources first" }).click();
  await page.getByRole("heading", { name: "Who draws on the sources first" }).waitFor();
  await expectAccessible(page);
  const row = page.locator("#draw-order tbody tr").first();
  expect(await row.textContent()).not.toContain(LOT);
  await page.getByLabel(LOT).fill("soon");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("alert").textContent()).toContain("write a whole number, such as 6");
  await expectAccessible(page);
  await page.getByLabel(LOT).fill("1");
  await page.locator("#draw-order tbody tr").first().getByText(LOT).waitFor();
  await page.keyboard.press("Enter");
  await expectSaved(page);
  expect(await page.locator("#draw-order tbody tr").first().textContent()).toContain(LOT);
  expect(await page.locator("#draw-order").textContent()).toContain("The order is chosen.");

  await page.goto(`${S1}/history`);
  await page.getByText("Order in which services draw on funding").first().waitFor();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await page.getByText(/^Undone: /).waitFor();
  await page.goto(`${S1}/funding`);
  expect(await page.locator("#draw-order").textContent()).toContain("Nobody has chosen the order");
});

test("without JavaScript on a phone the order can be read and chosen", async () => {
  const { page } = await planner.visit({ viewport: NARROW, javaScriptEnabled: false });
  await page.goto(`${S1}/funding/order`);
  await expectNoSidewaysScroll(page);
  await page.getByLabel(LOT).fill("2");
  await page.getByRole("button", { name: "Save" }).click();
  await expectSaved(page);
  expect(await page.locator("#draw-order tbody tr").nth(1).textContent()).toContain(LOT);
});
