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

/**
 * LibreOffice takes a second or two a workbook. Every run judges the examples that use every rule and the changes that
 * no other engine can judge; with JUDGE_ALL=1 it judges every example and every change.
 */
const judgesAll = process.env["JUDGE_ALL"] === "1";
const EXAMPLES = judgesAll
  ? EVALUATED_EXAMPLES
  : [
      "llr-2015-s1.json",
      "llr-2015-s3.json",
      "small/s02-collar-year-after-year.json",
      "small/s14-if-others-decline.json",
    ];
const CHANGES = WORKBOOK_CHANGES.filter(({ halfPenny }) => judgesAll || halfPenny === true);

describe.skipIf(!HAS_LIBREOFFICE)(
  "LibreOffice, the judge",
  { timeout: judgesAll ? 3_600_000 : 300_000 },
  () => {
    it("comes to every figure in the workbooks of the examples", async () => {
      const written = await Promise.all(
        EXAMPLES.map((file) => writeWorkbook(evaluatedExample(file), OPTIONS)),
      );
      const calculated = await calculateInLibreOffice(written);
      for (const [place, file] of EXAMPLES.entries()) {
        const [ours, theirs] = [known(written[place], file), known(calculated[place], file)];
        const differences = formulaDifferences(await readWorkbook(ours), await readWorkbook(theirs));
        expect([file, differences]).toEqual([file, []]);
      }
    });

    it("comes to the planner's figures after a change of an input, half pennies included", async () => {
      const changes = CHANGES.map((change) => ({ change, ...applyChange(change) }));
      const typed: Buffer[] = [];
      for (const { before, typed: cells } of changes) {
        typed.push(await typeInto(await writeWorkbook(evaluateScenario(before), OPTIONS), cells));
      }
      const calculated = await calculateInLibreOffice(typed);
      for (const [place, { change, before, after }] of changes.entries()) {
        const theirs = await readWorkbook(known(calculated[place], change.about));
        const valueAt = (sheet: string, address: string): unknown => valueIn(theirs, sheet, address);
        const { differences } = changedFigures(
          buildSheets(evaluateScenario(before)),
          buildSheets(after),
          valueAt,
        );
        expect([change.file, change.about, differences]).toEqual([change.file, change.about, []]);
      }
    });
  },
);
