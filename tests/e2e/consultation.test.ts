import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { calculateInLibreOffice, HAS_LIBREOFFICE } from "../support/libreoffice";
import { ROUND, typeIntoParts } from "../support/reply-packs";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const CONSULTATIONS = "/plans/llr-2015/consultations";
const SCENARIO = "One joint lot, all districts in B";

const planner = openPlanner();

/** Freezes the scenario in which all districts are asked for a share; the page of the consultation is open after. */
async function freeze(page: Page, name: string): Promise<void> {
  await page.goto(`${CONSULTATIONS}/new`);
  await page.getByLabel("Name of the consultation").fill(name);
  await page.getByLabel(SCENARIO, { exact: true }).check();
  await page.getByLabel("What you want to say to everyone").fill("We plan the service from October 2015.");
  await page.getByLabel("Questions (optional)").fill("Would you host a drop-in?");
  await page.getByRole("button", { name: "Freeze" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Makes the links of everyone; the link of one partner. */
async function linksOf(page: Page): Promise<(partner: string) => Promise<string>> {
  await page.getByRole("button", { name: "Make links for the 7 without one" }).click();
  await page.getByText("7 links were made").waitFor();
  return (partner) => page.getByLabel(`Link for ${partner}`).inputValue();
}

/** Refused forms are answered with 400, which a browser notes on its console. */
const unexpected = (complaints: readonly string[]): readonly string[] =>
  complaints.filter((text) => !/status of 4\d\d/.test(text));

describe("the commissioner", () => {
  test("freezes a scenario, and is told at the field what is missing", async () => {
    const { page, complaints } = await planner.visit();
    await page.goto("/plans");
    await page.getByRole("button", { name: "Consultations" }).first().click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Freeze scenarios and consult" }).click();
    await page.getByLabel("Questions (optional)").fill("One?");
    await page.getByRole("button", { name: "Freeze" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("Give the consultation a name");
    expect(await page.getByLabel("Questions (optional)").inputValue()).toBe("One?");
    await expectAccessible(page);
    await takePictures(page, "consultation-new");
    await freeze(page, "First");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await linksOf(page);
    await expectAccessible(page);
    await takePictures(page, "consultation-links");
    for (const name of ["Replies", "Report"]) {
      await page.getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    expect(unexpected(complaints)).toEqual([]);
  });

  test("previews a partner's page, writes to it, notes a reminder, moves the last day, and closes", async () => {
    const { page, complaints } = await planner.visit();
    await freeze(page, "Reminded");
    await linksOf(page);
    const mail = decodeURIComponent(
      (await page.locator("a[href^='mailto:']").first().getAttribute("href")) ?? "",
    );
    expect(mail).toContain("Reminded");
    expect(mail).toContain(`${planner.origin}/reply?`);
    const consultation = page.url().split("?")[0] ?? "";

    await page.getByRole("button", { name: /^Note a reminder ?: Melton Borough Council$/ }).click();
    await page.getByText("It is noted that you reminded Melton Borough Council.").waitFor();
    await page.getByLabel("Last day of replies").fill("31 February 2027");
    await page.getByRole("button", { name: "Change the last day" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("Last day of replies").inputValue()).toBe("31 February 2027");
    await page.getByLabel("Last day of replies").fill("30 June 2027");
    await page.getByRole("button", { name: "Change the last day" }).click();
    await page.getByText("The last day is changed.").waitFor();
    await takePictures(page, "consultation-extended");

    await page.locator("table").getByRole("link", { name: "Melton Borough Council" }).last().click();
    await page
      .getByRole("heading", { name: /Melton Borough Council/ })
      .first()
      .waitFor();
    expect(await page.locator("main").textContent()).toContain("£67,829.96");
    expect(await page.locator("main").textContent()).toContain("30 June 2027");
    await takePictures(page, "consultation-preview");

    await page.goto(consultation);
    await page.getByRole("button", { name: "Close now" }).click();
    await page.getByText("The consultation is closed: no replies are taken any more.").waitFor();
    await page.getByRole("heading", { name: "Open again" }).waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });
});

describe("a partner", () => {
  test("opens its link without an account, keeps a draft, is told what is wrong, and sends its reply", async () => {
    const { page: office } = await planner.visit();
    await freeze(office, "Partner");
    const link = await (await linksOf(office))("Melton Borough Council");
    const { page, complaints } = await planner.visit({ role: null });
    await page.goto(link);
    expect(page.url(), "the token stays in no address").toBe(`${planner.origin}/reply`);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Melton Borough Council");
    await expectAccessible(page);
    await takePictures(page, "reply-open");

    await page.getByLabel("Most you would pay a year").fill("about 25");
    await page.getByRole("button", { name: "Save as a draft" }).click();
    await page.getByText("Your draft is saved").waitFor();
    expect(await page.getByLabel("Most you would pay a year").inputValue()).toBe("about 25");

    await page.getByRole("button", { name: "Send the reply" }).click();
    await page.getByText("There is a problem").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain(
      'Most you would pay a year is "about 25"; write pounds, such as 50000.00.',
    );
    await expectAccessible(page);
    await takePictures(page, "reply-refused");

    await page.getByLabel("We would take one or more of the options").check();
    await page.getByLabel("B: proportionate share").selectOption("1");
    await page.getByLabel("Most you would pay a year").fill("25,000");
    await page.getByLabel("The cabinet", { exact: true }).check();
    await page.getByLabel("Your name and post").fill("A. Clerk, head of communities");
    await page.getByRole("button", { name: "Send the reply" }).click();
    await page.getByText("Your reply was sent. You can change it until").waitFor();
    await expectAccessible(page);
    expect(unexpected(complaints)).toEqual([]);
  });

  test("replies on a phone and without scripts", async () => {
    const { page: office } = await planner.visit();
    await freeze(office, "No scripts");
    const link = await (await linksOf(office))("Blaby District Council");
    const { page } = await planner.visit({ role: null, viewport: NARROW, javaScriptEnabled: false });
    await page.goto(link);
    await page.getByLabel("We decline: none of the options").check();
    await page.getByRole("button", { name: "Send the reply" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("Your name and post is missing");
    expect(await page.getByLabel("We decline: none of the options").isChecked()).toBe(true);
    await page.getByLabel("The full council").check();
    await page.getByLabel("Your name and post").fill("B. Officer");
    await page.getByRole("button", { name: "Send the reply" }).click();
    await page.getByText("Your reply was sent.").waitFor();
    await office.reload();
    await office.getByText("Replied and signed off").first().waitFor();
  });
});

describe("a consultation from freezing to as replied", () => {
  test("one partner replies on the page, one by a workbook of another program, one is silent: to the penny", async () => {
    const { page: office, complaints } = await planner.visit();
    await freeze(office, "To the end");
    const linkOf = await linksOf(office);
    const [melton, charnwood, blaby] = [
      await linkOf("Melton Borough Council"),
      await linkOf("Charnwood Borough Council"),
      await linkOf("Blaby District Council"),
    ];

    const { page } = await planner.visit({ role: null });
    await page.goto(melton);
    const asked = await page.getByLabel("B: proportionate share").locator("xpath=..").textContent();
    expect(asked).toContain("£22,182.06 in 2016/17, £67,829.96 over the period, if all join.");
    await page.getByLabel("We would take one or more of the options").check();
    await page.getByLabel("B: proportionate share").selectOption("1");
    await page.getByLabel("The cabinet", { exact: true }).check();
    await page.getByLabel("Your name and post").fill("A. Clerk, head of communities");
    await page.getByRole("button", { name: "Send the reply" }).click();
    await page.getByText("Your reply was sent.").waitFor();

    const { page: second } = await planner.visit({ role: null });
    await second.goto(charnwood);
    const [downloaded] = await Promise.all([
      second.waitForEvent("download"),
      second.getByRole("button", { name: "Download this page as a workbook" }).click(),
    ]);
    const typed = await typeIntoParts(readFileSync(await downloaded.path()), {
      [`${ROUND}/decision`]: "We take options",
      [`${ROUND}/ranks/B`]: "1",
      "/signOff": "Cabinet",
      "/repliedBy": "B. Clerk, Charnwood",
    });
    const [saved = typed] = HAS_LIBREOFFICE ? await calculateInLibreOffice([typed]) : [];
    await office.getByRole("link", { name: "Packs", exact: true }).click();
    await office.getByRole("link", { name: "Upload a pack that a partner sent back" }).click();
    await office.getByLabel("Upload a pack that a partner sent back").setInputFiles({
      ...{ name: "reply of Charnwood.xlsx", mimeType: "application/octet-stream", buffer: saved },
    });
    await office.getByRole("button", { name: "Upload", exact: true }).click();
    await office.getByRole("button", { name: "Take the ticked answers as the reply" }).click();
    await office.waitForURL(/\/replies$/);

    // Blaby has opened its link, and stays silent.
    const { page: third } = await planner.visit({ role: null });
    await third.goto(blaby);
    await third.getByRole("heading", { level: 1 }).waitFor();

    await office.getByRole("link", { name: "Report", exact: true }).click();
    const changes = office.getByRole("table", { name: /What the replies change/ });
    await changes.waitFor();
    // The frozen scenario's own example says what each pays over the period.
    const rowOf = (name: string) => changes.getByRole("row", { name }).textContent();
    expect(await rowOf("Melton Borough Council")).toContain("Confirmed£67,829.96£67,829.96£0.00As replied");
    expect(await rowOf("Charnwood Borough Council")).toContain(
      "Confirmed£185,320.23£185,320.23£0.00As replied",
    );
    expect(await rowOf("Blaby District Council")).toContain(
      "UndecidedAsked£107,060.39£0.00−£107,060.39No reply",
    );
    expect(await rowOf("Total")).toContain("£764,468.75£253,150.19−£511,318.56");
    await takePictures(office, "consultation-report");

    await office.getByRole("link", { name: "Partners", exact: true }).click();
    await takePictures(office, "consultation-partners");
    await office.getByRole("button", { name: `Make “${SCENARIO}, as replied”` }).click();
    await office.waitForURL(/\/compare\?reference=llr-2015-s1%401/);
    await expectAccessible(office);
    const positions = await office.getByRole("main").textContent();
    expect(positions).toContain(`${SCENARIO}, as replied`);
    for (const amount of ["£67,829.96", "£185,320.23"]) expect(positions).toContain(amount);
    await office.goto("/plans/llr-2015/scenarios/llr-2015-s1-as-replied/contributions");
    const silent = await office
      .getByRole("row", { name: /^Blaby/ })
      .first()
      .textContent();
    expect(silent).toContain("Undecided");
    expect(complaints).toEqual([]);
  });

  test("a partner's browser gets nothing but its own page", async () => {
    const { page: office } = await planner.visit();
    await freeze(office, "Walls");
    const link = await (await linksOf(office))("Melton Borough Council");
    const { page } = await planner.visit({ role: null });
    await page.goto(link);
    const [cookie] = await page.context().cookies(`${planner.origin}/reply`);
    const headers = { Cookie: `planner-partner=${cookie?.value ?? ""}` };
    for (const path of [
      "/plans",
      CONSULTATIONS,
      `${CONSULTATIONS}/walls/replies`,
      `${CONSULTATIONS}/walls/download/csv/consultation-answers`,
      `${CONSULTATIONS}/walls?_data=routes%2Fplans.%24plan.consultations.%24consultation`,
      "/plans/llr-2015/scenarios/llr-2015-s1/download/scenario.json",
    ]) {
      const answer = await fetch(`${planner.origin}${path}`, { headers, redirect: "manual" });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    const own = await fetch(`${planner.origin}/reply?_data=routes%2Freply`, { headers });
    expect([own.status, own.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const foreign = await fetch(`${planner.origin}/reply/download/csv/consultation-answers`, { headers });
    expect(foreign.status).toBe(404);
  });
});
