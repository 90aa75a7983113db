import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Role } from "../../app/access/identity";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures } from "./support/browser";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";
const PASSWORD = "orchard kettle ninety";

const planner = openPlanner();

const open = async (role: Role | null, options = {}) => (await planner.visit({ role, ...options })).page;

describe.each([
  ["with scripts", true],
  ["without scripts", false],
])("%s", (_how, javaScriptEnabled) => {
  test("a visitor signs in as the sample's commissioner and is where they wanted to go, then signs out", async () => {
    const page = await open(null, { javaScriptEnabled });
    await page.goto(`${S1}/funding?year=2016`);
    expect(page.url()).toContain("/sign-in?to=");
    await page.getByRole("button", { name: "Sign in as the sample’s commissioner" }).click();
    await page.waitForURL(`${planner.origin}${S1}/funding?year=2016`);
    await page.getByRole("link", { name: "Casey Sample, commissioner" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("You are signed out.").waitFor();
    await page.goto("/plans");
    expect(page.url()).toBe(`${planner.origin}/sign-in?to=%2Fplans`);
  });

  test("a wrong password is refused in words, the address stays", async () => {
    const page = await open(null, { javaScriptEnabled });
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill("nobody@example.gov.uk");
    await page.getByLabel("Password").fill("wrong");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText("The e-mail address or the password is not right").waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe("nobody@example.gov.uk");
    expect(await page.getByLabel("Password").inputValue()).toBe("");
    if (javaScriptEnabled) await expectAccessible(page);
  });

  test("somebody is invited, chooses a password, is shut out and let in again", async () => {
    const name = javaScriptEnabled ? "Ann Reader" : "Ben Reader";
    const email = `${name.replace(" ", ".")}@example.gov.uk`;
    const office = await open("administrator", { javaScriptEnabled });
    await office.goto("/administration");
    await office.getByRole("button", { name: "Invite", exact: true }).click();
    await office.getByRole("link", { name: "Choose a role." }).waitFor();
    await office.getByLabel("Name").fill(name);
    await office.getByLabel("E-mail address").fill(email);
    await office.getByRole("radio", { name: "Viewer" }).check();
    await office.getByRole("button", { name: "Invite", exact: true }).click();
    await office.getByRole("heading", { name: `The link for ${name}` }).waitFor();
    const link = await office.getByLabel("Link", { exact: true }).inputValue();
    if (javaScriptEnabled) {
      await expectAccessible(office);
      await takePictures(office, "administration-invited");
    }

    const reader = await open(null, { javaScriptEnabled });
    await reader.goto(link);
    await choosePassword(reader, "short");
    await reader.getByText("Choose at least 12 characters").first().waitFor();
    if (javaScriptEnabled) await expectAccessible(reader);
    await choosePassword(reader, PASSWORD);
    await reader.getByRole("link", { name: `${name}, viewer` }).waitFor();

    await office.goto("/administration");
    await office.getByRole("link", { name }).click();
    await office.getByRole("button", { name: "Disable the account" }).click();
    await office.getByText("They are signed out everywhere").waitFor();
    await reader.goto("/plans");
    expect(reader.url()).toContain("/sign-in");

    await office.getByRole("button", { name: "Let in again" }).click();
    await office.getByText("They can sign in again.").waitFor();
    await reader.getByLabel("E-mail address").fill(email.toUpperCase());
    await reader.getByLabel("Password").fill(PASSWORD);
    await reader.getByRole("button", { name: "Sign in", exact: true }).click();
    await reader.getByRole("heading", { name: "Plans" }).waitFor();
    await reader.goto(link);
    await reader.getByRole("heading", { name: "This link does not open any more" }).waitFor();
  });
});

async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("The same password again").fill(password);
  await page.getByRole("button", { name: "Save and sign in" }).click();
}

describe.each([
  ["sign-in", "/sign-in", null],
  ["set-password", "/set-password?link=used", null],
  ["account", "/account", "finance"],
  ["administration", "/administration", "administrator"],
  ["person", "/administration/people/sample-viewer", "administrator"],
] as const)("the page %s", (name, path, role) => {
  test("can be read and used by everyone, wide and narrow", async () => {
    const page = await open(role);
    await page.goto(path);
    await expectAccessible(page);
    await page.setViewportSize(NARROW);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await takePictures(page, name);
  });
});

describe("a viewer", () => {
  test.each([
    ["lots", "Contracts"],
    ["lots/joint", "To read only"],
    ["contributions", "To read only"],
    ["transition", "Download CSV"],
    ["history", "Every change"],
  ])("reads %s and finds nothing there that would be refused", async (path, words) => {
    const page = await open("viewer");
    await page.goto(`${S1}/${path}`);
    await page.getByText(words).first().waitFor();
    const main = page.locator("main");
    expect(await main.locator("form[method=post]").count()).toBe(0);
    expect(await main.locator(".ag-root").count()).toBe(0);
    await expectAccessible(page);
  });
});

describe("when the session is over while somebody types", () => {
  /** What ends it on the server, in the same browser: the page on the screen does not notice. */
  const signOutElsewhere = async (page: Page): Promise<void> => {
    const headers = { Origin: planner.origin };
    await page.context().request.post(`${planner.origin}/sign-out`, { headers, maxRedirects: 0 });
  };
  const signInAgain = async (page: Page): Promise<void> => {
    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "Sign in (opens in a new tab)" }).click(),
    ]);
    await tab.getByRole("button", { name: "Sign in as the sample’s commissioner" }).click();
    await tab.getByRole("heading", { name: "Plans" }).waitFor();
    await tab.close();
  };

  test("a form keeps what was typed, says so, and is sent after signing in again", async () => {
    const page = await open("commissioner");
    await page.goto(`${S1}/lots/joint`, { waitUntil: "networkidle" });
    await page.getByLabel("Annual price at start").fill("1,390,000.00");
    await signOutElsewhere(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("You are no longer signed in").waitFor();
    await expectAccessible(page);
    expect(await page.getByLabel("Annual price at start").inputValue()).toBe("1,390,000.00");
    await signInAgain(page);
    await page.getByRole("button", { name: "Save" }).click();
    await expectSaved(page);
  });

  test("a choice that saves itself is kept, says so, and goes on by itself after signing in again", async () => {
    const page = await open("commissioner");
    await page.goto(`${S1}/contributions`, { waitUntil: "networkidle" });
    await signOutElsewhere(page);
    await page
      .getByRole("group", { name: "Melton Borough Council" })
      .getByLabel("Choice")
      .selectOption("Declines");
    await page.keyboard.press("Tab");
    await page.getByText("You are no longer signed in").first().waitFor();
    await expectAccessible(page);
    await signInAgain(page);
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expectSaved(page);
  });
});
