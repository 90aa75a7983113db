import { createHmac } from "node:crypto";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { type Entry, fromBuffer, type ZipFile as OpenZip } from "yauzl";
import { ZipFile } from "yazl";
import { writePartnerPack } from "../../app/workbook/partner-pack/write-pack";
import { askedOf, type Consultation } from "../../scenarios/consultation/consultation";
import type { Scenario } from "../../scenarios/model/scenario";
import { exampleScenario } from "./evaluated-example";
import { found } from "./scenarios";

/** Packs of the sample consultation, filled in and spoilt in every way that a test needs. */

export const ASKED_SCENARIOS: readonly Scenario[] = [exampleScenario("llr-2015-s1.json")];

export const CONSULTATION: Consultation = {
  id: "spring",
  plan: "llr",
  name: "Spring consultation",
  introduction: "Please tell us which option your council would take.",
  snapshots: ASKED_SCENARIOS.map(({ id, name }) => ({
    scenario: id,
    name,
    revision: 3,
    contentHash: "ab".repeat(32),
  })),
  questions: [{ id: "q1", text: "Do you agree with the weights?" }],
  opens: "2015-01-28",
  closes: "2015-03-06",
  silence: "undecided",
  smallNumberThreshold: 5,
};

export const SEAL = (text: string): string =>
  createHmac("sha256", "key of the test").update(text).digest("hex");
export const askedHere = (organisation: string) => {
  const asked = askedOf(ASKED_SCENARIOS, CONSULTATION.questions, organisation);
  return asked.rounds.length === 0 ? null : asked;
};

export function makePack(organisation: string, changes: Partial<Consultation> = {}): Promise<Buffer> {
  return writePartnerPack({
    ...{ organisation, consultation: { ...CONSULTATION, ...changes }, scenarios: ASKED_SCENARIOS },
    ...{ planName: "Leicestershire", seal: SEAL, createdAt: new Date("2015-01-28T09:00:00Z") },
  });
}

export const ROUND = "/rounds/llr-2015-s1/districts";

/** Types answers into the yellow cells, by reference. */
export async function fillIn(
  pack: Buffer,
  answers: Readonly<Record<string, string | number>>,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(pack as unknown as ArrayBuffer);
  const sheet = found(book.getWorksheet("Reply"), "the sheet Reply");
  const left = new Set(Object.keys(answers));
  sheet.eachRow((row) => {
    const reference = row.getCell(6).text;
    if (!left.delete(reference)) return;
    row.getCell(3).value = answers[reference] ?? null;
  });
  if (left.size > 0) throw new Error(`no such lines: ${[...left].join(", ")}`);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A workbook with some parts changed, added, or left out (null). */
export async function withParts(
  file: Buffer,
  change: (parts: ReadonlyMap<string, string>) => Readonly<Record<string, string | Buffer | null>>,
): Promise<Buffer> {
  const parts = await unzip(file);
  const texts = new Map([...parts].map(([name, content]) => [name, content.toString("utf8")]));
  for (const [name, content] of Object.entries(change(texts))) {
    if (content === null) parts.delete(name);
    else parts.set(name, Buffer.from(content));
  }
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream);
}

export async function unzip(file: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<OpenZip>((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (fault, opened) => (fault ? reject(fault) : resolve(opened)));
  });
  const parts = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      zip.openReadStream(entry, (fault, stream) => {
        if (fault) {
          reject(fault);
          return;
        }
        buffer(stream).then((content) => {
          if (!entry.fileName.endsWith("/")) parts.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      });
    });
    zip.on("end", resolve).on("error", reject);
    zip.readEntry();
  });
  return parts;
}

/** The part that holds the sheet Reply in a pack as the planner writes it. */
export function replyPart(parts: ReadonlyMap<string, string>): string {
  const sheets = [...parts.keys()].filter((name) => name.startsWith("xl/worksheets/sheet"));
  return `xl/worksheets/sheet${sheets.length - 1}.xml`;
}
