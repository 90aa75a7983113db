import type { Page } from "playwright-core";

type Place = { readonly row: string | null; readonly rowIndex: number; readonly column: number };

/** Where the focus is in the grid; null when it is elsewhere. Header cells are in row -1. */
export async function focusedPlace(page: Page): Promise<Place | null> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest(".ag-cell, .ag-header-cell");
    if (cell == null) return null;
    const row = cell.closest("[row-index]");
    return {
      row: row?.getAttribute("row-id") ?? null,
      rowIndex: Number(row?.getAttribute("row-index") ?? "-1"),
      column: Number(cell.getAttribute("aria-colindex")),
    };
  });
}

/** From the top of the page into the grid with nothing but Tab. */
export async function tabIntoGrid(page: Page): Promise<void> {
  await page.locator(".ag-row").first().waitFor();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if ((await focusedPlace(page)) !== null) return;
  }
  throw new Error("60 presses of Tab do not reach the grid");
}

/** To a cell with nothing but the arrow keys. */
export async function moveToCell(page: Page, row: string, column: string): Promise<void> {
  const cell = page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`);
  const wanted = {
    rowIndex: Number(await page.locator(`.ag-row[row-id="${row}"]`).first().getAttribute("row-index")),
    column: Number(await cell.getAttribute("aria-colindex")),
  };
  for (let presses = 0; presses < 80; presses++) {
    const at = await focusedPlace(page);
    if (at === null) throw new Error("the focus has left the grid");
    if (at.rowIndex === wanted.rowIndex && at.column === wanted.column) return;
    if (at.rowIndex !== wanted.rowIndex) {
      await page.keyboard.press(at.rowIndex < wanted.rowIndex ? "ArrowDown" : "ArrowUp");
    } else await page.keyboard.press(at.column < wanted.column ? "ArrowRight" : "ArrowLeft");
  }
  throw new Error(`80 presses do not reach ${row} ${column}`);
}

export async function textOfCell(page: Page, row: string, column: string): Promise<string> {
  return (await page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`).textContent()) ?? "";
}
