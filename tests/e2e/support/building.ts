import type { Page } from "playwright-core";
import { expect } from "vitest";
import { pasteHere } from "./keyboard";
import { saving } from "./saved";

// What a person does with the mouse and with blocks from Excel to make one scenario of another.

export const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";

/** A copy of the first scenario, open on its overview; answers its address. */
export async function copyFirst(page: Page, name: string): Promise<string> {
  await page.goto(S1, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Make a copy" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create the scenario" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return new URL(page.url()).pathname;
}

export async function save(page: Page, reason?: string): Promise<void> {
  if (reason !== undefined) await page.getByLabel("Why (optional)").fill(reason);
  await saving(page, () => page.getByRole("button", { name: "Save", exact: true }).click());
}

/** A block from Excel, pasted where it begins. */
export async function pasteAt(
  page: Page,
  [row, column]: readonly [string, string],
  block: readonly (readonly string[])[],
) {
  await page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`).click();
  await saving(page, () => pasteHere(page, block.map((cells) => cells.join("\t")).join("\r\n")));
}

/** One reason for all changes against the base that have none yet; then each has one beside it. */
export async function giveReasons(page: Page, reason: string): Promise<void> {
  const href = /^\/plans\/[^/]+\/scenarios\/[^/?]+/.exec(new URL(page.url()).pathname)?.[0] ?? "";
  await page.goto(`${href}/base`, { waitUntil: "networkidle" });
  await page.getByText(/^Say why for all \d+ changes/).click();
  await page.getByLabel(/^Why these \d+ changes were made/).fill(reason);
  await page.getByRole("button", { name: "Save it for all of them" }).click();
  await page.getByText(/^Say why for all/).waitFor({ state: "detached" });
  const changes = await page.locator(".app-changes__item").allTextContents();
  expect(changes.filter((change) => change.includes(`Why: ${reason} (Casey Sample`)).length).toBeGreaterThan(
    1,
  );
  expect(changes.filter((change) => change.includes("No reason given"))).toEqual([]);
}

/** From the overview, or from any other page of the scenario. */
export async function openRound(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Contributions", exact: true }).click();
  await page.getByRole("link", { name: /^Change the terms/ }).click();
  await page.locator(".ag-row").first().waitFor();
}

export async function fillIn(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    const field = page.getByLabel(label, { exact: true }).first();
    const isList = (await field.evaluate(({ tagName }) => tagName)) === "SELECT";
    await (isList ? field.selectOption({ label: text }) : field.fill(text));
  }
}

export async function changeRound(
  page: Page,
  texts: Readonly<Record<string, string>>,
  reason = "",
): Promise<void> {
  await openRound(page);
  await fillIn(page, texts);
  await save(page, reason);
}

export async function declineRule(page: Page, rule: string): Promise<void> {
  await page.getByRole("link", { name: "Contributions", exact: true }).click();
  const choice = page.getByRole("group", { name: "When some decline" }).getByRole("combobox").first();
  await choice.focus();
  await saving(page, async () => {
    await choice.selectOption(rule);
    await page.keyboard.press("Tab");
  });
}

/** Opens a lot from the list of them. */
export async function openLot(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Lots", exact: true }).click();
  await page.locator(".ag-row").getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 2, name }).waitFor();
}

export async function deleteLot(page: Page, name: string): Promise<void> {
  await openLot(page, name);
  await page.getByRole("link", { name: "Delete this contract or lot" }).click();
  await page.getByLabel("Delete it with all of this, as one change that can be undone").check();
  await saving(page, () => page.getByRole("button", { name: "Delete", exact: true }).click());
}

/** Rows with their headings, as they are copied from Excel, through the preview of the list. */
export async function pasteInto(
  page: Page,
  menu: string,
  list: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await page.getByRole("link", { name: menu, exact: true }).click();
  await page.getByRole("link", { name: `Paste from a spreadsheet into ${list}` }).click();
  await page.getByLabel("Headings and rows").fill(rows.map((row) => row.join("\t")).join("\n"));
  await page.getByRole("button", { name: "Show what would change" }).click();
  await saving(page, () => page.getByRole("button", { name: /^Save th/ }).click());
}

/** A block from Excel, pasted into the empty row at the end of a list. */
export async function pasteRows(
  page: Page,
  grid: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const list = page.locator(".app-grid").filter({ has: page.locator(`[aria-label="${grid}"]`) });
  await list.locator('.ag-row[row-id="-"] .ag-cell').first().click();
  await saving(page, () => pasteHere(page, rows.map((row) => row.join("\t")).join("\r\n")));
  await expect.poll(() => list.locator('.ag-row[row-id="0"]').count()).toBeGreaterThan(0);
}
