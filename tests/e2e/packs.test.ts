import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { calculateInLibreOffice, HAS_LIBREOFFICE } from "../support/libreoffice";
import { fillIn, ROUND } from "../support/reply-packs";
import { unzip } from "../support/workbook-parts";
import { expectAccessible, expectNoSidewaysScroll, takePictures } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const planner = openPlanner();

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Freezes a consultation of the sample, open today; the page of its packs is open after. */
async function openPacks(page: Page, name: string): Promise<void> {
  await page.goto("/plans/llr-2015/consultations/new");
  await page.getByLabel("Name of the consultation").fill(name);
  await page.getByLabel("One joint lot, all districts in B").check();
  await page.getByLabel("What you want to say to everyone").fill("We plan the service from October 2015.");
  await page.getByRole("button", { name: "Freeze" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByRole("link", { name: "Packs", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "Packs to send" }).waitFor();
}

async function packOf(page: Page, name: string): Promise<Buffer> {
  const href = await page.getByRole("link", { name: `${name} (.xlsx)` }).getAttribute("href");
  const answer = await page.context().request.get(`${planner.origin}${href ?? ""}`);
  expect(answer.headers()["content-type"]).toBe(XLSX);
  return answer.body();
}

async function upload(page: Page, file: Buffer): Promise<void> {
  await page.getByRole("link", { name: "Upload a pack that a partner sent back" }).click();
  await page.getByLabel("Upload a pack that a partner sent back").setInputFiles({
    ...{ name: "reply of Charnwood.xlsx", mimeType: XLSX, buffer: file },
  });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
}

describe("a pack", () => {
  test("goes out, is filled in by another program, and comes back as the partner's reply", async () => {
    const { page, complaints } = await planner.visit();
    await openPacks(page, "By workbook");
    await expectAccessible(page);
    const filled = await fillIn(await packOf(page, "Charnwood Borough Council"), {
      [`${ROUND}/decision`]: "We take options",
      [`${ROUND}/ranks/B`]: 1,
      [`${ROUND}/maximum`]: "sixty",
      [`${ROUND}/conditions`]: "Subject to budget",
      "/signOff": "Cabinet",
      "/repliedBy": "A. Clerk, Charnwood",
    });
    const [saved = filled] = HAS_LIBREOFFICE ? await calculateInLibreOffice([filled]) : [];
    await upload(page, saved);
    await page.getByRole("heading", { level: 2, name: "Answers of Charnwood Borough Council" }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await takePictures(page, "pack-answers");
    await page.getByText("1 of 10 lines cannot be taken as they are").waitFor();
    await page.getByText("write pounds, such as 50000.00").waitFor();
    await page.getByRole("button", { name: "Take the ticked answers as the reply" }).click();
    await page.waitForURL(/\/replies$/);
    const replies = await page.getByRole("main").textContent();
    expect(replies).toContain("Charnwood Borough Council");
    expect(replies).toContain("Subject to budget");
    await page.getByRole("link", { name: "Packs", exact: true }).click();
    await page.getByRole("link", { name: "reply of Charnwood.xlsx" }).waitFor();
    await takePictures(page, "packs");
    expect(complaints).toEqual([]);
  }, 120_000);

  test("that is something else is answered in words, without script too, and nothing is kept", async () => {
    const { page } = await planner.visit({ javaScriptEnabled: false });
    await openPacks(page, "Wrong files");
    await upload(page, Buffer.from("%PDF-1.7"));
    await page.getByRole("link", { name: "The file is not a workbook." }).waitFor();
    await takePictures(page, "pack-refused");
    await page.goBack();
    await page.goBack();
    await page.getByText("None yet.").waitFor();
  });

  test("for every partner is one file, with how far it is", async () => {
    const { page, complaints } = await planner.visit();
    await openPacks(page, "For all");
    await page.getByRole("link", { name: "All 7 packs in one file (.zip)" }).click();
    await page.getByRole("heading", { level: 2, name: "All packs" }).waitFor();
    await expectAccessible(page);
    const link = page.getByRole("link", { name: "Download all packs (.zip)" });
    await link.waitFor();
    const answer = await page
      .context()
      .request.get(`${planner.origin}${(await link.getAttribute("href")) ?? ""}`);
    expect([...(await unzip(await answer.body())).keys()]).toHaveLength(7);
    expect(complaints).toEqual([]);
  }, 120_000);
});
