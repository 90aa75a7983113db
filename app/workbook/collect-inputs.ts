import { PAYMENT_TERMS, type PaymentTerms, RECEIPTS } from "../../scenarios/calculate/cash";
import { recoverableOf } from "../../scenarios/calculate/vat";
import type { ContributionRound, FundingSource, Provision, Scenario } from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import { basisWords } from "../reports/words";
import { choice, codeWords, date, type Input, money, optional, percent, quantity } from "./inputs";
import { priorityInputs, riskInputs } from "./priority-inputs";
import { roundInputs } from "./round-inputs";

/** Every assumption of a scenario that the formulas of the workbook read, in the order of the file. */
export function collectInputs(scenario: Scenario): readonly Input[] {
  const provenance = new Map((scenario.provenance ?? []).map((entry) => [entry.path, entry]));
  const inputs = [
    ...indexInputs(scenario),
    ...baseInputs(scenario),
    ...scenario.provisions.flatMap((provision) => provisionInputs(provision, namesOf(scenario).source)),
    ...(scenario.fundingSources ?? []).flatMap(sourceInputs),
    ...(scenario.contributions ?? []).flatMap((round) => roundInputs(scenario, round)),
    ...priorityInputs(scenario),
    ...riskInputs(scenario),
    receiptsInput(),
  ];
  return inputs.map((input) => {
    const entry = provenance.get(input.inFile ?? input.path);
    return entry === undefined ? input : { ...input, provenance: entry };
  });
}

/** Where the assumption stands that the file has no place for: when the money of a year comes in. */
export const RECEIPTS_PATH = "/cash/receipts";
export const RECEIPT_WORDS: Readonly<Record<(typeof RECEIPTS)[number], string>> = {
  april: "At the start of the year",
  quarterly: "Quarterly",
  monthly: "Monthly",
};

function receiptsInput(): Input {
  const name = "Cash: when the money of a year comes in";
  const words = RECEIPTS.map((receipts) => RECEIPT_WORDS[receipts]);
  return { ...choice(RECEIPTS_PATH, name, RECEIPT_WORDS.quarterly, words), inFile: null };
}

/** Terms as the workbook says them. Example: `monthly-arrears` is "Monthly arrears". */
export const termsWords = (terms: PaymentTerms | undefined): string => codeWords(terms ?? "monthly-arrears");

function indexInputs({ indexes = [] }: Scenario): Input[] {
  return indexes.flatMap(({ id, name, rates }) =>
    Object.entries(rates).map(([year, rate]) =>
      percent(`/indexes/${id}/rates/${year}`, `${name}, ${year}`, rate),
    ),
  );
}

/** The figures by which shares are worked out: of the areas and bases that a round uses. */
function baseInputs({ areas, basisUnits = {}, contributions = [] }: Scenario): Input[] {
  return areas.flatMap(({ id, name, bases }) =>
    Object.entries(bases)
      .filter(([basis]) => contributions.some((round) => isBasisOf(round, id, basis)))
      .map(([basis, value]) =>
        quantity(
          `/areas/${id}/bases/${basis}`,
          `${name}: ${basisWords(basis)}`,
          value,
          basisUnits[basis] ?? "",
        ),
      ),
  );
}

function isBasisOf(round: ContributionRound, area: string, basis: string): boolean {
  const weighted = (round.share?.weights ?? []).some((weight) => weight.basis === basis);
  return weighted && round.members.some((member) => member.area === area);
}

function provisionInputs(
  { id, name, start, end, price, payment, vat, oneOffs = [], funding = [] }: Provision,
  source: (id: string) => string,
): Input[] {
  const path = `/provisions/${id}`;
  return [
    date(`${path}/start`, `${name}: first day`, start),
    date(`${path}/end`, `${name}: last day`, end),
    choice(`${path}/payment`, `${name}: paid`, termsWords(payment), PAYMENT_TERMS.map(termsWords)),
    ...(vat === undefined ? [] : vatInputs(path, name, vat)),
    ...(price === undefined ? [] : priceInputs(path, name, price)),
    ...oneOffs.flatMap((oneOff, place) => [
      money(`${path}/oneOffs/${place}/amount`, `${name}: ${oneOff.name}`, oneOff.amount),
      date(`${path}/oneOffs/${place}/date`, `${name}: ${oneOff.name}, date`, oneOff.date),
    ]),
    ...funding.flatMap((line, place) => {
      const of = `${path}/funding/${place}`;
      if ("annual" in line)
        return [money(`${of}/annual`, `${name}: from ${source(line.source)}, a year`, line.annual)];
      if ("percent" in line)
        return [
          percent(`${of}/percent`, `${name}: part of the cost from ${source(line.source)}`, line.percent),
        ];
      return [];
    }),
  ];
}

function vatInputs(path: string, name: string, vat: NonNullable<Provision["vat"]>): Input[] {
  return [
    percent(`${path}/vat/percent`, `${name}: VAT`, vat.percent),
    percent(`${path}/vat/recoverablePercent`, `${name}: VAT that can be recovered`, recoverableOf(vat)),
  ];
}

function priceInputs(path: string, name: string, price: NonNullable<Provision["price"]>): Input[] {
  if ("schedule" in price) {
    return Object.entries(price.schedule).map(([year, amount]) =>
      money(`${path}/price/schedule/${year}`, `${name}: price ${year}`, amount),
    );
  }
  const of = `${path}/price`;
  return [
    money(`${of}/annual`, `${name}: price a year`, price.annual),
    ...optional(price.premiumPercent, (value) => percent(`${of}/premiumPercent`, `${name}: premium`, value)),
    ...optional(price.firstUplift, (value) => date(`${of}/firstUplift`, `${name}: first uplift`, value)),
    ...optional(price.upliftFloor, (value) => percent(`${of}/upliftFloor`, `${name}: least uplift`, value)),
    ...optional(price.upliftCap, (value) => percent(`${of}/upliftCap`, `${name}: most uplift`, value)),
  ];
}

function sourceInputs({ id, name, amounts }: FundingSource): Input[] {
  return Object.entries(amounts).map(([year, amount]) =>
    money(`/fundingSources/${id}/amounts/${year}`, `${name}: ${year}`, amount),
  );
}
