import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const planner = openPlanner();

const MELTON = "Melton Borough Council";
/** The name of a button for one partner. */
const buttonOf = (what: string): RegExp => new RegExp(`^${what} ?: ${MELTON}$`);

/** Freezes a consultation; the page of it is open after, in the browser of the office. */
async function consult(name: string): Promise<Page> {
  const { page } = await planner.visit();
  await page.goto("/plans/llr-2015/consultations/new");
  await page.getByLabel("Name of the consultation").fill(name);
  await page.getByLabel("One joint lot, all districts in B", { exact: true }).check();
  await page.getByRole("button", { name: "Freeze" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return page;
}

async function makeLinks(office: Page, { withCode = false } = {}): Promise<string> {
  if (withCode) await office.getByLabel("With a code for each").check();
  await office.getByRole("button", { name: /^Make links for the/ }).click();
  await office.getByText("links were made").waitFor();
  return office.getByLabel(`Link for ${MELTON}`).inputValue();
}

/** The page as somebody without an account sees it, looked at wide and narrow. */
async function looksRight(page: Page, heading: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}

describe("what a partner meets before and after its reply", () => {
  test("the code, a wrong code, a locked link, and the page behind the right code", async () => {
    const office = await consult("With codes");
    const link = await makeLinks(office, { withCode: true });
    const codes = await office.getByText(/^Code: \d{6}/).allTextContents();
    const { page } = await planner.visit({ role: null });
    await page.goto(link);
    await looksRight(page, "Enter your code");
    for (let wrong = 1; wrong <= 10; wrong += 1) {
      await page.getByLabel("Enter your code").fill("none");
      const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
      await page.getByRole("button", { name: "Continue" }).click();
      await answered;
      if (wrong > 1) continue;
      await page.getByRole("alert").getByText("That is not the code of this link").waitFor();
      await looksRight(page, "Enter your code");
    }
    await looksRight(page, "This link is locked");
    expect(codes).toHaveLength(7);
    await office.reload();
    await office.getByText("Locked: the code was wrong ten times").waitFor();
    await office.getByRole("button", { name: buttonOf("Replace the link") }).click();
    await page.goto(await office.getByLabel(`Link for ${MELTON}`).inputValue());
    const code = (await office.getByText(/^Code: \d{6}/).textContent()) ?? "";
    await page.getByLabel("Enter your code").fill(/\d{6}/.exec(code)?.[0] ?? "");
    await page.getByRole("button", { name: "Continue" }).click();
    await looksRight(page, "With codes");
  });

  test("a consultation that is closed shows what was sent, and an ended link says what to do, also for its files", async () => {
    const office = await consult("Closing");
    const link = await makeLinks(office);
    const { page } = await planner.visit({ role: null });
    await page.goto(link);
    await page.getByLabel("We decline: none of the options").check();
    await page.getByLabel("The full council").check();
    await page.getByLabel("Your name and post").fill("B. Officer");
    await page.getByRole("button", { name: "Send the reply" }).click();
    await page.getByText("Your reply was sent.").waitFor();
    await office.getByRole("button", { name: "Close now" }).click();
    await office.getByText("The consultation is closed").waitFor();
    await page.goto("/reply");
    await page.getByText("Replies are closed.").waitFor();
    expect(await page.getByRole("button", { name: "Send the reply" }).count()).toBe(0);
    await looksRight(page, "Closing");
    await takePictures(page, "reply-closed");
    await office.getByRole("button", { name: buttonOf("End the link") }).click();
    await office.getByText(`The link of ${MELTON} has ended`).waitFor();
    for (const path of ["/reply", "/reply/download/pack.xlsx", "/reply/download/csv/partner-asked"]) {
      await page.goto(path);
      await looksRight(page, "Open the link that you were sent");
    }
  });
});

/** Presses Tab until the focus is where somebody wants to be, and that is on the screen. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      const box = at?.getBoundingClientRect();
      const isSeen = box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
      return { name: at?.labels?.[0]?.textContent ?? at?.textContent ?? "", isSeen };
    });
    if (!wanted.test(focused.name.trim())) continue;
    expect([wanted, focused.isSeen]).toEqual([wanted, true]);
    return;
  }
  expect.fail(`${String(wanted)} is not reached by Tab`);
}

/** Follows what has the focus to a part of the page, and rests there: the router scrolls to it a moment after the browser. */
async function jumpTo(page: Page, part: string): Promise<void> {
  await page.keyboard.press("Enter");
  await page.waitForURL(`**#${part}`);
  await page.evaluate(() => new Promise((rested) => requestIdleCallback(rested)));
}

describe.each([
  ["a laptop", WIDE],
  ["a phone's width", NARROW],
])("by keyboard alone at %s", (_where, viewport) => {
  test("a partner jumps to a part, opens a working, goes to the form, and sends its reply", async () => {
    const office = await consult(`Keyboard ${viewport.width}`);
    const link = await makeLinks(office);
    const { page } = await planner.visit({ role: null, viewport });
    await page.goto(link);
    await tabTo(page, /^How your share is worked out$/);
    await jumpTo(page, "working");
    await tabTo(page, /^What shares go by$/);
    await page.keyboard.press("Enter");
    await page.getByRole("table", { name: /^What shares go by/ }).waitFor();
    await tabTo(page, /^Back to the contents$/);
    await jumpTo(page, "on-this-page");
    await tabTo(page, /^Your reply$/);
    await jumpTo(page, "reply");
    await tabTo(page, /^We would take one or more of the options$/);
    await page.keyboard.press("Space");
    await tabTo(page, /^B: proportionate share$/);
    await page.keyboard.press("ArrowDown");
    await tabTo(page, /^Most you would pay a year/);
    await page.keyboard.type("25,000");
    await tabTo(page, /^Officers/);
    await page.keyboard.press("Space");
    await tabTo(page, /^Your name and post$/);
    await page.keyboard.type("A. Clerk");
    await tabTo(page, /^Send the reply$/);
    await page.keyboard.press("Enter");
    await page.getByText("Your reply was sent.").waitFor();
    await expectNoSidewaysScroll(page);
    await office.reload();
    expect(
      await office
        .getByRole("row", { name: new RegExp(`^${MELTON}`) })
        .first()
        .textContent(),
    ).toContain("Replied");
  });
});
