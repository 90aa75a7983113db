import { CONSULTATION, fillIn, makePack, replyPart, ROUND } from "./reply-packs";
import { withParts } from "./workbook-parts";

/** A file that somebody may send back, and what the planner makes of it: a fault, or that it is read. */
export type SpoiltReply = { readonly name: string; readonly file: Buffer; readonly answer: string };

const WHOLE = "A1:XFD1048576";

/** Files that are hostile, wrong or merely odd, made of the packs that somebody writes. */
export async function spoiltReplies(make: typeof makePack = makePack): Promise<readonly SpoiltReply[]> {
  const pack = await fillIn(await make("charnwood"), { [`${ROUND}/decision`]: "We decline" });
  const inReply = (change: (sheet: string) => string): Promise<Buffer> =>
    withParts(pack, (parts) => ({ [replyPart(parts)]: change(parts.get(replyPart(parts)) ?? "") }));
  const before = (tag: string, markup: string) => (sheet: string) => sheet.replace(tag, `${markup}${tag}`);
  const strings = (change: (text: string) => string): Promise<Buffer> =>
    withParts(pack, (parts) => ({ "xl/sharedStrings.xml": change(parts.get("xl/sharedStrings.xml") ?? "") }));
  const traversal = await withParts(pack, () => ({ "aa/aa/etc/passwd.xml": "x" }));
  return [
    {
      name: "a bomb",
      file: await withParts(pack, () => ({ "xl/media/big.bin": Buffer.alloc(60 * 1024 * 1024) })),
      answer: "too-large",
    },
    {
      name: "a bomb of many parts",
      file: await withParts(pack, () =>
        Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`xl/p${at}.xml`, "x"])),
      ),
      answer: "too-large",
    },
    {
      name: "a validation of the whole sheet",
      file: await inReply((sheet) =>
        sheet.replace(
          /<dataValidations.*<\/dataValidations>/,
          `<dataValidations count="1"><dataValidation type="list" sqref="${WHOLE}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
        ),
      ),
      answer: "read",
    },
    {
      name: "a merge of the whole sheet",
      file: await inReply(
        before("<dataValidations", `<mergeCells count="1"><mergeCell ref="${WHOLE}"/></mergeCells>`),
      ),
      answer: "read",
    },
    {
      name: "a name for the whole sheet",
      file: await withParts(pack, (parts) => ({
        "xl/workbook.xml": (parts.get("xl/workbook.xml") ?? "").replace(
          "</definedNames>",
          `<definedName name="all">Reply!$A$1:$XFD$1048576</definedName></definedNames>`,
        ),
      })),
      answer: "read",
    },
    {
      name: "an external entity",
      file: await strings((text) =>
        text
          .replace("<sst", '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst')
          .replace("Charnwood", "&x;"),
      ),
      answer: "unsafe",
    },
    {
      name: "a name of JavaScript",
      file: await strings((text) => text.replace(">Format<", ">__proto__<")),
      answer: "not-a-pack",
    },
    {
      name: "a cell in the last corner",
      file: await inReply(before("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
      answer: "read",
    },
    {
      name: "a path out of the archive",
      file: replaceBytes(traversal, "aa/aa/etc/passwd.xml", "../../etc/passwd.xml"),
      answer: "unsafe",
    },
    { name: "half a file", file: pack.subarray(0, pack.length / 2), answer: "damaged" },
    { name: "something else", file: Buffer.from("%PDF-1.7 not a workbook at all"), answer: "not-a-workbook" },
    { name: "nothing", file: Buffer.alloc(0), answer: "empty" },
    {
      name: "a macro",
      file: await withParts(pack, () => ({ "xl/vbaProject.bin": "macro" })),
      answer: "macros",
    },
    {
      name: "a password",
      file: Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4096)]),
      answer: "encrypted",
    },
    { name: "another organisation's pack", file: await make("melton"), answer: "another-organisation" },
    {
      name: "an older revision",
      file: await make("charnwood", {
        snapshots: CONSULTATION.snapshots.map((one) => ({
          ...one,
          revision: 2,
          contentHash: "cd".repeat(32),
        })),
      }),
      answer: "older-revision",
    },
    {
      name: "another consultation",
      file: await make("charnwood", { id: "autumn" }),
      answer: "another-consultation",
    },
    {
      name: "a changed question",
      file: await strings((text) => text.replaceAll("Do you agree", "Do you refuse")),
      answer: "altered",
    },
    {
      name: "a workbook without a sheet Reply",
      file: await withParts(pack, (parts) => ({
        "xl/workbook.xml": (parts.get("xl/workbook.xml") ?? "").replace('name="Reply"', 'name="Other"'),
      })),
      answer: "no-reply-sheet",
    },
  ];
}

/** Bytes for bytes, so that a zip's own lengths still hold. */
function replaceBytes(file: Buffer, from: string, to: string): Buffer {
  const changed = Buffer.from(file);
  for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from, at + 1))
    changed.write(to, at, "latin1");
  return changed;
}

/** A few bytes changed, taken out or put in, the same for a seed. */
export function mutated(file: Buffer, seed: number): Buffer {
  let state = (seed * 2654435761) >>> 0 || 1;
  const next = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, below);
  };
  const changed = [...file.subarray(0, Math.min(file.length, 400_000))];
  for (let count = 1 + next(8); count > 0; count -= 1) {
    const at = next(changed.length);
    const how = next(10);
    if (how < 8) changed[at] = next(256);
    else changed.splice(at, how === 8 ? 1 + next(16) : 0, ...(how === 9 ? [next(256), next(256)] : []));
  }
  return Buffer.from(changed);
}
