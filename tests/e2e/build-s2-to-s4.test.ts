import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { formatResult } from "../../scenarios/document/format-result";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";
import { compareResults } from "../support/compare-results";
import { exampleScenario } from "../support/evaluated-example";
import {
  changeRound,
  copyFirst,
  declineRule,
  deleteLot,
  fillIn,
  giveReasons,
  openLot,
  openRound,
  pasteAt,
  pasteInto,
  pasteRows,
  save,
} from "./support/building";
import { openPlanner } from "./support/open-planner";

// Build-s1.test.ts builds the first scenario from the baseline; each of the others is a copy of it, changed.

const planner = openPlanner();

async function stored(page: Page, href: string): Promise<Scenario> {
  const file = await page.request.get(`${href}/download/scenario.json`);
  const read = validateScenario(await file.json());
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.scenario;
}

/** The figures of what was built are those of the example, to the penny. */
async function expectFiguresOf(
  example: string,
  page: Page,
  href: string,
  ids: Readonly<Record<string, string>> = {},
) {
  const expected = formatResult(evaluateScenario(exampleScenario(example)));
  const text = JSON.stringify(formatResult(evaluateScenario(await stored(page, href))));
  const renamed = Object.entries(ids).reduce(
    (all, [made, id]) => all.replaceAll(`"${made}"`, `"${id}"`),
    text,
  );
  const actual = { ...(JSON.parse(renamed) as object), scenario: expected.scenario };
  expect(compareResults(JSON.parse(JSON.stringify(expected)), actual)).toEqual([]);
}

test("the second: three districts decline, the four who pay share the pot afresh", async () => {
  const { page, complaints } = await planner.visit();
  const href = await copyFirst(page, "Four districts, re-spread, built by hand");
  await changeRound(page, { "Who may use that capacity": "The areas of those who pay" });
  await openRound(page);
  const [yes, no] = ["B: proportionate share", "Declines"];
  await pasteAt(page, ["blaby", "choice"], [[yes], [yes], [no], [yes], [no], [yes], [no]]);
  await declineRule(page, "re-spread");
  await giveReasons(page, "As they answered in May 2015");
  await expectFiguresOf("llr-2015-s2.json", page, href);
  expect(complaints).toEqual([]);
});

test("the fourth: everything starts a month later, by one block of dates and the round", async () => {
  const { page, complaints } = await planner.visit();
  const href = await copyFirst(page, "A month later, built by hand");
  await page.goto(`${href}/lots`, { waitUntil: "networkidle" });
  await pasteAt(page, ["joint", "start"], [["1/11/2015"], ["1/11/2015"], ["1/11/2015"]]);
  await changeRound(page, { From: "1/11/2015" }, "The round begins with the lot");
  await giveReasons(page, "The tender goes out a month later");
  await expectFiguresOf("llr-2015-s4.json", page, href);
  expect(complaints).toEqual([]);
});

test("the third: two specialist lots in place of the joint one, a district that buys in, two that sign the framework", async () => {
  const { page, complaints } = await planner.visit();
  const href = await copyFirst(page, "Two lots, built by hand");
  await addLot(page, {
    name: "DV lot",
    certainty: "Confirmed",
    price: "930,000",
    without: ["Domestic abuse refuge provision", FAMILY],
    capacity: [
      ["24-hour helpline service", "7200"],
      ["Face to face support", "", "20", "", "", "954.6", "1"],
      ["Advocacy", "", "13", "20", "13", "954.6", "12"],
      ["Individual and group support", ...Array<string>(9).fill(""), "12", "10", "85", "70"],
      ["Appropriate therapeutic support", "300"],
    ],
    oneOff: "45000",
    funding: [
      ["City Council base budget", "33"],
      ["County Council base budget", "22"],
      ["Rutland base budget", "", "46000"],
      ["OPCC commissioning budget", "", "", "yes"],
    ],
  });
  await addLot(page, {
    name: "SV lot",
    certainty: "Planned",
    price: "510,000",
    without: [
      ...["24-hour helpline service", "Support for friends, family members and colleagues"],
      ...["Safety planning and risk assessment (CAADA DASH)", "Domestic abuse refuge provision", FAMILY],
      ...[
        "Attendance at MARAC and Specialist Domestic Violence Court",
        "Neighbourhood profile and networking",
      ],
    ],
    capacity: [
      ["Face to face support", "", "5", "", "", "954.6", "1"],
      ["Advocacy", "", "2", "16", "20"],
      ["Appropriate therapeutic support", "420"],
    ],
    oneOff: "30000",
    funding: [["OPCC commissioning budget", "", "150000"]],
  });
  await changeRound(page, {
    "What the money is for": "DV lot",
    "Who may use that capacity": "The areas of those who pay",
  });
  await openRound(page);
  await pasteAt(
    page,
    ["blaby", "choice"],
    [
      ["Undecided", "Asked"],
      ["B: proportionate share", "Confirmed"],
      ["A: buy-in", "Indicative", "300"],
      ["Declines", "Indicative"],
      ["C: framework", "Indicative"],
      ["Undecided", "Asked"],
      ["C: framework", "Indicative"],
    ],
  );
  await declineRule(page, "scale");
  await deleteLot(page, "Joint sexual violence and domestic abuse support for adults");
  await pasteInto(page, "Lots", "Contracts and lots", [
    [
      "Provision",
      "Kind",
      "Lead",
      "Activities",
      "Areas",
      "Start",
      "End",
      "Certainty",
      "Annual price at start",
    ],
    ["Melton local outreach", "Local service", "Melton Borough Council", LOCAL, "Melton", ...TERM, "14,000"],
    ["OW local outreach", "Local service", OADBY, LOCAL, "Oadby and Wigston", ...TERM, "12,000"],
  ]);
  await pasteInto(page, "Funding", "Funding sources", [
    ["Source", "Owner", "Certainty", ...YEARS.map((year) => `Amount in ${year}`), "Only for these areas"],
    ["OW local money", OADBY, "Confirmed", "6000", "12000", "12000", "6000", "Oadby and Wigston"],
  ]);
  await pasteInto(page, "Funding", "Funding sources", [
    ["Source", ...YEARS.slice(1).map((year) => `Amount in ${year}`)],
    ["OPCC commissioning budget", "480000", "480000", "240000"],
  ]);
  await signLocal(page, "Melton local outreach", "320", "Melton CSP");
  await signLocal(page, "OW local outreach", "250");
  for (const source of ["City Council base budget", "County Council base budget", "Rutland base budget"])
    await letPayForSv(page, source);
  await expectFiguresOf("llr-2015-s3.json", page, href, {
    ...{ "melton-local-outreach": "melton-local", "ow-local-outreach": "ow-local" },
  });
  await giveReasons(page, "Two specialist lots, as the districts answered");
  expect(complaints).toEqual([]);
});

const LOCAL = "Face to face support; Support planning, key working and co-ordination";
const OADBY = "Oadby and Wigston Borough Council";
const TERM = ["1/10/2015", "30/9/2018", "Confirmed"];
const YEARS = ["2015/16", "2016/17", "2017/18", "2018/19"];

async function signLocal(page: Page, name: string, units: string, source?: string): Promise<void> {
  await openLot(page, name);
  await fillIn(page, { Framework: "Signed up to the framework" });
  await save(page);
  await openLot(page, name);
  await pasteRows(page, "Capacity", [["Face to face support", units]]);
  if (source !== undefined) await pasteRows(page, "Who pays", [[source, "", "", "yes"]]);
}

async function letPayForSv(page: Page, source: string): Promise<void> {
  await page.getByRole("link", { name: "Funding", exact: true }).click();
  await page.locator(".ag-row").getByRole("link", { name: source, exact: true }).click();
  const limits = page.getByRole("group", { name: "Only for these contracts and lots" });
  await limits.getByLabel("SV lot", { exact: true }).check();
  await save(page);
}

const FAMILY = "Domestic abuse family support (families with children of 0-2 first)";

type Lot = {
  readonly name: string;
  readonly certainty: string;
  readonly price: string;
  readonly without: readonly string[];
  readonly capacity: readonly (readonly string[])[];
  readonly oneOff: string;
  readonly funding: readonly (readonly string[])[];
};

/** A lot of everything but a few activities, everywhere, from October 2015; its lists are pasted. */
async function addLot(page: Page, lot: Lot): Promise<void> {
  await page.getByRole("link", { name: "Lots", exact: true }).click();
  await page.getByRole("link", { name: "Add a contract or lot" }).click();
  await fillIn(page, {
    ...{ Name: lot.name, Lead: "Leicester City Council", Certainty: lot.certainty },
    ...{ "Annual price at start": lot.price, Index: "Consumer prices, September before (assumed)" },
    ...{ "First uplift": "1/4/2017", "Least uplift": "0", "Most uplift": "2.5" },
  });
  for (const box of await page.getByRole("group", { name: "Activities" }).getByRole("checkbox").all())
    await box.check();
  for (const activity of lot.without) await page.getByLabel(activity, { exact: true }).uncheck();
  await save(page);
  await pasteRows(page, "Capacity", lot.capacity);
  await pasteRows(page, "One-off costs", [["Mobilisation and transfer", lot.oneOff, "17/8/2015"]]);
  await pasteRows(page, "Who pays", lot.funding);
  await page.getByRole("button", { name: "Let them pay for it" }).click();
  await page.getByRole("button", { name: "Let them pay for it" }).waitFor({ state: "detached" });
}

test("what if Charnwood will not pay more than 50,000? One cell, and the page answers before it is saved", async () => {
  const { page, complaints } = await planner.visit();
  await copyFirst(page, "Charnwood at most 50,000");
  const begun = Date.now();
  await openRound(page);
  await pasteAt(page, ["charnwood", "maximum"], [["50,000"]]);
  await page.getByRole("link", { name: "What each member pays" }).click();
  const charnwood = page.getByRole("group", { name: "Charnwood Borough Council", exact: true });
  await charnwood.getByText("£150,000.00").first().waitFor();
  await page.getByText("Shortfall").first().waitFor();
  expect(Date.now() - begun).toBeLessThan(60_000);
  expect(complaints).toEqual([]);
});
