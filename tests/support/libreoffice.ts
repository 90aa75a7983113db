import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Whether LibreOffice is on this machine; in continuous integration it always is, and it is the judge. */
export const HAS_LIBREOFFICE = isInstalled();

function isInstalled(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Makes LibreOffice calculate every formula when it opens a file, whatever results the file carries. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Workbooks as LibreOffice calculates and saves them, in the order given; one start for all. */
export async function calculateInLibreOffice(workbooks: readonly Buffer[]): Promise<Buffer[]> {
  const folder = mkdtempSync(join(tmpdir(), "planner-libreoffice-"));
  try {
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), PROFILE);
    const files = workbooks.map((workbook, place) => {
      const file = join(folder, `${place}.xlsx`);
      writeFileSync(file, workbook);
      return file;
    });
    await promisify(execFile)("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      join(folder, "calculated"),
      ...files,
    ]);
    return workbooks.map((_, place) => readFileSync(join(folder, "calculated", `${place}.xlsx`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
