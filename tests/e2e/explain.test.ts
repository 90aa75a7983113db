import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, NARROW, takePictures, WIDE } from "./support/browser";
import { openPlanner } from "./support/open-planner";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";

const planner = openPlanner();

test("without JavaScript a headline leads down to the months of one lot and the field behind them", async () => {
  const { page } = await planner.visit({ javaScriptEnabled: false });
  await page.goto(S1);
  await page.getByRole("link", { name: /Total cost: explain/ }).click();
  await page.getByRole("heading", { name: "Total cost" }).waitFor();
  await page.getByRole("link", { name: /^Joint sexual violence/ }).click();
  await page.getByRole("link", { name: "2016/17" }).click();
  await page.getByText("The annual price, year by year").waitFor();
  await page.getByRole("link", { name: /^Annual price at start.*change it$/ }).click();
  await page.getByLabel("Annual price at start").waitFor();
  expect(page.url()).toContain(`${S1}/lots/joint`);
});

test.each([
  ["wide", WIDE],
  ["narrow", NARROW],
])("%s, explanations can be read by everyone", { timeout: 300_000 }, async (_how, viewport) => {
  const { page, complaints } = await planner.visit({ viewport });
  for (const path of [
    "cost/joint/2016",
    "share/districts/blaby",
    "unfunded/2015",
    "service/waiting/blaby/face-to-face/2016",
  ]) {
    await page.goto(`${S1}/explain/${path}`, { waitUntil: "networkidle" });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    if (viewport === WIDE) await takePictures(page, `explain-${path.replaceAll("/", "-")}`);
  }
  for (const path of ["", "/lots", "/contributions", "/funding", "/capacity"]) {
    await page.goto(`${S1}${path}`, { waitUntil: "networkidle" });
    await expectAccessible(page);
  }
  expect(complaints).toEqual([]);
});
