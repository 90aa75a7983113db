import { formatFinancialYear, financialYearOf, monthOf, parseDay } from "../../../scenarios/model/calendar";
import type { CapacityEntry, Provision, Scenario } from "../../../scenarios/model/scenario";
import { namesOf } from "../../reports/names";
import { linePlaces } from "../line-places";
import type { PathGroup } from "../lists";

/** Every value of a provision, in the order in which a contract is described; `provision` is undefined for a new one. */
export function provisionGroups(
  scenario: Scenario,
  provision: Provision | undefined,
  { form }: { readonly form: string | null },
): readonly PathGroup[] {
  const kind = provision?.kind ?? "lot";
  return [
    {
      id: "about",
      legend: "What and who",
      fields: [
        ...["name", "kind", "lead", "provider"],
        ...(kind === "local" ? ["framework"] : []),
        ...(kind === "bridging" ? ["extends"] : []),
      ],
    },
    { id: "scope", legend: "Scope", fields: ["activities", "areas"] },
    {
      id: "period",
      legend: "When",
      fields: [
        ...["start", "end", "certainty", "noticeMonths"],
        ...linePlaces(provision?.extensions ?? [], 1).map((place) => `extensions/${place}/months`),
      ],
    },
    {
      id: "price",
      legend: "Price",
      note: "In pounds, net of recoverable VAT. Without an annual price it is not known, which is not zero.",
      fields: priceFields(provision, form),
    },
    ...lineGroups("one-off", "One-off cost", provision?.oneOffs ?? [], 1, (place) =>
      ["name", "amount", "date"].map((field) => `oneOffs/${place}/${field}`),
    ),
    ...(provision?.capacity ?? []).map((entry, place) => ({
      id: `capacity-${place}`,
      legend: `Capacity: ${namesOf(scenario).activity(entry.activity)}`,
      isSmall: true as const,
      fields: capacityKeys(entry).map((key) => `capacity/${place}/${key}`),
    })),
    ...lineGroups("funding", "Who pays: line", provision?.funding ?? [], 2, (place) =>
      ["source", "annual", "percent", "rest"].map((field) => `funding/${place}/${field}`),
    ),
    {
      id: "procurement",
      legend: "How long the procurement takes",
      isExtra: true,
      fields: STEPS.map((step) => `procurement/${step}Weeks`),
    },
    {
      id: "more",
      legend: "Commitments, VAT and payment",
      isExtra: true,
      fields: ["commitments", "vat/percent", "vat/recoverablePercent", "payment"],
    },
    {
      id: "directory",
      legend: "For the directory of services",
      isExtra: true,
      fields: ["offer", "audience", "eligibility", "access"].map((field) => `directory/${field}`),
    },
  ];
}

const STEPS = ["tender", "evaluation", "approval", "standstill", "mobilisation"];

/** A price is a yearly one with its terms, or a sum for each year. */
function priceFields(provision: Provision | undefined, form: string | null): readonly string[] {
  const price = provision?.price;
  if (provision !== undefined && (form === "schedule" || (price !== undefined && "schedule" in price))) {
    const known = price !== undefined && "schedule" in price ? Object.keys(price.schedule) : [];
    const [first, last] = [provision.start, provision.end].map((day) =>
      financialYearOf(monthOf(parseDay(day))),
    );
    const years = Array.from({ length: Math.min(30, (last ?? 0) - (first ?? 0) + 1) }, (_, place) =>
      formatFinancialYear((first ?? 0) + place),
    );
    return [...new Set([...years, ...known])].toSorted().map((year) => `price/schedule/${year}`);
  }
  return ["annual", "premiumPercent", "index", "firstUplift", "upliftFloor", "upliftCap"].map(
    (term) => `price/${term}`,
  );
}

/** The ways in which capacity is said, and the fields of each. */
export const CAPACITY_FORMS = {
  unitsPerYear: { words: "units a year", keys: ["unitsPerYear"] },
  fte: { words: "staff", keys: ["fte", "openCases", "weeks", "contactHours", "hoursPerCase"] },
  units: { words: "refuge units", keys: ["units", "occupancyPercent", "stayDays"] },
  programmes: { words: "programmes", keys: ["programmes", "places", "startPercent", "completePercent"] },
} as const;

/** The fields of an entry of capacity: what it is for, and those of its way. */
export function capacityKeys(
  entry: CapacityEntry | undefined,
  form: string | null = null,
): readonly string[] {
  const ways = Object.entries(CAPACITY_FORMS);
  const way = ways.find(([key]) => (entry === undefined ? key === form : key in entry)) ?? ways[0];
  return ["activity", "areas", ...(way?.[1].keys ?? [])];
}

/** The lines of a list that stand in the form itself, each under a heading, and some to fill in. */
export function lineGroups(
  id: string,
  legend: string,
  lines: readonly unknown[],
  blank: number,
  fieldsOf: (place: string) => readonly string[],
): readonly PathGroup[] {
  return linePlaces(lines, blank).map((place, number) => ({
    id: `${id}-${number}`,
    legend: `${legend} ${number + 1}`,
    isSmall: true as const,
    ...(number < lines.length ? {} : { note: "Leave it empty if there is none." }),
    fields: fieldsOf(place),
  }));
}
