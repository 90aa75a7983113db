import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { withParts } from "./workbook-parts";

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
  return convertTogether(workbooks, "xlsx:Calc MS Excel 2007 XML", (saved, file) =>
    readFileSync(join(saved, `${file}.xlsx`)),
  );
}

/** What LibreOffice calculates in each cell of a workbook. */
export type Calculated = (sheet: string, address: string) => string | number | undefined;

/**
 * {@link calculateInLibreOffice}, values alone: a truth is 1 or 0. The copies that it opens have neither formats nor
 * print titles and it writes plain text, which takes a fifth of the time; a start for each half, for two cores.
 */
export async function valuesInLibreOffice(workbooks: readonly Buffer[]): Promise<Calculated[]> {
  const copies = await Promise.all(workbooks.map(plainCopy));
  const half = Math.ceil(copies.length / 2);
  const halves = [copies.slice(0, half), copies.slice(half)].filter(({ length }) => length > 0);
  const calculated = halves.map((part) => convertTogether(part, EVERY_SHEET_AS_TEXT, readValues));
  return (await Promise.all(calculated)).flat();
}

/** Comma, quotes around text, UTF-8, figures in full, every sheet in a file of its own. */
const EVERY_SHEET_AS_TEXT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1";

/** Every number as a plain one: the cells' formats are one that changes no value. */
function plainCopy(workbook: Buffer): Promise<Buffer> {
  const styles = "xl/styles.xml";
  return withParts(workbook, (parts) => {
    const [before = "", cells = ""] = (parts.get(styles) ?? "").split("<cellXfs");
    return {
      [styles]: `${before}<cellXfs${cells.replaceAll(/numFmtId="\d+"/g, 'numFmtId="2"')}`,
      "xl/workbook.xml": (parts.get("xl/workbook.xml") ?? "").replaceAll(
        /<definedName name="_xlnm\.Print_[^>]*>[^<]*<\/definedName>/g,
        "",
      ),
    };
  });
}

function readValues(saved: string, file: string): Calculated {
  const sheets = new Map<string, readonly (readonly string[])[]>();
  for (const name of readdirSync(saved).filter((one) => one.startsWith(`${file}-`))) {
    const text = readFileSync(join(saved, name), "utf8");
    sheets.set(
      name.slice(file.length + 1, -".csv".length),
      parse(text, { relax_column_count: true }) as string[][],
    );
  }
  return (sheet, address) => {
    const { letters = "", row = "" } = /^(?<letters>[A-Z]+)(?<row>\d+)$/.exec(address)?.groups ?? {};
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const text = sheets.get(sheet)?.[Number(row) - 1]?.[column];
    return text !== undefined && /^-?\d+(\.\d+)?(E[+-]?\d+)?$/.test(text) ? Number(text) : text;
  };
}

/** Opens workbooks in one start and saves each in a format; then reads what was saved, by the name of its file. */
async function convertTogether<Read>(
  workbooks: readonly Buffer[],
  format: string,
  read: (folder: string, file: string) => Read,
): Promise<Read[]> {
  const folder = mkdtempSync(join(tmpdir(), "planner-libreoffice-"));
  const saved = join(folder, "calculated");
  try {
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), PROFILE);
    const files = workbooks.map((workbook, place) => {
      const file = join(folder, `w${place}.xlsx`);
      writeFileSync(file, workbook);
      return file;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = [profile, "--headless", "--convert-to", format, "--outdir", saved, ...files];
    await promisify(execFile)("soffice", convert);
    return workbooks.map((_, place) => read(saved, `w${place}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
