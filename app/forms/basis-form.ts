import type { Area, Scenario } from "../../scenarios/model/scenario";
import { areasInOrder } from "../reports/names";
import { basisWords } from "../reports/words";
import { BASIS } from "./basis-names";
import type { FieldErrors } from "./edit-fields";
import type { FieldGroup } from "./field-group";
import type { ShownField } from "./fields";
import { readCells, sameWords } from "./pasted-cells";
import { readField } from "./read-field";
import { showValue } from "./read-value";

/** A basis of apportionment (rules §3) as one form has it: what it is, where it comes from, a figure for each area. */
export type Basis = {
  readonly name: string;
  readonly unit: string | null;
  readonly source: { readonly title: string; readonly date: string | null } | null;
  /** By the id of the area; an area without a figure is left out. */
  readonly values: Readonly<Record<string, string>>;
};

/** The bases that some area has a figure for, in the order in which the areas list them. */
export const basesOf = ({ areas }: Pick<Scenario, "areas">): readonly string[] => [
  ...new Set(areas.flatMap(({ bases }) => Object.keys(bases))),
];

/** The basis as the scenario has it; `name` null for a new one. */
export function basisOf(scenario: Scenario, name: string | null): Basis {
  if (name === null) return { name: "", unit: null, source: null, values: {} };
  const values = scenario.areas.flatMap(({ id, bases }) => {
    const value = Object.hasOwn(bases, name) ? bases[name] : undefined;
    return value === undefined ? [] : [[id, value] as const];
  });
  const note = (scenario.provenance ?? []).find(
    ({ path, source }) => source !== undefined && values.some(([id]) => path === figureOf(id, name)),
  );
  const source = scenario.sources?.find(({ id }) => id === note?.source);
  return {
    name,
    unit: scenario.basisUnits?.[name] ?? null,
    source: source === undefined ? null : { title: source.title, date: source.date ?? null },
    values: Object.fromEntries(values),
  };
}

export const figureOf = (area: string, basis: string): string => `/areas/${area}/bases/${basis}`;

/** The form of a basis: all areas at once. */
export function basisForm(scenario: Scenario, { name, unit, source, values }: Basis): readonly FieldGroup[] {
  const { hints, ...about } = ABOUT;
  return [
    {
      ...about,
      hints,
      fields: [
        field(BASIS.name, "text", "Name", name === "" ? "" : basisWords(name)),
        field(BASIS.unit, "text", "Counted in", unit ?? ""),
        field(BASIS.source, "text", "Source", source?.title ?? ""),
        field(BASIS.date, "date", "Date of the source", showValue("date", source?.date ?? undefined)),
      ],
    },
    {
      id: "values",
      legend: "Figure of each area",
      isCompact: true,
      fields: areasInOrder(scenario).map((area) => valueField(area, values[area.id])),
    },
  ];
}

const ABOUT = {
  id: "about",
  legend: "What it is",
  hints: {
    [BASIS.name]: "Such as population, recorded crimes or victims",
    [BASIS.unit]: "Such as people, crimes or households (optional)",
    [BASIS.source]:
      "The paper or statistic that all figures come from (optional). It is added to the evidence.",
  },
};

function field(name: string, kind: ShownField["kind"], label: string, value: string): ShownField {
  return { name, kind, label, value, mayBeEmpty: name !== BASIS.name };
}

const valueField = ({ id, name }: Area, value?: string): ShownField =>
  field(BASIS.value(id), "quantity", name, showValue("quantity", value));

type Fields = Readonly<Record<string, string>>;
type Read = { readonly basis: Basis } | { readonly errors: FieldErrors; readonly block: readonly string[] };

/** What was typed and pasted; or every fault, at its field or with the row and column of the block. */
export function readBasis(scenario: Scenario, before: Basis, fields: Fields): Read {
  const shown = basisForm(scenario, before).flatMap((group) => group.fields);
  const typed = shown.map((one) => [one, readField(one, fields[one.name] ?? "")] as const);
  const pasted = readBlock(scenario, fields[BASIS.block] ?? "");
  const errors: Record<string, string> = Object.fromEntries(
    typed.flatMap(([{ name }, read]) => (read.ok ? [] : [[name, read.message]])),
  );
  const read = new Map(typed.map(([{ name }, one]) => [name, one.ok ? textOf(one.value) : null]));
  const values = Object.fromEntries(
    scenario.areas.flatMap(({ id }) => {
      const value = pasted.values.get(id) ?? read.get(BASIS.value(id)) ?? null;
      return value === null ? [] : [[id, value] as const];
    }),
  );
  const title = read.get(BASIS.source) ?? null;
  const date = read.get(BASIS.date) ?? null;
  const basis: Basis = {
    name: sameName(before.name, read.get(BASIS.name) ?? ""),
    unit: read.get(BASIS.unit) ?? null,
    source: title === null ? null : { title, date },
    values,
  };
  if (errors[BASIS.name] === undefined) {
    const fault = faultOfName(scenario, before.name, basis.name);
    if (fault !== null) errors[BASIS.name] = fault;
  }
  if (title === null && date !== null)
    errors[BASIS.source] = "Source is empty: name what the date is of, or take the date away.";
  const known = scenario.sources?.find((one) => sameWords(one.title, title ?? ""));
  if (known?.date !== undefined && date !== null && date !== known.date)
    errors[BASIS.date] =
      `${known.title} is dated ${showValue("date", known.date)} in the evidence: change it there, or give this source another name.`;
  const isEmpty = Object.keys(values).length === 0 && pasted.faults.length === 0;
  const [first] = areasInOrder(scenario);
  if (isEmpty && Object.keys(errors).length === 0 && first !== undefined)
    errors[BASIS.value(first.id)] = "No area has a figure: type at least one, or paste them.";
  return Object.keys(errors).length + pasted.faults.length === 0
    ? { basis }
    : { errors, block: pasted.faults };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** As it is called in the file where the words are those that are shown for it. */
const sameName = (before: string, typed: string): string =>
  before !== "" && sameWords(basisWords(before), typed) ? before : typed;

function faultOfName(scenario: Scenario, before: string, name: string): string | null {
  if (name.length > 100 || name.includes("/"))
    return `Name is “${name}”: write at most 100 characters, without a slash.`;
  if (sameWords(name, "equal") || sameWords(name, "Equal shares") || name in {})
    return `Name is “${name}”: choose another name, this one is reserved.`;
  const others = basesOf(scenario).filter((one) => one !== before);
  return others.some((one) => sameWords(one, name) || sameWords(basisWords(one), name))
    ? `Name is “${name}”: there is a basis of this name; change that one, or choose another name.`
    : null;
}

type Block = { readonly values: ReadonlyMap<string, string>; readonly faults: readonly string[] };

/**
 * A block of a spreadsheet: areas by name, ONS code or id with a figure beside each, or figures alone in the order of the
 * areas. A first row without a figure is a heading.
 */
function readBlock(scenario: Scenario, text: string): Block {
  if (text.trim() === "") return { values: new Map(), faults: [] };
  // A comma is part of a figure here.
  const rows = readCells(text, ";");
  if (rows === null)
    return { values: new Map(), faults: ["This is no table: copy it from a spreadsheet once more."] };
  const body = rows.filter((row, place) => place > 0 || !isHeading(scenario, row));
  const first = rows.length - body.length + 1;
  const areas = areasInOrder(scenario);
  const isByPlace = body.every((row) => row.length === 1);
  if (isByPlace && body.length !== areas.length)
    return {
      values: new Map(),
      faults: [
        `There are ${body.length} figures for ${areas.length} areas: paste one for each area, or the names of the areas beside the figures.`,
      ],
    };
  const values = new Map<string, string>();
  const faults = body.flatMap((row, place): string[] => {
    const [where = "", figure = ""] = isByPlace ? [areas[place]?.id ?? "", row[0] ?? ""] : row;
    const at = `Row ${place + first}`;
    const area = areas.find((one) =>
      [one.id, one.name, one.code ?? one.id].some((word) => sameWords(word, where)),
    );
    if (area === undefined) return [`${at}, area: no area is called “${where}”.`];
    if (values.has(area.id)) return [`${at}, area: ${area.name} stands above already.`];
    const read = readField({ ...valueField(area), mayBeEmpty: false }, figure);
    if (!read.ok) return [`${at}, figure: ${read.message}`];
    values.set(area.id, textOf(read.value) ?? "");
    return [];
  });
  return { values, faults };
}

/** What stands above figures: no area, and no figure beside it. */
function isHeading({ areas }: Scenario, row: readonly string[]): boolean {
  const isArea = areas.some((one) =>
    [one.id, one.name, one.code].some((word) => sameWords(word ?? "", row[0] ?? "")),
  );
  return !isArea && !/\d/.test(row.at(-1) ?? "");
}
