import type { Page } from "playwright-core";
import { serialiseScenario } from "../../scenarios/document/serialise-scenario";
import { launchBrowser, visit } from "../e2e/support/browser";
import { startPlanner } from "../e2e/support/start-planner";
import type { Scenario } from "../../scenarios/model/scenario";
import { LARGE, largePlan } from "../support/large-plan";
import { scenarioWith } from "../support/scenarios";
import { DRAGGED_BUDGETS, LIVE_FIELDS, type LiveField, type Names } from "./live-fields";
import { type Answer, pressAndWatch } from "./press-and-watch";
import { typicalPriorities } from "./typical-priorities";

// From a key to the frame that shows the figures it moves, in Chromium, on what `npm run build` made. Nothing here is
// a test. Words after the command choose: `npm run bench:browser -- large contributions`.

const KEYS = 40;
const WARM_UP = 10;

type Plan = {
  readonly name: string;
  readonly href: string;
  readonly goal: string;
  readonly names: Names;
  readonly fields: readonly LiveField[];
};

const SAMPLE: Names = {
  provision: "joint",
  source: "lcc-core",
  year: "2016/17",
  round: "districts",
  member: "melton",
  data: { row: "adv-high-nw-leicestershire", column: "growthPercent", text: "6" },
};

const PLANS: readonly Plan[] = [
  {
    name: "the sample (llr-2015-s1)",
    href: "/plans/llr-2015/scenarios/llr-2015-s1",
    goal: "the first frame",
    names: SAMPLE,
    fields: LIVE_FIELDS,
  },
  {
    name: `a large plan: ${LARGE.provisions} provisions × ${LARGE.areas} areas × ${LARGE.months} months`,
    href: "/plans/llr-2015/scenarios/large-plan",
    goal: "100 ms",
    names: {
      provision: "provision-00",
      source: "source-00",
      year: "2026/27",
      round: "districts",
      member: "area-03",
      data: { row: "cpi", column: "rates/2026/27", text: "2.5" },
    },
    fields: LIVE_FIELDS,
  },
  {
    name: "a prioritisation: 30 lines × 3 levels × 3 budgets",
    href: "/plans/llr-2015/scenarios/thirty-lines",
    goal: "the first frame",
    names: SAMPLE,
    fields: DRAGGED_BUDGETS,
  },
];

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((word) => name.includes(word));
const [planner, browser] = await Promise.all([startPlanner(), launchBrowser()]);
try {
  const { page } = await visit(browser, { origin: planner.origin });
  // What runs in the page was compiled with a helper that gives functions their names.
  await page.addInitScript("globalThis.__name = (named) => named;");
  await importPlan(page, largePlan());
  await importPlan(page, thirtyLines());
  console.log(`Chromium ${browser.version()}, ${KEYS} keys a page after ${WARM_UP} to warm up`);
  const plans = PLANS.filter(({ name }) => isWanted(name));
  for (const plan of plans.length === 0 ? PLANS : plans) {
    console.log(`\n${plan.name}; goal: ${plan.goal}`);
    const fields = plan.fields.filter(({ name }) => isWanted(name));
    for (const field of fields.length === 0 ? plan.fields : fields)
      report(field.name, await measure(page, plan, field));
  }
} finally {
  await browser.close();
  await planner.stop();
}

async function importPlan(page: Page, plan: Scenario): Promise<void> {
  await page.goto("/plans/llr-2015/import");
  const buffer = Buffer.from(serialiseScenario(plan));
  await page.setInputFiles("input[type=file]", { name: "plan.json", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL(`**/scenarios/${plan.id}**`);
}

function thirtyLines(): Scenario {
  const priorities = typicalPriorities({ lines: 30, budgets: 3, seed: 3 });
  const areas = ["north", "south", "east", "west"].map((id) => ({ id, name: id, bases: {} }));
  return { ...scenarioWith({ areas, priorities }), id: "thirty-lines", name: "Thirty lines" };
}

/** What is typed stays in the browser, so that every key finds the scenario as it is saved. */
async function measure(page: Page, { href, names }: Plan, field: LiveField): Promise<readonly Answer[]> {
  await page.unroute("**/changes");
  await page.route("**/changes", () => undefined);
  await page.goto(`${href}${field.path(names)}`, { waitUntil: "networkidle" });
  await field.begin(page, names);
  const answers: Answer[] = [];
  for (let turn = 0; turn < KEYS + WARM_UP; turn++) {
    const key = field.keys[turn % 2] as string;
    if (field.mark !== undefined) await page.keyboard.press(field.mark);
    answers.push(await pressAndWatch(page, key, field.figure(names)));
  }
  return answers.slice(WARM_UP);
}

function report(name: string, answers: readonly Answer[]): void {
  const times = answers.map(({ milliseconds }) => milliseconds).toSorted((first, second) => first - second);
  const at = (part: number): string =>
    (times[Math.ceil(times.length * part) - 1] ?? Number.NaN).toFixed(1).padStart(7);
  const first = answers.filter(({ frames }) => frames === 1).length;
  const inFirst = `${Math.round((100 * first) / answers.length)}%`.padStart(4);
  console.log(`${name.padEnd(44)} median ${at(0.5)} ms, p95 ${at(0.95)} ms, in the first frame ${inFirst}`);
}
