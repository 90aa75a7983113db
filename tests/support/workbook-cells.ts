import { unzip, withParts } from "./workbook-parts";

/**
 * The cells of a workbook by sheet and address (`Monthly!B2`), read from its markup: what is in them and nothing about
 * their looks, in a tenth of the time of a library that reads both.
 */
export type Cells = ReadonlyMap<string, CellContent>;
export type CellContent = {
  readonly value: string | number | boolean;
  readonly formula?: string;
};

export async function readCells(file: Buffer): Promise<Cells> {
  const parts = new Map([...(await unzip(file))].map(([name, content]) => [name, content.toString("utf8")]));
  const strings = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item = ""]) =>
      [...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = ""]) => plain(text)).join(""),
  );
  const cells = new Map<string, CellContent>();
  for (const [sheet, part] of sheetParts(parts)) {
    for (const [, attributes = "", content = ""] of (parts.get(part) ?? "").matchAll(CELL)) {
      const cell = readCell(attributes, content, strings);
      if (cell !== null) cells.set(`${sheet}!${/r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? ""}`, cell);
    }
  }
  return cells;
}

/** A cell with something in it. */
const CELL = /<c ([^>]*[^/])>(.*?)<\/c>/gs;

function readCell(attributes: string, content: string, strings: readonly string[]): CellContent | null {
  const formula = /<f[^>]*>(.*?)<\/f>/s.exec(content)?.[1];
  // A formula without a result has nothing to show: whoever compares sees it.
  const value = /<v[^>]*>(.*?)<\/v>/s.exec(content)?.[1] ?? (formula === undefined ? undefined : "");
  if (value === undefined) return null;
  return {
    value: valueOf(/ t="(\w+)"/.exec(` ${attributes}`)?.[1] ?? "n", plain(value), strings),
    ...(formula === undefined ? {} : { formula: plain(formula) }),
  };
}

function valueOf(type: string, value: string, strings: readonly string[]): CellContent["value"] {
  if (type === "n") return value === "" ? value : Number(value);
  if (type === "b") return value === "1";
  return type === "s" ? (strings[Number(value)] ?? "") : value;
}

function plain(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replaceAll(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return named[name] ?? whole;
    return String.fromCodePoint(Number(name.startsWith("#x") ? `0x${name.slice(2)}` : name.slice(1)));
  });
}

/** The sheets by name, each with its part of the package. */
function sheetParts(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const targets = new Map(
    tags(parts.get("xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => [tag["Id"], tag["Target"]]),
  );
  return new Map(
    tags(parts.get("xl/workbook.xml"), "sheet").map((tag) => [
      plain(tag["name"] ?? ""),
      `xl/${targets.get(tag["r:id"])?.replace(/^\/xl\//, "") ?? ""}`,
    ]),
  );
}

function tags(markup = "", name: string): Record<string, string>[] {
  return [...markup.matchAll(new RegExp(`<${name} ([^>]*)>`, "g"))].map(([, attributes = ""]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    ),
  );
}

/** What a cell is changed to, as someone types it. */
export type Typed = {
  readonly sheet: string;
  readonly address: string;
  readonly value: string | number | boolean;
};

/** A workbook with values typed over some of its cells, everything else as it was; an empty text clears a cell. */
export function typeInto(file: Buffer, typed: readonly Typed[]): Promise<Buffer> {
  return withParts(file, (parts) => {
    const changed = new Map<string, string>();
    for (const { sheet, address, value } of typed) {
      const part = sheetParts(parts).get(sheet) ?? "";
      const markup = changed.get(part) ?? parts.get(part) ?? "";
      const cell = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`, "s");
      if (!cell.test(markup)) throw new Error(`no cell ${sheet}!${address}`);
      changed.set(
        part,
        markup.replace(cell, (_, style = "") => `<c r="${address}"${style as string}${typedContent(value)}`),
      );
    }
    return Object.fromEntries(changed);
  });
}

function typedContent(value: Typed["value"]): string {
  if (value === "") return "/>";
  if (typeof value === "boolean") return ` t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === "number") return `><v>${value}</v></c>`;
  const text = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return ` t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** Every formula of a workbook whose value elsewhere differs from the result in the file, in words. */
export function formulaDifferences(
  ours: Cells,
  valueAt: (sheet: string, address: string) => unknown,
): string[] {
  return [...ours].flatMap(([place, { value, formula }]) => {
    if (formula === undefined) return [];
    const [sheet = "", address = ""] = place.split("!");
    const theirs = valueAt(sheet, address);
    if (isSame(value, theirs)) return [];
    return [`${place} =${formula}: ${JSON.stringify(theirs)}, in the file ${JSON.stringify(value)}`];
  });
}

/** Binary floats of the same figure: far closer than a tenth of a penny. */
function isSame(ours: CellContent["value"], theirs: unknown): boolean {
  // LibreOffice saves a truth that has a format of its own as 1 or 0.
  if (typeof ours === "boolean" && typeof theirs === "number") return Number(ours) === theirs;
  if (typeof ours !== "number" || typeof theirs !== "number") return ours === theirs;
  return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
}
