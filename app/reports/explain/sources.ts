import { formatFinancialYear } from "../../../scenarios/model/calendar";
import type { Evaluation, SourceYear } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { COST_KINDS } from "../../../scenarios/model/ledger";
import { sumPence } from "../../../scenarios/model/money";
import type { FundingSource } from "../../../scenarios/model/scenario";
import { namesOf } from "../names";
import { ringFenceWords } from "../words";
import type { Explanation, Part } from "./explanation";
import { ALL, sliceAddress } from "./slices";

export type SourceMeasure = "amount" | "carried-in" | "available" | "used" | "unused";

const TITLES: Readonly<Record<SourceMeasure, string>> = {
  amount: "Amount of the year",
  "carried-in": "Carried in",
  available: "Available",
  used: "Used",
  unused: "Unused",
};

/** A figure of a funding source in a financial year. Null when there is no such source, year or figure. */
export function explainSource(
  evaluation: Evaluation,
  id: Id,
  { measure, year }: { readonly measure: string; readonly year: number },
): Explanation | null {
  const { scenario, funding, timeline } = evaluation;
  const place = timeline.years.indexOf(year);
  const source = scenario.fundingSources?.find((one) => one.id === id);
  const ofYear = funding.sources.get(id)?.[place];
  if (source === undefined || ofYear === undefined || !isMeasure(measure)) return null;
  return {
    title: `${TITLES[measure]}: ${source.name}, ${formatFinancialYear(year)}`,
    value: sourceFigure(ofYear, measure),
    kind: "money",
    rule: [RULES[measure], ...(measure === "unused" ? [thenWords(source)] : [])],
    parts: partsOf(evaluation, source, { measure, place, ofYear }).filter(({ value }) => value !== 0n),
    workings: [],
    inputs: [
      `/fundingSources/${id}/amounts/${formatFinancialYear(year)}`,
      `/fundingSources/${id}/carryForward`,
      ...["provisions", "activities", "areas"].map((field) => `/fundingSources/${id}/onlyFor/${field}`),
    ],
  };
}

const isMeasure = (text: string): text is SourceMeasure => Object.hasOwn(TITLES, text);

const RULES: Readonly<Record<SourceMeasure, string>> = {
  amount: "What the source has for the financial year.",
  "carried-in": "What was unused at the end of the year before, where the source may carry money on.",
  available: "The amount of the year and what was carried into it.",
  used: "What it pays for the provisions that it may pay for, as far as they need it.",
  unused: "What is available less what is used: nothing that the source may pay for is left to pay.",
};

const thenWords = ({ carryForward }: FundingSource): string =>
  carryForward === true ? "It is carried to the next year." : "It lapses at the end of the year.";

/** One figure of a source in a year, in pence. */
export function sourceFigure(
  { available, carriedIn, used, unused }: SourceYear,
  measure: SourceMeasure,
): bigint {
  const values = { amount: available - carriedIn, "carried-in": carriedIn, available, used, unused };
  return values[measure];
}

type OfYear = { readonly measure: SourceMeasure; readonly place: number; readonly ofYear: SourceYear };

function partsOf(evaluation: Evaluation, source: FundingSource, { measure, place, ofYear }: OfYear): Part[] {
  const { timeline, scenario, funding } = evaluation;
  const year = timeline.years[place] ?? 0;
  const part = (of: SourceMeasure, label: string): Part => ({
    id: of,
    label,
    value: sourceFigure(ofYear, of),
    to: ["source", source.id, of, String(year)],
  });
  switch (measure) {
    case "amount":
      return [{ id: "stated", label: "As stated with the source", value: sourceFigure(ofYear, "amount") }];
    case "carried-in": {
      const before = timeline.years[place - 1];
      const value = ofYear.carriedIn;
      return before === undefined
        ? [{ id: "before", label: "From before the plan", value }]
        : [
            {
              ...{ id: "before", label: `Unused in ${formatFinancialYear(before)}`, value },
              to: ["source", source.id, "unused", String(before)],
            },
          ];
    }
    case "available":
      return [part("amount", "Amount of the year"), part("carried-in", "Carried in")];
    case "used":
      return scenario.provisions.map(({ id, name }) => ({
        id,
        label: name,
        value: funding.provisions.get(id)?.[place]?.sources.get(source.id) ?? 0n,
        to: sliceAddress({ what: `source-${source.id}`, provision: id, year }),
      }));
    case "unused":
      return [part("available", "Available"), { id: "used", label: "less used", value: -ofYear.used }];
  }
}

/** What is unspent at the end of a year, of the sources where it lapses or of those that carry it on. */
export function explainUnspent(evaluation: Evaluation, then: string, year: number): Explanation | null {
  const { scenario, funding, timeline } = evaluation;
  const place = timeline.years.indexOf(year);
  if (place < 0 || (then !== "lapses" && then !== "carried")) return null;
  const names = namesOf(scenario);
  const sources = (scenario.fundingSources ?? []).filter(
    ({ carryForward }) => (carryForward === true) === (then === "carried"),
  );
  const parts = sources.map(
    (source): Part => ({
      id: source.id,
      label: source.name,
      value: funding.sources.get(source.id)?.[place]?.unused ?? 0n,
      to: ["source", source.id, "unused", String(year)],
    }),
  );
  return {
    title: `${then === "lapses" ? "Unspendable, and lapses at the end of" : "Unspent, and carried on from"} ${formatFinancialYear(year)}`,
    value: sumPence(parts.map(({ value }) => BigInt(value))),
    kind: "money",
    rule: [
      "What each source has left when everything that it may pay for is paid. It helps nobody else, however much is unfunded beside it: each source pays only what its ring-fence allows.",
    ],
    parts: parts.filter(({ value }) => value !== 0n),
    workings: [
      {
        id: "working-ring-fences",
        title: "What each of them may pay for",
        columns: [
          { id: "source", label: "Source", kind: "text" },
          { id: "may-pay-for", label: "May pay for", kind: "text" },
        ],
        rows: sources.map((source) => ({
          id: source.id,
          cells: [source.name, ringFenceWords(source, names)],
        })),
      },
    ],
    inputs: sources.map(({ id }) => `/fundingSources/${id}/amounts/${formatFinancialYear(year)}`),
  };
}

/** What is paid of the cost of a year: the cost less what is unfunded. */
export function explainFunded(evaluation: Evaluation, year: number): Explanation | null {
  const place = evaluation.timeline.years.indexOf(year);
  if (place < 0) return null;
  const cost = sumPence([...evaluation.costs.values()].map(({ years }) => years[place] ?? 0n));
  const unfunded = evaluation.funding.unfunded[place] ?? 0n;
  return {
    title: `Funded in ${formatFinancialYear(year)}`,
    value: cost - unfunded,
    kind: "money",
    rule: ["The cost of the year less what nobody pays."],
    parts: [
      { id: "cost", label: "Cost", value: cost, to: sliceAddress({ what: "cost", year }) },
      { id: "unfunded", label: "less unfunded", value: -unfunded },
    ],
    workings: [],
    inputs: [],
  };
}

/** What contributions come to beyond the cost of what they pay for, in a year or in all: negative, as it is taken off. */
export function explainBeyond({ ledger, timeline }: Evaluation, year: string): Explanation | null {
  const wanted = year === ALL ? undefined : Number(year);
  if (wanted !== undefined && !timeline.years.includes(wanted)) return null;
  const lines = ledger.filter((line) => wanted === undefined || line.year === wanted);
  const isCost = ({ kind }: (typeof lines)[number]): boolean => COST_KINDS.includes(kind);
  const cost = sumPence(lines.filter(isCost).map(({ amount }) => amount));
  const paid = sumPence(lines.filter((line) => !isCost(line)).map(({ amount }) => amount));
  return {
    title: `Contributions beyond the cost${wanted === undefined ? "" : `, ${formatFinancialYear(wanted)}`}`,
    value: cost - paid,
    kind: "money",
    rule: [
      "Contributions count in full, also where they come to more than the cost of what they pay for in the year. That is taken off, so that who pays comes to the cost.",
    ],
    parts: [
      { id: "cost", label: "Cost", value: cost, to: sliceAddress({ what: "cost", year: wanted }) },
      { id: "paid", label: "less paid and unfunded", value: -paid },
    ],
    workings: [],
    inputs: [],
  };
}
