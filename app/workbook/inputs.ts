import { parseDay } from "../../scenarios/model/calendar";
import type { Provenance } from "../../scenarios/model/scenario";
import { EXCEL_EPOCH, type InputRule, type Sheet, type SheetFormat } from "./sheet";

/** One assumption: where it stands in the scenario file, its name, and its value as a sheet holds it. */
export type Input = {
  readonly path: string;
  /** Where it stands in the file, where that goes by place; null where it is an assumption of the workbook alone. */
  readonly inFile?: string | null;
  readonly name: string;
  readonly value: string | number;
  readonly format: SheetFormat;
  readonly unit: string;
  readonly rule: InputRule;
  readonly provenance?: Provenance;
};

/** The subject of an assumption: what does not follow a change asks for the changes of some subjects. */
export const INPUT_PARTS = [
  "Rates",
  "Bases",
  "Dates",
  "Prices",
  "Funding",
  "Contributions",
  "Cash",
  "Priorities",
  "Risks",
] as const;
export type InputPart = (typeof INPUT_PARTS)[number];

/** Where the formulas of other sheets find an assumption, by its place in the scenario file. */
export type InputPlaces = {
  readonly sheet: Sheet;
  /** Inputs!$C$7; throws where there is no such assumption. */
  readonly at: (path: string) => string;
  readonly has: (path: string) => boolean;
  /** How many assumptions of some subjects, or of all, are no longer the planner's: a formula. */
  readonly changed: (...parts: readonly InputPart[]) => string;
};

const PART_PATTERNS: readonly (readonly [RegExp, InputPart])[] = [
  [/^\/indexes\//, "Rates"],
  [/^\/areas\//, "Bases"],
  [/^\/provisions\/[^/]+\/(start|end)$/, "Dates"],
  [/^\/provisions\/[^/]+\/(payment|vat\/.*)$/, "Cash"],
  [/^\/provisions\/[^/]+\/funding\//, "Funding"],
  [/^\/provisions\//, "Prices"],
  [/^\/fundingSources\//, "Funding"],
  [/^\/contributions\//, "Contributions"],
  [/^\/priorities\//, "Priorities"],
  [/^\/risks\//, "Risks"],
];

/** Example: `/provisions/joint/start` is among the Dates. */
export function partOf(path: string): InputPart {
  return PART_PATTERNS.find(([pattern]) => pattern.test(path))?.[1] ?? "Cash";
}

/**
 * The name of an assumption's cell: its place in the scenario file, as Excel allows names. Example:
 * `/provisions/joint/price/annual` is `provisions.joint.price.annual`.
 */
export function rangeName(path: string): string {
  return path
    .slice(1)
    .replaceAll("/", ".")
    .replaceAll(/[^A-Za-z0-9.]/g, "_");
}

/** The words of a code of the file. Example: `monthly-arrears` is "Monthly arrears". */
export function codeWords(code: string): string {
  return `${code.charAt(0).toUpperCase()}${code.slice(1)}`.replaceAll("-", " ");
}

export function optional<Value>(value: Value | undefined, input: (value: Value) => Input): Input[] {
  return value === undefined ? [] : [input(value)];
}

export function money(path: string, name: string, amount: string): Input {
  return {
    path,
    name,
    value: Number(amount),
    format: "money",
    unit: "pounds",
    rule: { kind: "not-negative" },
  };
}

export function percent(path: string, name: string, value: string): Input {
  return {
    path,
    name,
    value: Number(value) / 100,
    format: "percent",
    unit: "percent",
    rule: { kind: "figure" },
  };
}

export function quantity(path: string, name: string, value: string, unit: string): Input {
  const format = Number.isInteger(Number(value)) ? "whole" : "quantity";
  return { path, name, value: Number(value), format, unit, rule: { kind: "not-negative" } };
}

export function date(path: string, name: string, value: string): Input {
  return {
    path,
    name,
    value: parseDay(value) + EXCEL_EPOCH,
    format: "date",
    unit: "date",
    rule: { kind: "date" },
  };
}

export function choice(path: string, name: string, value: string, choices: readonly string[]): Input {
  return { path, name, value, format: "text", unit: "one of a list", rule: { kind: "choice", choices } };
}
