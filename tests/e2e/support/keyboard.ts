import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { focusedPlace } from "./grid";

/** A page whose figures explain themselves has many stops; contents and headings are the short way. */
const MOST_STOPS = 300;

/** To a control with nothing but Tab; it can be reached, and it shows that it has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: "attached" });
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      expect(await showsFocus(page), String(wanted)).toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${MOST_STOPS} presses of Tab do not reach ${String(wanted)}`);
}

/** Whether what has the focus says so: an outline, a shadow, or of a box to tick those of the label beside it. */
export function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return false;
    const shown = [getComputedStyle(element)];
    if (element.nextElementSibling?.tagName === "LABEL")
      shown.push(getComputedStyle(element.nextElementSibling, "::before"));
    return shown.some(
      ({ outlineStyle, boxShadow }) =>
        (outlineStyle !== "none" && outlineStyle !== "") || boxShadow !== "none",
    );
  });
}

export async function follow(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole("link", { name, exact: true }).first());
  await page.keyboard.press("Enter");
  await page.waitForLoadState("networkidle");
}

/** From the contents of a page to one of its parts: Tab goes on from there. */
export async function goTo(page: Page, part: string): Promise<void> {
  await tabTo(page, page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: part }));
  await page.keyboard.press("Enter");
}

export async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole("button", { name, exact: true }).first());
  await page.keyboard.press("Enter");
}

/** Types into fields by their labels, in the order of the form: a list by the first letters of its entry. */
export async function fillIn(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    const field = page.getByLabel(label, { exact: true }).first();
    await tabTo(page, field);
    if ((await field.evaluate(({ tagName }) => tagName)) === "INPUT") await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
  }
}

/** Ticks boxes, or takes the ticks away, with the space bar. */
export async function tick(page: Page, labels: readonly string[]): Promise<void> {
  for (const label of labels) {
    await tabTo(page, page.getByRole("checkbox", { name: label, exact: true }));
    await page.keyboard.press("Space");
  }
}

/** Into the grid of this name with Tab, and to the first cell of its last row, which adds something. */
export async function tabToNewRow(page: Page, grid: string): Promise<void> {
  const element = page.locator(".app-grid").filter({ has: page.locator(`[aria-label="${grid}"]`) });
  await element.locator(".ag-row").first().waitFor();
  const isInside = () => element.evaluate((one) => one.contains(document.activeElement));
  for (let presses = 0; presses < MOST_STOPS && !(await isInside()); presses++)
    await page.keyboard.press("Tab");
  expect(await isInside(), `Tab reaches the grid ${grid}`).toBe(true);
  const newRow = await element.locator('[row-id="-"]').first().getAttribute("row-index");
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    const at = await focusedPlace(page);
    if (at?.rowIndex === Number(newRow)) break;
    await page.keyboard.press("ArrowDown");
  }
  for (let presses = 0; presses < 30 && (await focusedPlace(page))?.column !== 1; presses++)
    await page.keyboard.press("ArrowLeft");
}

/** As Ctrl+V does after a copy in Excel, where the focus is. */
export async function pasteHere(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", block);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}
