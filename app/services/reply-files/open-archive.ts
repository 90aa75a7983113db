import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

/** The parts of a workbook that a reply is read from, or why the file is not read. */
export type OpenedArchive =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly fault: ArchiveFault };

export type ArchiveFault =
  | "empty"
  | "encrypted"
  | "not-a-workbook"
  | "damaged"
  | "macros"
  | "unsafe"
  | "too-large";

/** Gates before anything is parsed: what a spreadsheet program writes stays far below. */
const MOST_ENTRIES = 200;
const MOST_UNPACKED = 50 * 1024 * 1024;
const MOST_RATIO = 100;
/** A part that a reply is read from; a pack's own take a hundredth of it. */
const MOST_PART = 4 * 1024 * 1024;
/** Below this a part may pack as well as it likes: a sheet of empty cells does. */
const SMALL_PART = 256 * 1024;

/** Unpacks a workbook within bounds, each part really counted, whatever its header promises. */
export async function openArchive(file: Buffer): Promise<OpenedArchive> {
  if (file.length === 0) return { ok: false, fault: "empty" };
  if (file.subarray(0, 4).equals(OLE)) return { ok: false, fault: "encrypted" };
  if (!file.subarray(0, 4).equals(ZIP)) return { ok: false, fault: "not-a-workbook" };
  let zip: ZipFile | undefined;
  try {
    zip = await open(file);
    return await readParts(zip, file.length);
  } catch (fault) {
    return { ok: false, fault: fault instanceof Refused ? fault.why : "damaged" };
  } finally {
    zip?.close();
  }
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** Password-protected workbooks, and those from before 2007. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

class Refused extends Error {
  readonly why: ArchiveFault;
  constructor(why: ArchiveFault) {
    super(why);
    this.why = why;
  }
}

function open(file: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (fault, zip) => {
      if (fault)
        reject(/relative path|absolute path|characters/.test(fault.message) ? new Refused("unsafe") : fault);
      else resolve(zip);
    });
  });
}

async function readParts(zip: ZipFile, packed: number): Promise<OpenedArchive> {
  if (zip.entryCount > MOST_ENTRIES) throw new Refused("too-large");
  const parts = new Map<string, Buffer>();
  let unpacked = 0;
  for await (const entry of entriesOf(zip)) {
    refuseEntry(entry);
    if (entry.fileName.endsWith("/")) continue;
    const content = await readEntry(zip, entry, MOST_UNPACKED - unpacked);
    unpacked += content.bytes;
    if (parts.has(entry.fileName)) throw new Refused("unsafe");
    parts.set(entry.fileName, content.kept);
  }
  if (unpacked > packed * MOST_RATIO && unpacked > SMALL_PART) throw new Refused("too-large");
  if (!parts.has("[Content_Types].xml") || !parts.has("xl/workbook.xml")) throw new Refused("not-a-workbook");
  return { ok: true, parts };
}

function refuseEntry({ fileName, compressedSize, uncompressedSize, generalPurposeBitFlag }: Entry): void {
  if ((generalPurposeBitFlag & 1) === 1) throw new Refused("encrypted");
  if (/vbaProject\.bin$|\/macrosheets\//i.test(fileName)) throw new Refused("macros");
  const isBomb = uncompressedSize > SMALL_PART && uncompressedSize > compressedSize * MOST_RATIO;
  if (isBomb || uncompressedSize > MOST_UNPACKED) throw new Refused("too-large");
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (): void => {
        zip.off("entry", onEntry).off("end", onEnd).off("error", onError);
      };
      const onEntry = (found: Entry): void => {
        settle();
        resolve(found);
      };
      const onEnd = (): void => {
        settle();
        resolve(null);
      };
      const onError = (fault: Error): void => {
        settle();
        reject(/relative path|absolute path|characters/.test(fault.message) ? new Refused("unsafe") : fault);
      };
      zip.on("entry", onEntry).on("end", onEnd).on("error", onError);
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

/** Counts what comes out; keeps it as far as a reply may be read from it. No workbook declares a document type. */
async function readEntry(
  zip: ZipFile,
  entry: Entry,
  room: number,
): Promise<{ readonly bytes: number; readonly kept: Buffer }> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (fault, opened) => (fault ? reject(fault) : resolve(opened)));
  });
  const isMarkup = /\.(xml|rels)$/i.test(entry.fileName);
  const kept: Buffer[] = [];
  let bytes = 0;
  let tail = "";
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      const text = isMarkup ? tail + chunk.toString("latin1") : "";
      tail = text.slice(-12);
      if (bytes > room) done(new Refused("too-large"));
      else if (/<!(DOCTYPE|ENTITY)/i.test(text)) done(new Refused("unsafe"));
      else {
        if (isMarkup && bytes <= MOST_PART) kept.push(chunk);
        done();
      }
    },
  });
  await pipeline(stream, count);
  return { bytes, kept: bytes <= MOST_PART ? Buffer.concat(kept) : TOO_LONG };
}

/** Stands for a part that is longer than a reply could need. */
export const TOO_LONG = Buffer.from("too long");
