import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serialiseScenario } from "../../scenarios/document/serialise-scenario";
import { largePlan } from "../support/large-plan";
import { found } from "../support/scenarios";
import { expectAccessible, expectNoSidewaysScroll, NARROW } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const LARGE = "/plans/llr-2015/scenarios/large-plan";

const planner = openPlanner();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "planner-large-"));
  const file = join(folder, "large.json");
  await writeFile(file, serialiseScenario(largePlan()));
  const { page } = await planner.visit();
  await page.goto("/plans/llr-2015/import");
  await page.setInputFiles("input[type=file]", file);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL(`**${LARGE}**`);
});

afterAll(() => rm(folder, { recursive: true }));

const openFromOverview = async (page: Page): Promise<void> => {
  await page.goto(LARGE);
  await page.getByRole("link", { name: "Finance workbook (Excel)" }).click();
  await page.getByRole("heading", { name: "Finance workbook" }).waitFor();
};

test("the workbook of a large plan shows how far it is, can be stopped, and is then downloaded", async () => {
  const { page, complaints } = await planner.visit();
  await openFromOverview(page);
  await page.getByText(/Written so far: \d+%/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("This was stopped before it was done.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start again" }).click();
  const link = page.getByRole("link", { name: /Download the workbook \(Excel, [\d.]+ MB\)/ });
  await link.waitFor();
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const content = await readFile(found(await download.path()));
  expect(content.subarray(0, 2).toString()).toBe("PK");
  expect(complaints).toEqual([]);
});

test("a finance officer's phone without scripts gets it too", async () => {
  const { page } = await planner.visit({ role: "finance", viewport: NARROW, javaScriptEnabled: false });
  await openFromOverview(page);
  await expectNoSidewaysScroll(page);
  const link = page.getByRole("link", { name: /Download the workbook/ });
  for (let asked = 0; asked < 60 && (await link.count()) === 0; asked++) {
    await page.waitForTimeout(1000);
    await page.getByRole("link", { name: "See how far it is" }).click();
  }
  expect(await link.count()).toBe(1);
});
