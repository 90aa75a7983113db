import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures } from "./support/browser";
import { textOfCell } from "./support/grid";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";
const S2 = "/plans/llr-2015/scenarios/llr-2015-s2";

const planner = openPlanner();

async function typeIntoCell(page: Page, row: string, column: string, text: string): Promise<void> {
  const cell = page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`);
  await cell.dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const undoButton = (page: Page) => page.getByRole("button", { name: /^Undo: / });

describe("two browsers on one scenario", () => {
  test("edits of different fields both land, and each is in the other within two seconds without a reload", async () => {
    const [first, second] = [
      await planner.open(`${S1}/lots`),
      await planner.open(`${S1}/lots`, { role: "administrator" }),
    ];
    await Promise.all([first, second].map((page) => page.locator(".ag-row").first().waitFor()));
    await typeIntoCell(first, "family", "annual", "195,000");
    await expectSaved(first);
    const saved = Date.now();
    await second.locator('.ag-row[row-id="family"] [col-id="annual"]', { hasText: "£195,000.00" }).waitFor();
    expect(Date.now() - saved).toBeLessThan(2000);

    await typeIntoCell(second, "refuge", "annual", "241,000");
    await expectSaved(second);
    const answered = Date.now();
    await first.locator('.ag-row[row-id="refuge"] [col-id="annual"]', { hasText: "£241,000.00" }).waitFor();
    expect(Date.now() - answered).toBeLessThan(2000);
    expect(await textOfCell(first, "family", "annual")).toBe("£195,000.00");
    await first.getByText(/^Adair Sample, .*: Annual price at start: County refuge provision\.$/).waitFor();
    await expectAccessible(first);
  });

  test("what is half typed stays when the other saves; the same field then shows both values", async () => {
    const [first, second] = [
      await planner.open(`${S1}/lots/joint`),
      await planner.open(`${S1}/lots`, { role: "administrator" }),
    ];
    await second.locator(".ag-row").first().waitFor();
    const price = first.getByLabel("Annual price at start");
    await price.fill("1,450,000");
    await typeIntoCell(second, "joint", "annual", "1,390,000");
    await expectSaved(second);
    await first.waitForTimeout(2500);
    expect(await price.inputValue()).toBe("1,450,000");
    await first.getByRole("button", { name: "Save" }).click();
    await first.getByRole("heading", { name: "Someone else changed this too" }).waitFor();
    await first.getByText("Yours: 1,450,000").waitFor();
    await first.getByText("Theirs: 1,390,000.00").waitFor();
    await expectAccessible(first);
  });
});

describe("undo", () => {
  test("by the keyboard and after a reload, and redo, with the figures of the page moving along", async () => {
    const page = await planner.open(`${S2}/lots`);
    await page.locator(".ag-row").first().waitFor();
    await typeIntoCell(page, "family", "annual", "123,000");
    await expectSaved(page);
    await undoButton(page).waitFor();
    await page.reload();
    await page.locator(".ag-row").first().waitFor();
    const before = await undoButton(page).textContent();
    expect(before).toContain("Undo: Annual price at start: ");
    await page.locator("h1").click();
    await page.keyboard.press("Control+Z");
    await page.getByText(/^Undone: Annual price at start.*This is revision \d+\.$/).waitFor();
    expect(await textOfCell(page, "family", "annual")).not.toBe("£123,000.00");
    await expectAccessible(page);
    await takePictures(page, "undone");
    await page.keyboard.press("Control+Y");
    await page.getByText(/^Redone: Annual price at start/).waitFor();
    expect(await textOfCell(page, "family", "annual")).toBe("£123,000.00");
  });

  test("without JavaScript, on a phone: the button takes back, and the page before it shows first what", async () => {
    const page = await planner.open(`${S2}/undo`, { javaScriptEnabled: false, viewport: NARROW });
    await expectNoSidewaysScroll(page);
    await page.getByText("→").first().waitFor();
    await page.goto(`${S2}/contributions`);
    await undoButton(page).click();
    await page.getByText(/^Undone: /).waitFor();
    expect(page.url()).toContain(`${S2}/contributions?did=`);
  });
});
