import { readdirSync } from "node:fs";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { editScenario } from "../../app/live/edited-scenario";
import type { LiveReply, LiveRequest, WorkerReply } from "../../app/live/messages";
import { LIVE_PAGES, type LivePage } from "../../app/pages/pages";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import { financialYearOf, parseMonth } from "../../scenarios/model/calendar";
import type { Scenario } from "../../scenarios/model/scenario";
import { EVALUATED_EXAMPLES, exampleScenario } from "../support/evaluated-example";
import { found } from "../support/scenarios";
import { typedEdits } from "../support/typed-edits";
import { expectAccessible, takePictures } from "./support/browser";
import { moveToCell, tabIntoGrid, textOfCell } from "./support/grid";
import { goTo } from "./support/keyboard";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";

const planner = openPlanner();

const open = async (path: string): Promise<{ page: Page; complaints: readonly string[] }> => {
  const opened = await planner.visit();
  await opened.page.goto(path, { waitUntil: "networkidle" });
  return opened;
};
const figure = (page: Page, label: string) =>
  page.locator(".app-key-figures__figure", { has: page.getByText(label, { exact: true }) });
/** The figure without what is said to those who only hear it. */
const valueOf = async (page: Page, label: string): Promise<string> => {
  const text = await figure(page, label).locator(".app-key-figures__value").textContent();
  return (text ?? "").replace(/ \(.*\)$/, "");
};
/** Nothing that is typed reaches the planner: what is on the screen is not saved. */
const holdSaves = (page: Page) => page.route("**/changes", () => undefined);
/** What is typed reaches the planner only when the answer is called: a quick save leaves no time to look. */
const delaySaves = async (page: Page): Promise<() => void> => {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/changes", async (route) => {
    await gone;
    await route.continue();
  });
  return () => letGo();
};

describe("the figures answer while someone types", () => {
  test("into a cell of the grid: before it is left, with the saved figure beside", async () => {
    const { page, complaints } = await open(`${S1}/lots`);
    await holdSaves(page);
    const before = await valueOf(page, "Total cost");
    await tabIntoGrid(page);
    await moveToCell(page, "joint", "annual");
    await page.keyboard.type("1500000");
    await figure(page, "Total cost").getByText(`saved: ${before}`).waitFor();
    expect(await page.locator(".ag-cell-inline-editing").count()).toBe(1);
    await expectAccessible(page);
    await takePictures(page, "live-lots");
    await page.keyboard.press("Escape");
    await page.getByText("The figures are those of the saved scenario.").waitFor();
    expect(await valueOf(page, "Total cost")).toBe(before);
    expect(complaints).toEqual([]);
  });

  test("into a cell: what cannot be read leaves the last good figures and says so", async () => {
    const { page } = await open(`${S1}/lots`);
    await holdSaves(page);
    await tabIntoGrid(page);
    await moveToCell(page, "joint", "annual");
    await page.keyboard.type("15x");
    await page.getByText(/without what you typed last.*write pounds/).waitFor();
    expect(await textOfCell(page, "joint", "cost")).not.toBe("");
  });

  test("into a funding source: what nobody pays moves before the save", async () => {
    const { page, complaints } = await open(`${S1}/funding`);
    await holdSaves(page);
    const before = (await page.locator("#funding-balance").textContent()) ?? "";
    await goTo(page, "Where the money comes from");
    await tabIntoGrid(page);
    await moveToCell(page, "lcc-core", "amounts/2016/17");
    await page.keyboard.type("100000");
    await page
      .locator("#funding-balance")
      .getByText(/^saved: £/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByText("The figures are those of the saved scenario.").waitFor();
    expect(await page.locator("#funding-balance").textContent()).toBe(before);
    expect(complaints).toEqual([]);
  });

  test("into a new row: it counts as soon as it is whole, before it is saved", async () => {
    const { page, complaints } = await open(`${S1}/funding`);
    await holdSaves(page);
    await page.getByText(/^In 2018\/19 £18,962\.50 is unfunded/).waitFor();
    await goTo(page, "Where the money comes from");
    await tabIntoGrid(page);
    await moveToCell(page, "-", "name");
    await page.keyboard.type("One more fund");
    await page.keyboard.press("Enter");
    await moveToCell(page, "-", "amounts/2018/19");
    await page.keyboard.type("20000");
    await page.getByText("Every year is funded.").waitFor();
    expect(complaints).toEqual([]);
  });

  test("into a demand of the data: the waits of the whole scenario move before the save", async () => {
    const { page, complaints } = await open(`${S1}/data`);
    await holdSaves(page);
    await page.locator("#edit-demand .ag-row [col-id=annual]").first().dblclick();
    await page.keyboard.type("9");
    await page.getByText(/The figures are with what you typed/).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });

  test("into the form of a lot, before it is sent", async () => {
    const { page } = await open(`${S1}/lots/joint`);
    await page.getByLabel("Annual price at start").fill("1,500,000");
    await figure(page, "Costs in the period")
      .getByText(/^saved: £/)
      .waitFor();
    await expectAccessible(page);
    await takePictures(page, "live-lot");
  });

  test("when a district declines: shares, shortfall and the unfunded line move before the save", async () => {
    const { page, complaints } = await open(`${S1}/contributions`);
    await holdSaves(page);
    await page.getByRole("group", { name: "Melton", exact: false }).getByLabel("Choice").selectOption("");
    await figure(page, "Shortfall").getByText("£67,829.96").waitFor();
    await expectAccessible(page);
    await takePictures(page, "live-contributions");
    expect(complaints).toEqual([]);
  });
});

describe("a form says what it changes before it is saved", () => {
  const panel = (page: Page) => page.getByRole("region", { name: "What this changes" });

  test("of a funding source: what is unfunded before and after, aloud when the typing rests", async () => {
    const { page, complaints } = await open(`${S1}/edit/fundingSources/lcc-core`);
    expect(await panel(page).count()).toBe(0);
    await page.getByLabel("Amount in 2016/17").fill("100000");
    await panel(page)
      .getByText(/Unfunded/)
      .first()
      .waitFor();
    await page
      .getByRole("status")
      .filter({ hasText: "What this changes, not saved yet. Unfunded: £18,962.50 becomes £355,962.50." })
      .waitFor();
    await expectAccessible(page);
    await takePictures(page, "effects-source");
    await page.getByLabel("Amount in 2016/17").fill("a lot");
    await panel(page)
      .getByText(/as soon as what you typed can be counted.*write pounds/)
      .waitFor();
    await expectAccessible(page);
    await page.goto(`${S1}/funding`);
    await page.getByText(/^In 2018\/19 £18,962\.50 is unfunded/).waitFor();
    expect(complaints).toEqual([]);
  });

  test("of a lot that is added as a copy: its cost counts before it is there", async () => {
    const { page, complaints } = await open(`${S1}/edit/provisions/-?like=/provisions/joint`);
    await page.getByLabel("Name", { exact: true }).fill("The same again");
    await panel(page).getByText("£4,254,431.25 more").first().waitFor();
    await page.getByLabel("Annual price at start").fill("0");
    await panel(page).getByText("£4,254,431.25 more").first().waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });

  test("nothing where nothing moves", async () => {
    const { page } = await open(`${S1}/edit/risks/r1`);
    const live = page.waitForRequest("**/document?revision=*");
    await page.getByLabel("What is done about it").fill("Nothing yet");
    await live;
    await page.waitForLoadState("networkidle");
    expect(await panel(page).count()).toBe(0);
  });
});

test("without JavaScript a deletion says what goes with it and what the figures do, before it is confirmed", async () => {
  const { page } = await planner.visit({ javaScriptEnabled: false });
  await page.goto(`${S1}/delete/provisions/joint`);
  await page.getByText(/Round of contributions.*it goes too/).waitFor();
  await page.getByRole("heading", { name: "What this changes" }).waitFor();
  await page.getByText("£4,254,431.25 less").waitFor();
  await page.getByText(/^No service: 24-hour helpline service/).waitFor();
  await page.goto("/plans/llr-2015/scenarios/llr-2015-s3/delete/activities/face-to-face");
  await page.getByRole("heading", { name: /cannot be deleted/ }).waitFor();
  expect(await page.getByRole("button", { name: "Delete" }).count()).toBe(0);
});

describe("weights as sliders", () => {
  test("move the pounds while they move by keyboard, keep the sum at 100, and are saved when the keys rest", async () => {
    const { page, complaints } = await open(`${S1}/contributions`);
    const letSavesGo = await delaySaves(page);
    const slider = page.getByLabel("Weight of population, as a slider");
    await slider.focus();
    for (let step = 0; step < 10; step++) await page.keyboard.press("ArrowRight");
    const group = page.getByRole("group", { name: "Weights" });
    await expect
      .poll(() => group.locator("input[type=text]").evaluateAll(valuesOf))
      .toEqual(["60", "24", "16"]);
    await group.getByText("The weights sum to 100%.").waitFor();
    const blaby = page.getByRole("group", { name: "Blaby", exact: false }).first();
    await blaby
      .getByText(/^saved: £/)
      .first()
      .waitFor();
    await expectAccessible(page);
    letSavesGo();
    await expectSaved(page);
    await expect.poll(() => blaby.getByText(/^saved: £/).count()).toBe(0);
    await takePictures(page, "weights");
    expect(complaints).toEqual([]);
  });

  test("typed one after the other they wait for each other; left with a wrong sum, it says what to do", async () => {
    const { page } = await open("/plans/llr-2015/scenarios/llr-2015-s2/contributions");
    const group = page.getByRole("group", { name: "Weights" });
    const [first, second] = [
      group.locator("input[type=text]").nth(0),
      group.locator("input[type=text]").nth(1),
    ];
    await first.fill("40");
    await page.keyboard.press("Tab");
    expect(await page.locator(".app-saves__problem").count()).toBe(0);
    await page.getByLabel("Why (optional)").first().focus();
    await page
      .locator(".app-saves__problem")
      .getByText(/They have to sum to 100%/)
      .waitFor();
    await second.fill(await rest(group.locator("input[type=text]")));
    await page.getByLabel("Why (optional)").first().focus();
    await expectSaved(page);
  });

  const valuesOf = (inputs: Element[]): string[] => inputs.map((input) => (input as HTMLInputElement).value);
  /** What is left for the second of the weights. */
  const rest = async (inputs: ReturnType<Page["locator"]>): Promise<string> => {
    const values = (await inputs.evaluateAll(valuesOf)).map(Number);
    const others = values.reduce((sum, value, place) => (place === 1 ? sum : sum + value), 0);
    return String(100 - others);
  };
});

describe("the engine in the browser works out what the server does", () => {
  const worker = readdirSync("build/client/assets").find((name) => name.startsWith("live-worker-"));

  test.each(EVALUATED_EXAMPLES)("%s, whatever is typed", async (file) => {
    const scenario = exampleScenario(file);
    const { page } = await planner.visit();
    await page.context().route("**/document?revision=1", (route) => route.fulfill({ json: scenario }));
    await page.goto("/plans");
    const edits = fc.sample(typedEdits(scenario), { numRuns: 12, seed: 2015 });
    for (const [place, typed] of edits.entries()) {
      for (const [name, subject] of pagesFor(scenario, place)) {
        const request = { page: name, subject, href: "/plans/x/scenarios/y", revision: 1, typed };
        expect(await askInBrowser(page, `/assets/${worker ?? ""}`, request)).toEqual(
          await answerHere(request, file),
        );
      }
    }
  });

  /** Two pages in turn, of what they are about. */
  function pagesFor({ provisions, activities, horizon }: Scenario, turn: number): [LivePage, string][] {
    const pages: [LivePage, string][] = [
      ["lots", ""],
      ["contributions", ""],
      ["transition", turn % 2 === 0 ? "all" : (activities[0]?.id ?? "all")],
      ["funding", String(financialYearOf(parseMonth(horizon.end)))],
      ["headlines", ""],
      ["effects", ""],
      ["provision", provisions[0]?.id ?? ""],
    ];
    const possible = provisions.length === 0 ? pages.slice(0, -1) : pages;
    return [0, 1].map((next) => found(possible[(2 * turn + next) % possible.length]));
  }

  async function answerHere({ page, subject, href, typed }: LiveRequest, file: string): Promise<LiveReply> {
    const edited = editScenario(exampleScenario(file), typed);
    if (edited.outcome !== "edited") return edited;
    const show = await LIVE_PAGES[page]();
    const saved = evaluateScenario(exampleScenario(file));
    return {
      outcome: "shown",
      shown: show({ evaluation: evaluateScenario(edited.scenario), href, saved }, subject),
    };
  }
});

/** One question to the built worker, kept from question to question. */
async function askInBrowser(page: Page, address: string, request: LiveRequest): Promise<LiveReply> {
  return page.evaluate(
    async ([script, asked]) => {
      const kept = globalThis as unknown as { engine?: Worker };
      const engine = (kept.engine ??= new Worker(script, { type: "module" }));
      return new Promise<LiveReply>((resolve, reject) => {
        engine.onmessage = ({ data }: MessageEvent<WorkerReply>) => resolve(data.reply);
        engine.onerror = ({ message }) => reject(new Error(message));
        engine.postMessage(asked);
      });
    },
    [address, request] as const,
  );
}
