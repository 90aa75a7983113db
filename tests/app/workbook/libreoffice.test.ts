import { describe, expect, it } from "vitest";
import { known } from "../../../app/reports/table-parts";
import { coverLines } from "../../../app/workbook/cover-sheet";
import { buildSheets, writeWorkbook } from "../../../app/workbook/write-workbook";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { changedCover, changedFigures } from "../../support/changed-figures";
import { EXAMPLES, evaluatedExample } from "../../support/evaluated-example";
import { valuesInLibreOffice, HAS_LIBREOFFICE } from "../../support/libreoffice";
import { readWorkbook, sheetOf } from "../../support/read-workbook";
import { coverAddress, WORKBOOK_BREAKS } from "../../support/workbook-breaks";
import { formulaDifferences, readCells, typeInto } from "../../support/workbook-cells";
import { applyChange, scenarioBefore, WORKBOOK_CHANGES } from "../../support/workbook-changes";

const OPTIONS = { createdAt: new Date("2015-01-05T09:30:00Z") };

/** The workbook of an example as it is downloaded: with its best plan where it has lines to choose from. */
async function workbookOf(evaluation: Evaluation): Promise<Buffer> {
  const { scenario } = evaluation;
  const budgetPlan = scenario.priorities === undefined ? null : await prioritise(scenario);
  return writeWorkbook(evaluation, { ...OPTIONS, budgetPlan });
}

/** An example's workbook and sheets, made once whatever is then typed into it. */
const plain = new Map(
  [...new Set(WORKBOOK_CHANGES.map(({ file }) => file))].map((file) => {
    const evaluation = evaluateScenario(scenarioBefore(file));
    const sheets = buildSheets(evaluation);
    const cover = coverLines(evaluation, sheets, OPTIONS);
    return [file, { sheets, cover, content: writeWorkbook(evaluation, OPTIONS) }] as const;
  }),
);

describe.skipIf(!HAS_LIBREOFFICE)("LibreOffice, the judge", { timeout: 1_200_000 }, () => {
  it("comes to every figure in the workbook of every example", async () => {
    const written: Buffer[] = [];
    for (const file of EXAMPLES) written.push(await workbookOf(evaluatedExample(file)));
    const calculated = await valuesInLibreOffice(written);
    for (const [place, file] of EXAMPLES.entries()) {
      const [ours, theirs] = [known(written[place], file), known(calculated[place], file)];
      const cells = await readCells(ours);
      expect([...cells.values()].filter(({ formula }) => formula !== undefined).length).toBeGreaterThan(100);
      const differences = formulaDifferences(cells, theirs);
      expect([file, differences]).toEqual([file, []]);
    }
  });

  it("comes to every figure where services draw on the money in a chosen order", async () => {
    const { scenario } = evaluatedExample("llr-2015-s1.json");
    const provisions = scenario.provisions.map((provision, place, all) => ({
      ...provision,
      drawOrder: all.length - place,
    }));
    const evaluation = evaluateScenario({ ...scenario, provisions });
    const workbook = await writeWorkbook(evaluation, OPTIONS);
    const [calculated] = await valuesInLibreOffice([workbook]);
    expect(formulaDifferences(await readCells(workbook), known(calculated, "the workbook"))).toEqual([]);
  });

  it("comes to the planner's figures after every change of an input, half pennies included", async () => {
    const changes = WORKBOOK_CHANGES.map((change) => ({ change, ...applyChange(change) }));
    const typed: Buffer[] = [];
    for (const { change, typed: cells } of changes) {
      typed.push(await typeInto(await known(plain.get(change.file), change.file).content, cells));
    }
    const calculated = await valuesInLibreOffice(typed);
    for (const [place, { change, after }] of changes.entries()) {
      const valueAt = known(calculated[place], change.about);
      const { sheets, cover } = known(plain.get(change.file), change.file);
      const changed = buildSheets(after);
      const { differences } = changedFigures(sheets, changed, valueAt);
      expect([change.file, change.about, differences]).toEqual([change.file, change.about, []]);
      const onCover = changedCover(cover, coverLines(after, changed, OPTIONS), valueAt);
      expect([change.file, change.about, onCover]).toEqual([change.file, change.about, []]);
    }
  });

  it("finds what is broken on purpose: the check says FALSE and the Cover says so", async () => {
    const whole = await writeWorkbook(evaluatedExample("llr-2015-s1.json"), OPTIONS);
    const read = await readWorkbook(whole);
    const broken: Buffer[] = [];
    for (const { typed } of WORKBOOK_BREAKS) broken.push(await typeInto(whole, [typed(read)]));
    const calculated = await valuesInLibreOffice(broken);
    for (const [place, { about, check }] of WORKBOOK_BREAKS.entries()) {
      const valueAt = known(calculated[place], about);
      const failed = sheetOf(read, "Checks").rows.flatMap((cells, row) => {
        const fails = valueAt("Checks", `B${row + 1}`) === 0;
        return fails ? [String(cells[0]?.value)] : [];
      });
      expect([about, failed.some((words) => check.test(words))]).toEqual([about, true]);
      expect(valueAt("Cover", coverAddress(read, "Checks"))).toMatch(/of \d+ checks do not hold/);
    }
  });
});
