import type { Page } from "playwright-core";
import { expect } from "vitest";

const SAVED = /Saved\. This is revision (\d+)\./;

/** Until the page says that what was typed or chosen on it is saved. Only where it has not said so before: else `saving`. */
export const expectSaved = (page: Page): Promise<void> => page.getByText(SAVED).first().waitFor();

/** Until the page says that everything typed is in this revision. */
export async function expectSavedAs(page: Page, revision: number): Promise<void> {
  await page.getByText(`Saved. This is revision ${revision}.`).waitFor();
  expect(await page.locator(".app-saves__problem").count()).toBe(0);
}

/** Does what saves, until the page tells of a later revision than the last that it told of: an older word is no answer. */
export async function saving(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await savedRevision(page);
  await act();
  await expect.poll(() => savedRevision(page)).toBeGreaterThan(before);
}

/** The newest revision that the page says it is saved in; 0 where it says nothing. */
async function savedRevision(page: Page): Promise<number> {
  const notices = await page.getByText(SAVED).allTextContents();
  return Math.max(0, ...notices.map((notice) => Number(SAVED.exec(notice)?.[1] ?? 0)));
}
