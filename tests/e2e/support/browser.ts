import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { expect } from "vitest";
import type { Role } from "../../../app/access/identity";

export const WIDE = { width: 1280, height: 900 };
/** A phone; also a desktop at 400 % zoom. */
export const NARROW = { width: 320, height: 640 };

/** Two of them share a busy machine: what is awaited may take a while, and only what hangs is a fault. */
const PATIENCE = 60_000;

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The Chromium of the system where there is one, else the one that npm brings. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--disable-gpu",
      "--no-first-run",
    ],
  });
}

export async function findChromium(): Promise<string> {
  const installed = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"];
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}

export type Visit = {
  readonly page: Page;
  /** What went wrong in the browser without anybody seeing it: errors, refused scripts, failed requests. */
  readonly complaints: readonly string[];
};

/** Who opens the browser, the sample's commissioner where nothing is said, and nobody with null; and what it is like. */
export type VisitOptions = BrowserContextOptions & { readonly role?: Role | null };

/** A fresh browser, nothing cached. */
export async function visit(
  browser: Browser,
  { origin, role = "commissioner", ...options }: VisitOptions & { readonly origin: string },
): Promise<Visit> {
  const context = await browser.newContext({ viewport: WIDE, baseURL: origin, ...options });
  context.setDefaultTimeout(PATIENCE);
  if (role !== null) await signInAsSample(context, origin, role);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  return { page, complaints };
}

/** What the button of the sign-in page sends; the context keeps the cookie, also where no script runs. */
async function signInAsSample(context: BrowserContext, origin: string, role: Role): Promise<void> {
  const answer = await context.request.post(`${origin}/sign-in`, {
    form: { sample: `sample-${role}` },
    headers: { Origin: origin },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`signing in as the sample's ${role}: ${answer.status()}`);
}

/**
 * No fault against WCAG 2.2 AA that axe can find. It reports faults alone and in one piece (its legacy mode, which differs
 * in nothing for pages without frames): all that is right, carried into a second page to be counted, takes thrice as long.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(STANDARDS)
    .setLegacyMode()
    .analyze();
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(" ")}\n${failureSummary ?? ""}`,
    ),
  );
  expect(faults, page.url()).toEqual([]);
}

/** Nothing makes the page itself wider than the screen; what is wide scrolls in its own region. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wanted, given } = await page.evaluate(() => ({
    wanted: document.documentElement.scrollWidth,
    given: document.documentElement.clientWidth,
  }));
  expect(wanted, page.url()).toBeLessThanOrEqual(given);
}

/** Pictures of a page, wide and narrow, where somebody wants to look at them: with `PICTURES` in the environment. */
export async function takePictures(page: Page, name: string): Promise<void> {
  if (process.env["PICTURES"] === undefined) return;
  const before = page.viewportSize() ?? WIDE;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `tests/e2e/screenshots/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(before);
}
