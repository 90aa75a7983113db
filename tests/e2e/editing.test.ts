import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures } from "./support/browser";
import { textOfCell } from "./support/grid";
import { openPlanner } from "./support/open-planner";
import { expectSaved, expectSavedAs } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";
const PAGES = [
  "lots",
  "lots/joint",
  "contributions",
  "contributions/districts",
  "explain/share/districts/blaby",
];

const planner = openPlanner();

test.each(PAGES)("on a phone the page %s can be read and used by everyone", async (path) => {
  const page = await planner.open(`${S1}/${path}`, { viewport: NARROW });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test.each(PAGES)("on a desktop the page %s can be read and used by everyone", async (path) => {
  const page = await planner.open(`${S1}/${path}`);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await takePictures(page, path.replaceAll("/", "-"));
});

describe.each([
  ["with JavaScript", true, "refuge", "County refuge provision"],
  ["without JavaScript", false, "ex-refuge", "County refuge to September 2015"],
])("%s", (_how, javaScriptEnabled, id, name) => {
  test("a lot is changed in its form; a wrong value is named and what was typed stays", async () => {
    const page = await planner.open(`${S1}/lots/${id}`, { javaScriptEnabled });
    await page.getByLabel("Annual price at start").fill("2,40,000");
    await page.getByLabel("End", { exact: true }).fill("31/8/2018");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await page.getByRole("alert").textContent()).toContain(
      "Annual price at start is “2,40,000”: write pounds, such as 1,234.50.",
    );
    expect(await page.getByLabel("Annual price at start").inputValue()).toBe("2,40,000");
    expect(await page.getByLabel("End", { exact: true }).inputValue()).toBe("31/8/2018");
    if (javaScriptEnabled) await expectAccessible(page);

    await page.getByLabel("Annual price at start").fill("£240,000");
    await page.getByRole("button", { name: "Save" }).click();
    await expectSaved(page);
    expect(page.url()).toContain("/lots?saved=");
    const row = page.locator("tr, .ag-row", { hasText: name });
    await row.getByText("£240,000.00").first().waitFor();
  });
});

describe("without JavaScript", () => {
  test("the table leads to the form, and a district's choice is saved by the button", async () => {
    const page = await planner.open(`${S1}/lots`, { javaScriptEnabled: false });
    await page.getByRole("link", { name: "County refuge provision", exact: true }).click();
    await page.getByRole("heading", { name: "County refuge provision" }).waitFor();
    await page.goto(`${S1}/contributions`);
    const melton = page.getByRole("group", { name: "Melton Borough Council", exact: true });
    await melton.getByLabel("Choice").selectOption("Declines");
    await page.getByRole("button", { name: "Save" }).click();
    await expectSaved(page);
    expect(await melton.getByLabel("Choice").inputValue()).toBe("");
    expect(await melton.textContent()).toContain("Pays in all£0.00");
  });
});

test("two people change the same price: the second sees both values and decides", async () => {
  const [first, second] = [await planner.open(`${S1}/lots`), await planner.open(`${S1}/lots`)];
  // The second types before its page has heard of the first.
  await second.route("**/latest*", (route) => route.abort());
  await typeIntoCell(first, "195,000");
  await expectSaved(first);
  await typeIntoCell(second, "199,000");
  await second.getByText(/Casey Sample changed it to “195,000\.00”/).waitFor();
  expect(await textOfCell(second, "family", "annual")).toBe("199,000");
  await expectAccessible(second);
  await second.getByRole("button", { name: "Save “199,000”" }).click();
  await expectSaved(second);
  expect(await textOfCell(second, "family", "annual")).toBe("£199,000.00");
});

test("the planner does not answer: what was typed stays, marked, and is saved at the next try", async () => {
  const page = await planner.open(`${S1}/lots`);
  await page.route("**/changes", (route) => route.abort());
  await typeIntoCell(page, "201,000");
  await page.getByText("The planner did not answer.").waitFor();
  expect(await textOfCell(page, "family", "annual")).toBe("201,000");
  await expectAccessible(page);
  await page.unroute("**/changes");
  await page.getByRole("button", { name: "Try again" }).click();
  await expectSaved(page);
  expect(await textOfCell(page, "family", "annual")).toBe("£201,000.00");
});

test("a date that does not exist is marked in its cell with what to write, and the rest goes on", async () => {
  const page = await planner.open(`${S1}/lots`);
  const end = page.locator('.ag-row[row-id="family"] [col-id="end"]');
  await end.click();
  await page.keyboard.type("31/9/2018");
  await page.keyboard.press("Enter");
  await page.getByText("there is no such day; the last of that month is 30 September 2018").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect.poll(() => end.textContent()).toBe("30 September 2018");
});

test("a block from Excel with one bad cell waits whole; corrected, it is one change", async () => {
  const page = await planner.open("/plans/llr-2015/scenarios/llr-2015-s2/lots");
  await page.locator('.ag-row[row-id="joint"] [col-id="start"]').click();
  await paste(page, "1/11/2015\t31/10/2018\r\n1/11/2015\t31/9/2018\r\n1/11/2015\t31/10/2018\r\n");
  await page.getByText("End of County refuge provision is “31/9/2018”").waitFor();
  expect(await textOfCell(page, "joint", "start")).toBe("1/11/2015");
  await expectAccessible(page);
  await page.locator('.ag-row[row-id="refuge"] [col-id="end"]').click();
  await page.keyboard.type("31/10/2018");
  await page.keyboard.press("Enter");
  await expectSavedAs(page, 2);
  expect(await textOfCell(page, "joint", "start")).toBe("1 November 2015");
  expect(await textOfCell(page, "family", "end")).toBe("31 October 2018");
});

test("option A asks for its units before it is saved", async () => {
  const page = await planner.open("/plans/llr-2015/scenarios/llr-2015-s4/contributions");
  const blaby = page.getByRole("group", { name: "Blaby District Council", exact: true });
  await blaby.getByLabel("Choice").selectOption("A: buy-in");
  await blaby.getByText("Option A buys units").waitFor();
  await expectAccessible(page);
  await blaby.getByLabel("Units bought").fill("300");
  await page.keyboard.press("Tab");
  await expectSavedAs(page, 2);
  await page.locator("#contributions-districts").getByText("A: buy-in").waitFor();
});

async function typeIntoCell(page: Page, price: string): Promise<void> {
  await page.locator('.ag-row[row-id="family"] [col-id="annual"]').click();
  await page.keyboard.type(price);
  await page.keyboard.press("Enter");
}

/** As Ctrl+V does after a copy in Excel. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", block);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}
