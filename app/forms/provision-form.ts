import type { Provision, Scenario } from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import { type ShownField, showField } from "./fields";

/** Fields that stand together in a form. */
export type FieldGroup = {
  readonly id: string;
  readonly legend: string;
  readonly note?: string;
  /** By the name of a field: what helps to fill it in. */
  readonly hints?: Readonly<Record<string, string>>;
  readonly fields: readonly ShownField[];
};

/** Every single value of a provision that can be edited, in the order in which a contract is described. */
export function provisionForm(scenario: Scenario, provision: Provision): readonly FieldGroup[] {
  const path = `/provisions/${provision.id}`;
  const fields = (names: readonly string[]): ShownField[] =>
    names.map((name) => showField(scenario, `${path}/${name}`));
  const groups = [
    {
      id: "about",
      legend: "What and who",
      fields: fields(["name", "lead", "provider", ...(provision.kind === "local" ? ["framework"] : [])]),
    },
    { id: "period", legend: "When", fields: fields(["start", "end", "certainty", "noticeMonths"]) },
    { id: "price", legend: "Price", note: PRICE_NOTE, fields: fields(priceFields(provision)) },
    { id: "one-offs", legend: "One-off costs", fields: fields(oneOffFields(provision)) },
    { id: "capacity", legend: "Capacity", fields: fields(capacityFields(provision)) },
    {
      id: "funding",
      legend: "Agreed funding",
      ...restNote(scenario, provision),
      fields: fields(fundingFields(provision)),
    },
  ];
  return groups.filter((group) => group.fields.length > 0);
}

const PRICE_NOTE =
  "In pounds, net of recoverable VAT. Without an annual price it is not known, which is not zero.";

/** A price is a yearly one with its terms, or a sum for each year; an unknown one may become a yearly one. */
function priceFields({ price }: Provision): string[] {
  if (price !== undefined && "schedule" in price) {
    return Object.keys(price.schedule).map((year) => `price/schedule/${year}`);
  }
  const terms = ["annual", "premiumPercent", "index", "firstUplift", "upliftFloor", "upliftCap"];
  return terms.map((term) => `price/${term}`);
}

function oneOffFields({ oneOffs = [] }: Provision): string[] {
  return oneOffs.flatMap((_, place) =>
    ["name", "amount", "date"].map((field) => `oneOffs/${place}/${field}`),
  );
}

function capacityFields({ capacity = [] }: Provision): string[] {
  return capacity.flatMap((entry, place) =>
    Object.keys(entry)
      .filter((key) => key !== "activity" && key !== "areas")
      .map((key) => `capacity/${place}/${key}`),
  );
}

function fundingFields({ funding = [] }: Provision): string[] {
  return funding.flatMap((line, place) => {
    if ("rest" in line) return [];
    return [`funding/${place}/${"annual" in line ? "annual" : "percent"}`];
  });
}

function restNote(scenario: Scenario, { funding = [] }: Provision): { readonly note?: string } {
  const rest = funding.find((line) => "rest" in line);
  return rest === undefined ? {} : { note: `${namesOf(scenario).source(rest.source)} pays the rest.` };
}
