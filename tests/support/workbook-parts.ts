import { buffer } from "node:stream/consumers";
import { type Entry, fromBuffer, type ZipFile as OpenZip } from "yauzl";
import { ZipFile } from "yazl";

/** The parts of a workbook by their paths, as they are packed. */
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
