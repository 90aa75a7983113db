import { expect, test } from "vitest";
import { expectAccessible } from "./support/browser";
import { textOfCell } from "./support/grid";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";

const planner = openPlanner();

test("killed while someone types into the grid: the edit stays on the screen, marked unsaved, and is saved after the restart", async () => {
  const page = await planner.open(`${S1}/lots`);
  const cell = page.locator('.ag-row[row-id="family"] [col-id="annual"]');
  await cell.dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("197");
  await planner.kill();
  await page.keyboard.type(",000");
  await page.keyboard.press("Enter");
  await page.getByText("The planner did not answer.").waitFor();
  expect(await textOfCell(page, "family", "annual")).toBe("197,000");
  await expectAccessible(page);

  await planner.restart();
  await page.getByRole("button", { name: "Try again" }).click();
  await expectSaved(page);
  const later = await planner.open(`${S1}/lots`);
  await later.locator(".ag-row").first().waitFor();
  expect(await textOfCell(later, "family", "annual")).toBe("£197,000.00");
});

test("killed while a form is filled in: the form keeps all of it, says so, and is saved after the restart", async () => {
  const page = await planner.open(`${S1}/lots/joint`);
  await page.getByLabel("Annual price at start").fill("1,395,000");
  await planner.kill();
  await page.getByLabel("Why (optional)").fill("The bids came in higher");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The planner did not answer").first().waitFor();
  expect(await page.getByLabel("Annual price at start").inputValue()).toBe("1,395,000");
  expect(await page.getByLabel("Why (optional)").inputValue()).toBe("The bids came in higher");
  await expectAccessible(page);

  await planner.restart();
  await page.getByRole("button", { name: "Save" }).click();
  await expectSaved(page);
  const history = await planner.open(`${S1}/history`);
  await history.getByText("Why: The bids came in higher").waitFor();
});
