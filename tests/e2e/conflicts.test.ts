import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures } from "./support/browser";
import { textOfCell } from "./support/grid";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";
const S2 = "/plans/llr-2015/scenarios/llr-2015-s2";
const S4 = "/plans/llr-2015/scenarios/llr-2015-s4";
/** Who was first, and when, as a conflict says it. */
const BY_ADAIR = /Adair Sample.* \d{1,2} \w+ \d{4} at \d\d:\d\d/;

const planner = openPlanner();

/** Casey is about to type, and Adair, in a browser of their own, is first. */
const twoAt = async (path: string, adairs = path): Promise<readonly [casey: Page, adair: Page]> => [
  await planner.open(path),
  await planner.open(adairs, { role: "administrator" }),
];

const cell = (page: Page, row: string, column: string) =>
  page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`);

async function typeIntoCell(
  page: Page,
  [row, column]: readonly [string, string],
  text: string,
): Promise<void> {
  await cell(page, row, column).dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Deletes something by its own page, with what refers to it. */
async function deleteAt(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "networkidle" });
  const along = page.getByLabel("Delete it with all of this, as one change that can be undone");
  if ((await along.count()) > 0) await along.check();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expectSaved(page);
}

/** Neither the page nor what is typed moves, although the other's change has long been asked for. */
const settle = (page: Page): Promise<void> => page.waitForTimeout(2500);

describe("the same field, changed by two", () => {
  test("in a cell: both values, who and when, and the question; theirs may stay, or mine", async () => {
    const [casey, adair] = await twoAt(`${S1}/lots`);
    const price = ["family", "annual"] as const;
    await typeIntoCell(casey, price, "199,000");
    await typeIntoCell(adair, price, "195,000");
    await adair.keyboard.press("Enter");
    await expectSaved(adair);
    await settle(casey);
    await casey.keyboard.press("Enter");
    const asked = casey.locator(".app-saves__problem");
    await asked.waitFor();
    const words = (await asked.locator("p").textContent()) ?? "";
    expect(words).toMatch(BY_ADAIR);
    expect(words).toContain("“195,000.00”");
    expect(words).toContain("You typed “199,000”.");
    expect(await textOfCell(casey, "family", "annual")).toBe("199,000");
    await expectAccessible(casey);
    await takePictures(casey, "conflict-in-a-cell");
    await asked.getByRole("button", { name: "Keep “195,000.00”" }).click();
    await expect.poll(() => textOfCell(casey, "family", "annual")).toBe("£195,000.00");
    await typeIntoCell(casey, price, "198,000");
    await casey.keyboard.press("Enter");
    await expectSaved(casey);
    await cell(adair, "family", "annual").getByText("£198,000.00").waitFor({ timeout: 2000 });
  });

  test("in a form: both values, who and when; theirs is taken, and what was typed elsewhere is saved with it", async () => {
    const [casey, adair] = await twoAt(`${S1}/lots/refuge`);
    await casey.getByLabel("Annual price at start").fill("230,000");
    await casey.getByLabel("End", { exact: true }).fill("31/8/2018");
    await adair.getByLabel("Annual price at start").fill("228,000");
    await adair.getByRole("button", { name: "Save" }).click();
    await expectSaved(adair);
    await settle(casey);
    await casey.getByRole("button", { name: "Save" }).click();
    const asked = casey.getByRole("group", { name: "Annual price at start, County refuge provision" });
    await asked.getByText("Yours: 230,000").waitFor();
    await asked.getByText("Theirs: 228,000.00").waitFor();
    expect(await asked.textContent()).toMatch(BY_ADAIR);
    expect(await casey.getByLabel("End", { exact: true }).inputValue()).toBe("31/8/2018");
    await casey.setViewportSize(NARROW);
    await expectNoSidewaysScroll(casey);
    await expectAccessible(casey);
    await asked.getByLabel("Theirs").check();
    await casey.getByRole("button", { name: "Save" }).click();
    await expectSaved(casey);
    await casey.goto(`${S1}/lots/refuge`);
    expect(await casey.getByLabel("Annual price at start").inputValue()).toBe("228,000.00");
    expect(await casey.getByLabel("End", { exact: true }).inputValue()).toBe("31 August 2018");
  });

  test("by a slider: the question names each weight, and mine may stand", async () => {
    const [casey, adair] = await twoAt(`${S1}/contributions`);
    await casey.route("**/latest*", (route) => route.abort());
    const move = async (page: Page, key: string): Promise<void> => {
      await page.getByLabel("Weight of population, as a slider").focus();
      for (let presses = 0; presses < 5; presses++) await page.keyboard.press(key);
    };
    await move(adair, "ArrowRight");
    await expectSaved(adair);
    await move(casey, "ArrowLeft");
    const asked = casey.locator(".app-saves__problem").filter({ hasText: "You typed “45”." });
    expect(await asked.locator("p").textContent()).toMatch(BY_ADAIR);
    expect(await asked.locator("p").textContent()).toContain("“55”");
    await expectAccessible(casey);
    await asked.getByRole("button", { name: "Save “45”" }).click();
    await expectSaved(casey);
    expect(await casey.getByLabel("Weight of population", { exact: true }).inputValue()).toBe("45");
  });
});

describe("a list that changes while it is typed into", () => {
  test("a line keeps its edit where another before it has gone: the same fund pays the other percent", async () => {
    const [casey, adair] = await twoAt(`${S1}/lots/joint`);
    await typeIntoCell(casey, ["1", "percent"], "21");
    await deleteAt(adair, `${S1}/delete/provisions/joint/funding/0`);
    await casey.keyboard.press("Enter");
    await expectSaved(casey);
    const county = casey.locator(".ag-row", { hasText: "County Council base budget" });
    await county.getByText("21.00%").waitFor();
    await casey.locator(".ag-row", { hasText: "City Council base budget" }).waitFor({ state: "detached" });
  });

  test("a line that was itself deleted is said to be gone, and what was typed stays until it is discarded", async () => {
    const [casey, adair] = await twoAt(`${S2}/lots/joint`);
    await typeIntoCell(casey, ["1", "percent"], "23");
    await deleteAt(adair, `${S2}/delete/provisions/joint/funding/1`);
    await casey.keyboard.press("Enter");
    const problem = casey.locator(".app-saves__problem");
    await problem
      .getByText(/“23”.*Adair Sample changed or deleted .* Look at the list as it is now/)
      .waitFor();
    await expectAccessible(casey);
    await problem.getByRole("button", { name: /^Discard/ }).click();
    await casey.locator(".ag-row", { hasText: "County Council base budget" }).waitFor({ state: "detached" });
  });

  test("a row that was deleted under the typing says who did it; brought back, it is saved", async () => {
    const [casey, adair] = await twoAt(`${S2}/lots`);
    await typeIntoCell(casey, ["family", "annual"], "197,500");
    await deleteAt(adair, `${S2}/delete/provisions/family`);
    await settle(casey);
    await casey.keyboard.press("Enter");
    await casey.getByText(/Adair Sample deleted the contract or lot “County family support” on/).waitFor();
    await expectAccessible(casey);
    await takePictures(casey, "deleted-while-typed");
    await adair.getByRole("button", { name: /^Undo: / }).click();
    await adair.getByText(/^Undone: /).waitFor();
    await casey.getByRole("button", { name: "Try again" }).click();
    await casey.getByRole("button", { name: "Save “197,500”" }).click();
    await expectSaved(casey);
    await cell(casey, "family", "annual").getByText("£197,500.00").waitFor();
  });
});

test("a lot that is deleted while its form is filled in: the form stays, says who and when, and is saved once the lot is back", async () => {
  const [casey, adair] = await twoAt(`${S4}/lots/family`);
  const price = casey.getByLabel("Annual price at start");
  await price.fill("188,000");
  await casey.getByLabel("Why (optional)").fill("A smaller team");
  await deleteAt(adair, `${S4}/delete/provisions/family`);
  await settle(casey);
  await casey.getByRole("button", { name: "Save" }).click();
  const summary = casey.getByRole("alert");
  await summary.getByText("This is no longer there").waitFor();
  expect(await summary.textContent()).toMatch(BY_ADAIR);
  await settle(casey);
  expect(await price.inputValue()).toBe("188,000");
  await expectAccessible(casey);
  await takePictures(casey, "form-of-what-is-gone");

  await adair.getByRole("button", { name: /^Undo: / }).click();
  await adair.getByText(/^Undone: /).waitFor();
  await casey.getByRole("button", { name: "Save" }).click();
  await casey.getByLabel("Yours: 188,000").check();
  expect(await casey.getByLabel("Why (optional)").inputValue()).toBe("A smaller team");
  await casey.getByRole("button", { name: "Save" }).click();
  await expectSaved(casey);
  await cell(casey, "family", "annual").getByText("£188,000.00").waitFor();
});

test("without JavaScript the form of a lot that was deleted says who did it, and shows what was typed", async () => {
  const [, adair] = await twoAt(`${S4}/lots`);
  const { page } = await planner.visit({ javaScriptEnabled: false });
  await page.goto(`${S4}/lots/family`);
  await page.getByLabel("Annual price at start").fill("189,000");
  await page.getByLabel("Why (optional)").fill("A smaller team");
  await deleteAt(adair, `${S4}/delete/provisions/family`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("heading", { name: "This is no longer there" }).waitFor();
  await page.getByText(/Adair Sample deleted the contract or lot “County family support” on/).waitFor();
  expect(await page.locator(".govuk-summary-list").textContent()).toMatch(/189,000.*Why.*A smaller team/);
  await adair.getByRole("button", { name: /^Undo: / }).click();
  await adair.getByText(/^Undone: /).waitFor();
});

test("an undo of what somebody else has changed since asks whose value stands, and either may", async () => {
  const [casey, adair] = await twoAt(`${S4}/lots`);
  await typeIntoCell(casey, ["refuge", "annual"], "226,000");
  await casey.keyboard.press("Enter");
  await expectSaved(casey);
  await cell(adair, "refuge", "annual").getByText("£226,000.00").waitFor();
  await typeIntoCell(adair, ["refuge", "annual"], "227,000");
  await adair.keyboard.press("Enter");
  await expectSaved(adair);
  await cell(casey, "refuge", "annual").getByText("£227,000.00").waitFor();
  const undo = casey.getByRole("button", { name: /^Undo: / });
  await undo.click();
  const asked = casey.getByRole("group", { name: /Annual price at start/ });
  await asked.getByText(/^Yours: .*225,000/).waitFor();
  await asked.getByText(/^Theirs: .*227,000/).waitFor();
  expect(await asked.textContent()).toMatch(BY_ADAIR);
  await expectAccessible(casey);
  await takePictures(casey, "undo-that-asks");
  await asked.getByLabel(/^Yours/).check();
  await casey.getByRole("button", { name: "Undo", exact: true }).click();
  await casey.getByText(/^Undone: /).waitFor();
  expect(await textOfCell(casey, "refuge", "annual")).toBe("£225,000.00");
});
