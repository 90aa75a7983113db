import { ZipFile } from "yazl";
import { IDENTITY_SHEET, REPLY_SHEET } from "../../workbook/partner-pack/pack-sheets";
import { type ArchiveFault, TOO_LONG } from "./open-archive";

/** A workbook of two sheets and their texts, made anew from what was unpacked: nothing else reaches a parser. */
export type ReplyParts =
  | { readonly ok: true; readonly workbook: Buffer }
  | { readonly ok: false; readonly fault: ArchiveFault | "no-reply-sheet" };

/** Takes the Reply and Identity sheets out of a workbook, whatever program saved it. */
export async function takeReplyParts(parts: ReadonlyMap<string, Buffer>): Promise<ReplyParts> {
  const workbook = textOf(parts, "xl/workbook.xml");
  const relations = textOf(parts, "xl/_rels/workbook.xml.rels");
  const sheets = [REPLY_SHEET, IDENTITY_SHEET].map((name) => sheetPath({ workbook, relations }, name));
  const contents = sheets.map((path) => (path === null ? undefined : parts.get(path)));
  if (contents.includes(undefined)) return { ok: false, fault: "no-reply-sheet" };
  const strings = parts.get("xl/sharedStrings.xml") ?? Buffer.from(NO_STRINGS);
  if ([...contents, strings].includes(TOO_LONG)) return { ok: false, fault: "too-large" };
  const zip = new ZipFile();
  const add = (path: string, content: Buffer | string): void =>
    zip.addBuffer(Buffer.from(content), path, { compress: false });
  add("[Content_Types].xml", CONTENT_TYPES);
  add("_rels/.rels", relationsOf([["officeDocument", "xl/workbook.xml"]]));
  add("xl/workbook.xml", WORKBOOK);
  add(
    "xl/_rels/workbook.xml.rels",
    relationsOf([
      ["worksheet", "worksheets/sheet1.xml"],
      ["worksheet", "worksheets/sheet2.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]),
  );
  contents.forEach((content, at) => add(`xl/worksheets/sheet${at + 1}.xml`, content ?? ""));
  add("xl/sharedStrings.xml", strings);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return { ok: true, workbook: Buffer.concat(chunks) };
}

function textOf(parts: ReadonlyMap<string, Buffer>, path: string): string {
  return parts.get(path)?.toString("utf8") ?? "";
}

/** The part that holds a sheet: its name leads to a relation, the relation to a path. */
function sheetPath(
  { workbook, relations }: { readonly workbook: string; readonly relations: string },
  name: string,
): string | null {
  const sheet = tagsOf(workbook, "sheet").find((tag) => attribute(tag, "name") === name);
  const id = sheet === undefined ? null : attribute(sheet, "id");
  const relation = tagsOf(relations, "Relationship").find(
    (tag) => id !== null && attribute(tag, "Id") === id,
  );
  const target = relation === undefined ? null : attribute(relation, "Target");
  if (target === null) return null;
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function tagsOf(markup: string, name: string): readonly string[] {
  return markup.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]{0,2000}>`, "g")) ?? [];
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? null;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const NO_STRINGS = `${HEAD}<sst xmlns="${MAIN}"></sst>`;
const WORKBOOK = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${REPLY_SHEET}" sheetId="1" r:id="rId1"/><sheet name="${IDENTITY_SHEET}" sheetId="2" r:id="rId2"/></sheets></workbook>`;
const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`;

function relationsOf(targets: readonly (readonly [kind: string, target: string])[]): string {
  const all = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
}
