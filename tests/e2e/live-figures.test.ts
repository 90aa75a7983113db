import { readdirSync } from "node:fs";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { editScenario } from "../../app/live/edited-scenario";
import type { LiveReply, LiveRequest } from "../../app/live/messages";
import { showContributions } from "../../app/pages/show-contributions";
import { showLots } from "../../app/pages/show-lots";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import { EVALUATED_EXAMPLES, exampleScenario } from "../support/evaluated-example";
import { typedEdits } from "../support/typed-edits";
import { expectAccessible, launchBrowser, takePictures, visit } from "./support/browser";
import { moveToCell, tabIntoGrid, textOfCell } from "./support/grid";
import { type RunningPlanner, startPlanner } from "./support/start-planner";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";

let planner: RunningPlanner;
let browser: Browser;

beforeAll(async () => {
  [planner, browser] = await Promise.all([startPlanner(), launchBrowser()]);
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await planner.stop();
});

const open = async (path: string): Promise<{ page: Page; complaints: readonly string[] }> => {
  const opened = await visit(browser, { origin: planner.origin });
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
    await page.screenshot({ path: "tests/e2e/screenshots/live-lots.png", fullPage: true });
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

describe("weights as sliders", () => {
  test("move the pounds while they move by keyboard, keep the sum at 100, and are saved when the keys rest", async () => {
    const { page, complaints } = await open(`${S1}/contributions`);
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
    await page
      .getByText(/Saved\. This is revision \d+\./)
      .first()
      .waitFor();
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
    await page
      .getByText(/Saved\. This is revision \d+\./)
      .first()
      .waitFor();
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
    const { page } = await visit(browser, { origin: planner.origin });
    await page.context().route("**/document?revision=1", (route) => route.fulfill({ json: scenario }));
    await page.goto("/plans");
    const edits = fc.sample(typedEdits(scenario), { numRuns: 12, seed: 2015 });
    for (const typed of edits) {
      for (const name of ["lots", "contributions"] as const) {
        const request = { page: name, subject: "", href: "/plans/x/scenarios/y", revision: 1, typed };
        expect(await askInBrowser(page, `/assets/${worker ?? ""}`, request)).toEqual(
          answerHere(request, file),
        );
      }
    }
  });

  function answerHere({ page, href, typed }: LiveRequest, file: string): LiveReply {
    const edited = editScenario(exampleScenario(file), typed);
    if (edited.outcome !== "edited") return edited;
    const request = { evaluation: evaluateScenario(edited.scenario), href };
    const shown = page === "lots" ? showLots(request) : showContributions(request);
    return { outcome: "shown", shown };
  }
});

/** One question to the built worker, kept from question to question. */
async function askInBrowser(page: Page, address: string, request: LiveRequest): Promise<LiveReply> {
  return page.evaluate(
    async ([script, asked]) => {
      const kept = globalThis as unknown as { engine?: Worker };
      const engine = (kept.engine ??= new Worker(script, { type: "module" }));
      return new Promise<LiveReply>((resolve, reject) => {
        engine.onmessage = ({ data }: MessageEvent<LiveReply>) => resolve(data);
        engine.onerror = ({ message }) => reject(new Error(message));
        engine.postMessage(asked);
      });
    },
    [address, request] as const,
  );
}
