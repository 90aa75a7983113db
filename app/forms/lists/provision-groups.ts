import { formatFinancialYear, financialYearOf, monthOf, parseDay } from "../../../scenarios/model/calendar";
import type { Provision } from "../../../scenarios/model/scenario";
import { linePlaces } from "../line-places";
import type { PathGroup } from "../list-rule";

/**
 * Every value of a provision but its lists, in the order in which a contract is described; `provision` is undefined for a
 * new one.
 */
export function provisionGroups(
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
