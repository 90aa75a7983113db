import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import type { LiveReply, LiveRequest } from "../../app/live/messages";
import type { Scenario } from "../../scenarios/model/scenario";
import { launchBrowser, visit } from "../e2e/support/browser";
import { startPlanner } from "../e2e/support/start-planner";
import { exampleScenario } from "../support/evaluated-example";
import { LARGE, largePlan } from "../support/large-plan";

// How long figures take to answer an edit in Chromium, on what `npm run build` made. Nothing here is a test.

const TIMES = 40;
const [planner, browser] = await Promise.all([startPlanner(), launchBrowser()]);
try {
  const { page } = await visit(browser, { origin: planner.origin });
  console.log(
    `Chromium ${browser.version()}, medians and the slowest of ${TIMES} edits after ten to warm up\n`,
  );
  await onPage(page);
  const size = `${LARGE.provisions} provisions × ${LARGE.areas} areas × ${LARGE.months} months`;
  await inEngine(page, "the sample (llr-2015-s1)", exampleScenario("llr-2015-s1.json"), "joint");
  await inEngine(page, size, largePlan(), "provision-00");
} finally {
  await browser.close();
  await planner.stop();
}

/** From a letter in the form of a lot to the frame that shows its figures. */
async function onPage(page: Page): Promise<void> {
  await page.goto("/plans/llr-2015/scenarios/llr-2015-s1/lots/joint", { waitUntil: "networkidle" });
  const times = await page.evaluate(typeInto, TIMES + 10);
  report("type into the form of a lot, until the frame with its figures", times, "(goal: one frame, 16 ms)");
}

async function typeInto(count: number): Promise<number[]> {
  const input = document.querySelector<HTMLInputElement>("[name='/provisions/joint/price/annual']");
  const figures = document.querySelector(".app-key-figures");
  if (input === null || figures === null) throw new Error("the page of the lot is not there");
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    const start = performance.now();
    const moved = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => resolve());
      });
      observer.observe(figures, { subtree: true, childList: true, characterData: true });
    });
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(
      input,
      `${1_400_000 + turn}`,
    );
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await moved;
    times.push(performance.now() - start);
  }
  return times;
}

/** From the question to the engine in its thread to the figures of the whole page. */
async function inEngine(page: Page, name: string, scenario: Scenario, provision: string): Promise<void> {
  const script = readdirSync("build/client/assets").find((file) => file.startsWith("live-worker-")) ?? "";
  await page.context().unroute("**/document?revision=1");
  await page.context().route("**/document?revision=1", (route) => route.fulfill({ json: scenario }));
  for (const asked of ["lots", "contributions"] as const) {
    const request: LiveRequest = {
      page: asked,
      subject: "",
      href: `/${scenario.id}`,
      revision: 1,
      typed: {},
    };
    const field = `/provisions/${provision}/price/annual`;
    const times = await page.evaluate(askAgainAndAgain, {
      address: `/assets/${script}`,
      request,
      field,
      count: TIMES + 10,
    });
    report(`${asked}: ${name}`, times, scenario.id === "large-plan" ? "(goal: 100 ms)" : "(goal: 16 ms)");
  }
}

async function askAgainAndAgain(asked: {
  readonly address: string;
  readonly request: LiveRequest;
  readonly field: string;
  readonly count: number;
}): Promise<number[]> {
  const engine = new Worker(asked.address, { type: "module" });
  const times: number[] = [];
  for (let turn = 0; turn < asked.count; turn++) {
    const start = performance.now();
    const reply = await new Promise<LiveReply>((resolve) => {
      engine.onmessage = ({ data }: MessageEvent<LiveReply>) => resolve(data);
      engine.postMessage({ ...asked.request, typed: { [asked.field]: `${1_400_000 + turn}` } });
    });
    if (reply.outcome !== "shown") throw new Error(`the engine answers: ${reply.outcome}`);
    times.push(performance.now() - start);
  }
  engine.terminate();
  return times;
}

function report(name: string, times: readonly number[], note: string): void {
  const warm = times.slice(10).toSorted((first, second) => first - second);
  const median = warm[Math.floor(warm.length / 2)] ?? Number.NaN;
  const slowest = warm.at(-1) ?? Number.NaN;
  console.log(
    `${name.padEnd(66)} ${median.toFixed(1).padStart(7)} ms, slowest ${slowest.toFixed(1).padStart(7)} ms ${note}`,
  );
}
