import { describe, expect, it } from "vitest";
import { writeWorkbook } from "../../../app/workbook/write-workbook";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";
import { calculateInLibreOffice, HAS_LIBREOFFICE } from "../../support/libreoffice";
import { formulaDifferences, readWorkbook } from "../../support/read-workbook";

describe.skipIf(!HAS_LIBREOFFICE)("LibreOffice, the judge", { timeout: 120_000 }, () => {
  it("comes to every figure in the workbook of every example", async () => {
    const createdAt = new Date("2015-01-05T09:30:00Z");
    const written = await Promise.all(
      EVALUATED_EXAMPLES.map((file) => writeWorkbook(evaluatedExample(file), { createdAt })),
    );
    const calculated = await calculateInLibreOffice(written);
    for (const [place, file] of EVALUATED_EXAMPLES.entries()) {
      const [ours, theirs] = [written[place], calculated[place]];
      if (ours === undefined || theirs === undefined) throw new Error(`${file} was not calculated`);
      const differences = formulaDifferences(await readWorkbook(ours), await readWorkbook(theirs));
      expect([file, differences]).toEqual([file, []]);
    }
  });
});
