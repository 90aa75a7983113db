import { expect, test } from "vitest";
import type { Scenario } from "../../scenarios/model/scenario";
import { expectAccessible, expectNoSidewaysScroll, NARROW } from "./support/browser";
import { openPlanner } from "./support/open-planner";
import { expectSaved } from "./support/saved";

const S1 = "/plans/llr-2015/scenarios/llr-2015-s1";

const planner = openPlanner();

const HEADINGS = [
  "Activity",
  "Counted in",
  "When it is full",
  "Statutory duty",
  "For these levels of risk",
  "For these groups",
  "Stream",
];

/** Twelve activities, a row each, as Excel puts them on the clipboard; one of them says a word for yes or no. */
const blockOf = (duty: string): string =>
  [
    HEADINGS,
    ...Array.from({ length: 12 }, (_, row) => [
      `Group work ${row + 1}`,
      "places",
      "They wait",
      row === 7 ? duty : "No",
      "High",
      row % 2 === 0 ? "Children" : "",
      "DV",
    ]),
  ]
    .map((cells) => cells.join("\t"))
    .join("\r\n");

test.each([
  { width: "a laptop", viewport: { width: 1280, height: 900 } },
  { width: "a phone", viewport: NARROW },
])(
  "of a block of 12 rows and 7 columns with one bad cell nothing is applied and the cell is named; corrected it is one change and one undo on $width",
  async ({ viewport }) => {
    const { page } = await planner.visit({ viewport });
    const added = async (): Promise<number> => {
      const file = await page.request.get(`${planner.origin}${S1}/download/scenario.json`);
      const { activities } = (await file.json()) as Pick<Scenario, "activities">;
      return activities.filter(({ name }) => name.startsWith("Group work")).length;
    };
    await page.goto(`${S1}/paste/edit-activities`, { waitUntil: "networkidle" });
    await page.getByLabel("Headings and rows").fill(blockOf("perhaps"));
    await page.getByRole("button", { name: "Show what would change" }).click();
    const summary = page.getByRole("alert");
    await summary.waitFor();
    expect(await summary.getByRole("link").allTextContents()).toEqual([
      "Row 8: Statutory duty is “perhaps”: write yes or no.",
    ]);
    expect(await page.getByRole("button", { name: /^Save these/ }).count()).toBe(0);
    expect(await added()).toBe(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    await page.getByLabel("Headings and rows").fill(blockOf("Yes"));
    await page.getByRole("button", { name: "Show what would change" }).click();
    await page.getByRole("button", { name: "Save these 12 rows" }).click();
    await expectSaved(page);
    expect(await added()).toBe(12);

    await page.getByRole("button", { name: /^Undo: / }).click();
    await page.getByText(/^Undone: /).waitFor();
    expect(await added()).toBe(0);
  },
);
