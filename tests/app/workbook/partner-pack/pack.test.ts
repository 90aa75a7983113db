import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readReplyFile } from "../../../../app/services/reply-files/read-file.server";
import { type CheckedReply, checkReply, draftOf } from "../../../../app/workbook/partner-pack/check-reply";
import { parseReply } from "../../../../scenarios/consultation/parse-reply";
import { calculateInLibreOffice, HAS_LIBREOFFICE } from "../../../support/libreoffice";
import { askedHere, CONSULTATION, fillIn, makePack, ROUND, SEAL } from "../../../support/reply-packs";
import { unzip } from "../../../support/workbook-parts";
import { found } from "../../../support/scenarios";

const PACK = await makePack("charnwood");
const ANSWERS = {
  [`${ROUND}/decision`]: "We take options",
  [`${ROUND}/ranks/B`]: 1,
  [`${ROUND}/ranks/A`]: 2,
  [`${ROUND}/buyInUnits`]: 300,
  [`${ROUND}/maximum`]: 50_000.1,
  [`${ROUND}/conditions`]: "= if Blaby joins\n+ a review after a year",
  "/answers/q1": "Yes – the weights are fair",
  "/signOff": "Cabinet",
  "/repliedBy": "A. Officer, head of communities",
} as const;

async function readBack(file: Buffer): Promise<Extract<CheckedReply, { ok: true }>> {
  const read = await readReplyFile(file);
  if (!read.ok) throw new Error(read.fault);
  const expected = { consultation: CONSULTATION, askedOf: askedHere, organisation: null, seal: SEAL };
  const checked = checkReply(read.cells, expected);
  if (!checked.ok) throw new Error(checked.fault);
  return checked;
}

function replyOf({ lines }: Extract<CheckedReply, { ok: true }>) {
  const asked = found(askedHere("charnwood"));
  const taken = lines
    .filter(({ state }) => state === "taken")
    .map(({ reference, value }) => [reference, value] as const);
  return parseReply(draftOf(asked, new Map(taken)), asked);
}

describe("the consultation pack", () => {
  it("has the sections of the partner's page, a sheet to reply on, and one that says which pack it is", async () => {
    const book = await open(PACK);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      "Cover",
      "What is asked",
      "Today",
      "Options",
      "What you get",
      "What you do",
      "If others decline",
      "Working",
      "Certainty",
      "Term and exit",
      "Reply",
      "Identity",
    ]);
    expect(book.worksheets.every(({ state }) => state === "visible")).toBe(true);
  });

  it("is locked everywhere without a password, but for the answers, which take only what can be meant", async () => {
    const reply = found((await open(PACK)).getWorksheet("Reply"));
    const xml = (await unzip(PACK)).get(`xl/worksheets/sheet${reply.id}.xml`)?.toString() ?? "";
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).not.toContain("hashValue");
    const open_ = rowsOf(reply).filter((row) => row.getCell(3).protection.locked === false);
    expect(open_).toHaveLength(rowsOf(reply).length);
    expect(reply.getCell("C2").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"We take options,We decline,Not decided yet"'],
    });
    expect(Object.keys(reply.getCell("A2").style)).not.toContain("protection");
  });

  it("shows the penny that the page shows, as a number", async () => {
    const options = found((await open(PACK)).getWorksheet("Options"));
    const row = found(rowsOf(options).find((one) => one.getCell(1).text === "B: proportionate share"));
    expect(row.getCell(3).value).toBe(60_604.25);
  });

  it("holds no price of a contract and no fund of another, in any part", async () => {
    const text = [...(await unzip(PACK)).values()].map((part) => part.toString("utf8")).join();
    for (const secret of ["930000", "1440000", "210000", "housing-support", "Housing support"]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe("a pack that is filled in", () => {
  it("reads back with every answer beside what was asked", async () => {
    const checked = await readBack(await fillIn(PACK, ANSWERS));
    expect(checked.organisation).toBe("charnwood");
    expect(checked.lines.find(({ reference }) => reference === `${ROUND}/maximum`)).toMatchObject({
      asked: "Your share in 2016/17: £60,604.25, if all join",
      given: "50000.1",
      value: "50000.10",
      state: "taken",
    });
    expect(replyOf(checked)).toEqual({ ok: true, reply: REPLY });
  }, 30_000);

  it.runIf(HAS_LIBREOFFICE)(
    "reads back the same after LibreOffice has saved it",
    async () => {
      const [saved = Buffer.alloc(0)] = await calculateInLibreOffice([await fillIn(PACK, ANSWERS)]);
      expect(replyOf(await readBack(saved))).toEqual({ ok: true, reply: REPLY });
    },
    120_000,
  );

  it("refuses single lines with a remedy, and takes the others", async () => {
    const checked = await readBack(
      await fillIn(PACK, {
        ...ANSWERS,
        [`${ROUND}/maximum`]: "fifty",
        [`${ROUND}/ranks/C`]: 7,
        "/signOff": "The mayor",
      }),
    );
    const refused = checked.lines.filter(({ state }) => state === "refused");
    expect(refused.map(({ reference }) => reference)).toEqual([
      `${ROUND}/ranks/C`,
      `${ROUND}/maximum`,
      "/signOff",
    ]);
    expect(refused[1]?.message).toContain("write pounds, such as 50000.00");
    expect(checked.lines.find(({ reference }) => reference === "/repliedBy")?.state).toBe("taken");
  }, 30_000);

  it("says at the decision's line what is missing in a pack that nobody filled in", async () => {
    const { lines } = await readBack(PACK);
    const missing = lines.filter(({ state }) => state === "refused").map(({ reference }) => reference);
    expect(missing).toEqual([`${ROUND}/decision`, "/signOff", "/repliedBy"]);
  }, 30_000);
});

const REPLY = {
  organisation: "charnwood",
  rounds: [
    {
      scenario: "llr-2015-s1",
      round: "districts",
      decision: "takes-options",
      ranks: { A: 2, B: 1 },
      buyInUnits: "300",
      maximum: "50000.10",
      conditions: "= if Blaby joins\n+ a review after a year",
    },
  ],
  signOff: "cabinet",
  repliedBy: "A. Officer, head of communities",
  answers: { q1: "Yes – the weights are fair" },
};

async function open(file: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ArrayBuffer);
  return book;
}

/** The rows below the header. */
function rowsOf(sheet: ExcelJS.Worksheet): ExcelJS.Row[] {
  return Array.from({ length: sheet.rowCount - 1 }, (_, at) => sheet.getRow(at + 2));
}
