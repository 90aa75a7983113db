import { describe, expect, it } from "vitest";
import { coverLines } from "../../../app/workbook/cover-sheet";
import { OPEN_IN_PLANNER } from "../../../app/workbook/planner-state";
import { buildSheets, writeWorkbook } from "../../../app/workbook/write-workbook";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { changedCover, changedFigures } from "../../support/changed-figures";
import { type ReadWorkbook, readWorkbook, sheetOf } from "../../support/read-workbook";
import { recalculate } from "../../support/recalculate";
import { applyChange, WORKBOOK_CHANGES } from "../../support/workbook-changes";

const OPTIONS = { createdAt: new Date("2015-01-05T09:30:00Z") };

/** One workbook an example, whatever is then typed into it. */
const workbooks = new Map<string, Promise<ReadWorkbook>>();
function workbookOf(file: string, evaluation: Evaluation): Promise<ReadWorkbook> {
  const written = workbooks.get(file) ?? writeWorkbook(evaluation, OPTIONS).then(readWorkbook);
  workbooks.set(file, written);
  return written;
}

describe("the workbook follows a change as the planner does", () => {
  it.each(WORKBOOK_CHANGES)("$file: $about", async (change) => {
    const { before, after, typed } = applyChange(change);
    expect(typed.length).toBeGreaterThan(0);
    const evaluation = evaluateScenario(before);
    const read = await workbookOf(change.file, evaluation);
    const recalculated = recalculate(read, typed);
    const [sheets, changed] = [buildSheets(evaluation), buildSheets(after)];
    const { differences, open } = changedFigures(sheets, changed, recalculated.valueAt);
    const cover = [coverLines(evaluation, sheets, OPTIONS), coverLines(after, changed, OPTIONS)] as const;
    if (change.halfPenny !== true) expect(changedCover(...cover, recalculated.valueAt)).toEqual([]);
    if (change.halfPenny === true) expect(differences.every(({ pounds }) => pounds <= 0.021)).toBe(true);
    else expect(differences).toEqual([]);
    const checks = sheetOf(read, "Checks").rows;
    const matching = checks.findIndex(
      ([about]) => about?.value === "What is unpaid is matched to what sources have left",
    );
    expect(recalculated.valueAt("Checks", `B${matching + 1}`)).toBe(open ? OPEN_IN_PLANNER : true);
    const broken = checks.flatMap((_, row) =>
      recalculated.valueAt("Checks", `B${row + 1}`) === false ? [checks[row]?.[0]?.value] : [],
    );
    expect(broken).toEqual([]);
  });
});
