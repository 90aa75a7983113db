import { LIMITS } from "../../scenarios/document/limits";
import { freeId, idFromName } from "../../scenarios/model/identifiers";
import type { LotStructure, Scenario } from "../../scenarios/model/scenario";
import { joinWords } from "../reports/names";
import type { FieldErrors } from "./edit-fields";
import type { FieldGroup } from "./field-group";
import { type ShownField, showField } from "./fields";
import { linePlaces } from "./line-places";
import { readField } from "./read-field";
import { OPTION, type Submission } from "./submission";

const BLOCKS = "/lotStructure/blocks/";
const CHOSEN = "/lotStructure/chosen";
const REASON_WHY = "/lotStructure/chosenReason";
const MONEY = ["envelope", "overheadPerLot", "costPerFte"].map((field) => `/lotStructure/${field}`);

type Fields = Submission["fields"];
type Sent = Pick<Submission, "fields" | "options">;

/** The money of the lot structure, its services, and which of them users need together. */
export function lotForm(scenario: Scenario, { blocks, needs }: LotStructure): readonly FieldGroup[] {
  const show = (name: string): ShownField => showField(scenario, name);
  const names = new Map(blocks.map(({ id, name }) => [id, name]));
  return [
    { id: "money", legend: "Money", fields: MONEY.map(show) },
    {
      id: "services",
      legend: "Services that could be let apart",
      note: servicesNote(blocks.length),
      fields: [
        ...blocks.map(({ id }) => show(`${BLOCKS}${id}/name`)),
        ...newPlaces(Math.min(2, LIMITS.blocks - blocks.length)).map((place) => ({
          ...show(`${BLOCKS}${place}/name`),
          label: "Another service",
        })),
      ],
    },
    ...linePlaces(needs, 2).map((place, number) => {
      const needed = needs[number]?.blocks.map((id) => names.get(id) ?? id);
      return {
        id: `need-${number}`,
        legend: needed === undefined ? "More users" : `Users who need ${joinWords(needed)}`,
        isSmall: true as const,
        ...(number === 0 ? { note: NEEDS_NOTE } : {}),
        fields: ["blocks", "percent"].map((field) => show(`/lotStructure/needs/${place}/${field}`)),
      };
    }),
  ];
}

const NEEDS_NOTE =
  "Say of all users which services they need together; the parts sum to 100 %. A user is handed on once for each further lot that holds something that they need. An emptied part takes its line away.";

function servicesNote(count: number): string {
  const most = `At most ${LIMITS.blocks}, since every way to divide them is compared: ${LIMITS.blocks} services can be divided in 4,140 ways, nine in 21,147.`;
  const full =
    count < LIMITS.blocks ? "" : " All places are taken: put services that nobody would let apart into one.";
  return `${most}${full} With another service the lots have to be chosen again.`;
}

const newPlaces = (count: number): readonly string[] =>
  Array.from({ length: Math.max(0, count) }, (_, place) => (place === 0 ? "-" : `-${place}`));

/** A choice of lots says nothing of a service that it does not know: with a new one it is open again. */
export function prepareLots(seen: Scenario, { fields }: Sent): Fields {
  const adds = Object.entries(fields).some(
    ([name, typed]) => name.startsWith(`${BLOCKS}-`) && typed.trim() !== "",
  );
  if (!adds || seen.lotStructure?.chosen === undefined) return fields;
  return { ...fields, [CHOSEN]: "", [REASON_WHY]: "" };
}

/** Before the id of a block: the number of the lot that it is put into. */
export const LOT_OF = `${OPTION}lot-`;

/** Why these lots; which service is in which lot is asked beside it. */
export function chooseLotsForm(scenario: Scenario): FieldGroup {
  return {
    id: "reason",
    legend: "Reason",
    hints: { [REASON_WHY]: "It stands beside the lots: on Lots, on Overview and in the workbook." },
    fields: [showField(scenario, REASON_WHY)],
  };
}

/** The number of the lot that each block is in now; all in the first where nothing is chosen. */
export function lotNumbers({
  blocks,
  chosen,
}: LotStructure): readonly { id: string; name: string; lot: number }[] {
  return blocks.map(({ id, name }) => {
    const place = (chosen ?? []).findIndex((lot) => lot.includes(id));
    return { id, name, lot: Math.max(0, place) + 1 };
  });
}

/** The lots that the numbers beside the services mean. Without any number the choice is open. */
export function prepareChoice(seen: Scenario, { fields, options }: Sent): Fields {
  const lots = new Map<string, string[]>();
  for (const { id } of seen.lotStructure?.blocks ?? []) {
    const number = options[`${LOT_OF}${id}`] ?? "";
    if (number !== "") lots.set(number, [...(lots.get(number) ?? []), id]);
  }
  const chosen = [...lots.values()].map((lot) => lot.join(" + ")).join(" | ");
  return { ...fields, [CHOSEN]: chosen };
}

/** The names of the inputs for services before there is a lot structure. */
export const FIRST_SERVICES = newPlaces(LIMITS.blocks).map((place) => `${BLOCKS}${place}/name`);

/** What has to be said to begin a lot structure. */
export function beginLotForm(scenario: Scenario): readonly FieldGroup[] {
  return [
    {
      id: "money",
      legend: "Money",
      fields: MONEY.map((name) => showField(scenario, name)),
    },
    {
      id: "services",
      legend: "Services that could be let apart",
      note: `Two to ${LIMITS.blocks}. Which of them users need together is asked next; until then every user is taken to need all of them.`,
      fields: FIRST_SERVICES.map((name, place) => ({
        ...showField(scenario, name),
        label: `Service ${place + 1}`,
        mayBeEmpty: place > 1,
      })),
    },
  ];
}

/** The lot structure that a filled-in form begins, or what is wrong with it. */
export function readFirstLots(
  scenario: Scenario,
  fields: Fields,
): { readonly structure: LotStructure } | { readonly errors: FieldErrors } {
  const groups = beginLotForm(scenario).flatMap((group) => group.fields);
  const read = groups.map((field) => [field.name, readField(field, fields[field.name] ?? "")] as const);
  const errors = read.flatMap(([name, one]) => (one.ok ? [] : [[name, one.message] as const]));
  if (errors.length > 0) return { errors: Object.fromEntries(errors) };
  const values = new Map(read.map(([name, one]) => [name, one.ok ? one.value : undefined]));
  const text = (name: string): string => {
    const value = values.get(name);
    return typeof value === "string" ? value : "";
  };
  const blocks: { id: string; name: string }[] = [];
  for (const name of FIRST_SERVICES.map(text).filter((one) => one !== "")) {
    const taken = blocks.map(({ id }) => id);
    blocks.push({ id: freeId(idFromName(name), taken), name });
  }
  const [envelope = "", overheadPerLot = "", costPerFte = ""] = MONEY.map(text);
  const needs = [{ blocks: blocks.map(({ id }) => id), percent: "100" }];
  return { structure: { envelope, overheadPerLot, costPerFte, blocks, needs } };
}
