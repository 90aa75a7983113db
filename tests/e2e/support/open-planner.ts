import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchBrowser, type Visit, type VisitOptions, visit } from "./browser";
import { type RunningPlanner, startPlanner } from "./start-planner";

/** The built planner and a Chromium, for the tests of one file. */
export type OpenPlanner = {
  readonly origin: string;
  /** A fresh browser, nothing cached, until the test that asked for it is over. */
  readonly visit: (options?: VisitOptions) => Promise<Visit>;
  /** A fresh browser at this address, all of it loaded. */
  readonly open: (path: string, options?: VisitOptions) => Promise<Page>;
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
};

/** Starts both before the first test of the file that calls it, closes what a test has opened, stops both at the end. */
export function openPlanner(): OpenPlanner {
  let planner: RunningPlanner;
  let browser: Browser;
  beforeAll(async () => {
    [planner, browser] = await Promise.all([startPlanner(), launchBrowser()]);
  });
  afterEach(() => Promise.all(browser.contexts().map(closeOffline)));
  afterAll(async () => {
    await browser.close();
    await planner.stop();
  });

  const visitIt = (options?: VisitOptions): Promise<Visit> =>
    visit(browser, { origin: planner.origin, ...options });
  return {
    get origin() {
      return planner.origin;
    },
    visit: visitIt,
    open: async (path, options) => {
      const { page } = await visitIt(options);
      await page.goto(path, { waitUntil: "networkidle" });
      return page;
    },
    kill: () => planner.kill(),
    restart: async () => {
      planner = await planner.restart();
    },
  };
}

/** A save that a test held back would reach the planner as its page closes, and be there for the next test. */
async function closeOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  await context.close();
}
