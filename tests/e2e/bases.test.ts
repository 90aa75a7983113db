import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW } from "./support/browser";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const PLAN = "/plans/llr-2015/scenarios";
/** The slipped start: based on S1. */
const S4 = `${PLAN}/llr-2015-s4`;

const planner = openPlanner();

/** Someone changes a lot of the base, in a browser of their own. */
async function changeBase(label: string, value: string): Promise<void> {
  const page = await planner.open(`${PLAN}/llr-2015-s1/lots/joint`, { role: "administrator" });
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Save" }).click();
  await expectSaved(page);
}

describe("why a scenario differs from its base", () => {
  test("is kept when the sign-in has run out while it was typed, and stands beside the change after that", async () => {
    const page = await planner.open(`${S4}/base`);
    await page.getByText("Say why", { exact: true }).first().click();
    const reason = page.getByLabel(/^Why: /).first();
    await reason.fill("The tender goes out a month later");
    await page.context().clearCookies();
    const save = page.getByRole("button", { name: "Save the reason" }).first();
    await save.click();
    await page.getByText("You are no longer signed in").waitFor();
    expect(await reason.inputValue()).toBe("The tender goes out a month later");
    await expectAccessible(page);

    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "Sign in (opens in a new tab)" }).click(),
    ]);
    await tab.getByRole("button", { name: "Sign in as the sample’s commissioner" }).click();
    await tab.getByRole("heading", { name: "Plans" }).waitFor();
    await tab.close();
    await save.click();
    await page.getByText(/^Why: The tender goes out a month later \(/).waitFor();
  });
});

describe("the changes of one scenario on top of another", () => {
  test("are seen first, ask for a name, and make a scenario that lists them", async () => {
    const page = await planner.open(`${S4}/base`);
    await page
      .getByLabel("On top of")
      .selectOption({ label: "One joint lot, four districts in B, re-spread" });
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: /^These changes on top of/ }).waitFor();
    const name = page.getByLabel("Name of the new scenario");
    await name.fill("");
    await page.getByRole("button", { name: "Make the scenario" }).click();
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    await expectAccessible(page);
    await name.fill("Four districts, and a later start");
    await page.getByRole("button", { name: "Make the scenario" }).click();
    await page.getByRole("heading", { level: 1, name: "Four districts, and a later start" }).waitFor();
    await page
      .getByText("Joint sexual violence and domestic abuse support for adults: Start", { exact: true })
      .waitFor();
  });
});

describe("what changed in the base", () => {
  test("is taken over; what both changed is asked for, with both values, and decided", async () => {
    await changeBase("Annual price at start", "1,401,000");
    const page = await planner.open(`${S4}/base`, { viewport: NARROW });
    await page.getByText(/^1 change fits beside what is changed here\./).waitFor();
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Take over" }).click();
    await page.getByText("Nothing that is not here already.").waitFor();

    await changeBase("Start", "15 October 2015");
    await page.goto(`${S4}/base`, { waitUntil: "networkidle" });
    await page.getByRole("heading", { name: "Changed there and here" }).waitFor();
    await page.getByRole("button", { name: "Take over" }).click();
    await page.getByRole("heading", { name: "Choose for each" }).waitFor();
    await page
      .getByText(/1 November 2015/)
      .first()
      .waitFor();
    await page
      .getByText(/15 October 2015/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.getByLabel(/^Keep/).check();
    await page.getByRole("button", { name: "Take over" }).click();
    await page.getByText("Nothing that is not here already.").waitFor();
  });
});

describe("two revisions", () => {
  test("are compared from the history: what changed, from which value to which", async () => {
    await changeBase("Annual price at start", "1,402,000");
    const page = await planner.open(`${PLAN}/llr-2015-s1/history`);
    await page.getByRole("link", { name: "What changed since revision 1", exact: true }).click();
    await page
      .getByRole("heading", { name: /revision/i })
      .first()
      .waitFor();
    expect(await page.locator("main").textContent()).toMatch(
      /Annual price at start from 1,380,000\.00 →to 1,402,000\.00/,
    );
    await expectAccessible(page);
  });
});

test("whoever may only read sees the changes and what could be taken over, and no button", async () => {
  await changeBase("Annual price at start", "1,403,000");
  const page = await planner.open(`${S4}/base`, { role: "viewer" });
  await page.getByText(/fits? beside what is changed here/).waitFor();
  expect(await page.getByRole("button", { name: "Take over" }).count()).toBe(0);
  expect(await page.getByText("Say why").count()).toBe(0);
  await expectAccessible(page);
});
