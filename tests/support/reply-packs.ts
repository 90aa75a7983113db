import { createHmac } from "node:crypto";
import ExcelJS from "exceljs";
import { writePartnerPack } from "../../app/workbook/partner-pack/write-pack";
import { askedOf, type Consultation } from "../../scenarios/consultation/consultation";
import type { Scenario } from "../../scenarios/model/scenario";
import { exampleScenario } from "./evaluated-example";
import { found } from "./scenarios";
import { withParts } from "./workbook-parts";

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
    ...{
      organisation,
      consultation: { ...CONSULTATION, ...changes },
      scenarios: ASKED_SCENARIOS,
      earlier: [],
    },
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

/** The same as another program does it: answers stand in the cells themselves, in the parts of the file as they are. */
export function typeIntoParts(pack: Buffer, answers: Readonly<Record<string, string>>): Promise<Buffer> {
  return withParts(pack, (parts) => {
    const texts = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>.*?<\/si>/gs)].map(([markup]) =>
      markup.replace(/<[^>]+>/g, ""),
    );
    const path = replyPart(parts);
    const sheet = Object.entries(answers).reduce((before, [reference, answer]) => {
      const at = texts.indexOf(reference);
      const row = found(new RegExp(`<c r="F(\\d+)"[^>]*><v>${at}</v>`).exec(before)?.[1], reference);
      return before.replace(
        new RegExp(`<c r="C${row}" s="(\\d+)"/>`),
        `<c r="C${row}" s="$1" t="inlineStr"><is><t>${answer}</t></is></c>`,
      );
    }, parts.get(path) ?? "");
    return { [path]: sheet };
  });
}

/** The part that holds the sheet Reply in a pack as the planner writes it. */
export function replyPart(parts: ReadonlyMap<string, string>): string {
  const sheets = [...parts.keys()].filter((name) => name.startsWith("xl/worksheets/sheet"));
  return `xl/worksheets/sheet${sheets.length - 1}.xml`;
}
