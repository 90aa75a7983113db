import { describe, expect, it } from "vitest";
import { known } from "../../../app/reports/table-parts";
import { buildSheets, writeWorkbook } from "../../../app/workbook/write-workbook";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { changedFigures } from "../../support/changed-figures";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";
import { calculateInLibreOffice, HAS_LIBREOFFICE } from "../../support/libreoffice";
import { formulaDifferences, readWorkbook, typeInto, valueIn } from "../../support/read-workbook";
import { applyChange, WORKBOOK_CHANGES } from "../../support/workbook-changes";

const OPTIONS = { createdAt: new Date("2015-01-05T09:30:00Z") };

describe.skipIf(!HAS_LIBREOFFICE)("LibreOffice, the judge", { timeout: 600_000 }, () => {
  it("comes to every figure in the workbook of every example", async () => {
    const written = await Promise.all(
      EVALUATED_EXAMPLES.map((file) => writeWorkbook(evaluatedExample(file), OPTIONS)),
    );
    const calculated = await calculateInLibreOffice(written);
    for (const [place, file] of EVALUATED_EXAMPLES.entries()) {
      const [ours, theirs] = [written[place], calculated[place]];
      if (ours === undefined || theirs === undefined) throw new Error(`${file} was not calculated`);
      const differences = formulaDifferences(await readWorkbook(ours), await readWorkbook(theirs));
      expect([file, differences]).toEqual([file, []]);
    }
  });

  it("comes to the planner's figures after every change of an input", async () => {
    const changes = WORKBOOK_CHANGES.map((change) => ({ change, ...applyChange(change) }));
    const typed = await Promise.all(
      changes.map(async ({ before, typed: cells }) =>
        typeInto(await writeWorkbook(evaluateScenario(before), OPTIONS), cells),
      ),
    );
    const calculated = await calculateInLibreOffice(typed);
    for (const [place, { change, before, after }] of changes.entries()) {
      const theirs = await readWorkbook(known(calculated[place], change.about));
      const sheets = buildSheets(evaluateScenario(before));
      const { differences } = changedFigures(sheets, buildSheets(after), (sheet, address) =>
        valueIn(theirs, sheet, address),
      );
      expect([change.file, change.about, differences]).toEqual([change.file, change.about, []]);
    }
  });
});
