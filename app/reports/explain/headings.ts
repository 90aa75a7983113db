import type { Evaluation } from "../../../scenarios/model/evaluation";
import type { Address } from "../report-table";
import { type Heading, type Headings, of, REST } from "./heading";
import { PRIORITY_HEADINGS } from "./priority-headings";
import { VAT_HEADINGS } from "./vat-headings";

const eachProvision =
  (...fields: readonly string[]) =>
  ({ scenario }: Evaluation): string[] =>
    scenario.provisions.flatMap(({ id }) => fields.map((field) => `/provisions/${id}/${field}`));

const eachSource = ({ scenario }: Evaluation): string[] =>
  (scenario.fundingSources ?? []).map(({ id }) => `/fundingSources/${id}/certainty`);

const ofLots =
  (...fields: readonly string[]) =>
  (): string[] =>
    fields.map((field) => `/lotStructure/${field}`);

/** What decides a round: its pot and rule, and what each member chose. */
const ofRound = ({ scenario }: Evaluation, id: string): string[] => {
  const round = scenario.contributions?.find((one) => one.id === id);
  const at = `/contributions/${id}`;
  return [
    ...["pot/annual", "share/minimum", "share/maximum", "whenSomeDecline/rule"].map(
      (field) => `${at}/${field}`,
    ),
    ...(round?.share?.weights ?? []).map((_, place) => `${at}/share/weights/${place}/percent`),
    ...(round?.members ?? []).map(({ organisation }) => `${at}/members/${organisation}/choice`),
  ];
};

/** What the areas of a round's members have on its bases. */
const basesOfRound = ({ scenario }: Evaluation, id: string): string[] => {
  const round = scenario.contributions?.find((one) => one.id === id);
  const areas = scenario.areas.filter((area) => round?.members.some((member) => member.area === area.id));
  return areas.flatMap((area) => Object.keys(area.bases).map((basis) => `/areas/${area.id}/bases/${basis}`));
};

const buyIns = (_: Evaluation, id: string): string[] =>
  ["pot/annual", "capacity/access", "buyIn/bands"].map((field) => `/contributions/${id}/${field}`);

const HEADINGS: Headings = {
  contracts: {
    annual: of(
      "The price of a full year at the start, before the premium and indexation, as it is stated with each contract.",
      eachProvision("price/annual"),
    ),
    premium: of(
      "What a short or uncertain contract costs on top of its price, as it is stated with each contract.",
      eachProvision("price/premiumPercent"),
    ),
  },
  "lot-patterns": {
    lots: of("How many lots the blocks of service are divided into."),
    overhead: of("The number of lots by the overhead of a lot, a year.", ofLots("overheadPerLot")),
    direct: of("The envelope of a year less the overhead.", ofLots("envelope", "overheadPerLot")),
    fte: of(
      "Direct money divided by what a full-time worker costs a year.",
      ofLots("envelope", "overheadPerLot", "costPerFte"),
    ),
    "hand-offs": of(
      "For each group of users by what they need: one hand-off for each further lot that holds something that they need, weighted by how many users that is.",
      ofLots("needs"),
    ),
    lost: of(
      "A provider of its own for each lot: the part of what users need that is in the largest lot. Every block that a user needs counts alike.",
      ofLots("needs"),
    ),
  },
  gaps: { days: of("The days of each row from the first to the last; the total adds the rows.") },
  unconfirmed: { days: of("The days of each row from the first to the last; the total adds the rows.") },
  "double-running": {
    days: of(
      "The days on which the same two or more provisions serve the activity in the area.",
      eachProvision("start", "end"),
    ),
    cost: of(
      "On those days all but the dearest of the provisions, each with its recurring cost of the days shared evenly over its activities and areas, without one-off costs.",
      eachProvision("start", "end", "price/annual"),
    ),
  },
  "capacity-": {
    wait: of(
      "Those who wait at the end of the year divided by the capacity of its last month, in weeks: a month is 52 ÷ 12 weeks. For all areas: all who wait by all capacity.",
    ),
    [REST]: of("Each area explains itself; all areas is their sum, in the unit of the activity."),
  },
  "funding-sources": {
    amount: of("What the source has for the year, as it is entered.", eachSource),
    available: of("The amount of the year and what is carried in from the year before.", eachSource),
    [REST]: of(
      "Each source explains itself; the total adds the rows, where the same pounds do not count twice.",
    ),
  },
  "draw-order": {
    agreed: of(
      "What the lines of funding of the provision say, each as far as its source reaches when it is the turn of the provision.",
      eachProvision("drawOrder"),
    ),
    matched: of(
      "What no agreement covers, from sources that may pay for it: services with a statutory duty first, then in the same order.",
      eachProvision("drawOrder"),
    ),
  },
  "funding-certainty": {
    confirmed: of(
      "Money of confirmed sources, and contributions that are signed or confirmed, as far as it pays for a cost of the year.",
      eachSource,
    ),
    indicative: of(
      "Money of indicative sources, contributions that are indicative, and top-ups, as far as it pays for a cost of the year.",
      eachSource,
    ),
    "at-risk": of(
      "Money of sources at risk, and contributions that are asked for or without a reply, as far as it pays for a cost of the year.",
      eachSource,
    ),
    unfunded: of("What is left of the cost of the year when all money that may pay for it is used."),
    cost: of("Confirmed, indicative and at risk, and what is unfunded: the cost of the year."),
    "confirmed-part": of("Confirmed money as a part of the cost of the year."),
  },
  "funding-ends": {
    paid: of("What the source pays for the provision in the last financial year in which it has money."),
    "unfunded-after": of("What nobody pays of the provision in the years after that, for whatever reason."),
  },
  objectives: {
    commitments: of("How many commitments name the objective.", ({ scenario }) =>
      (scenario.commitments ?? []).map(({ id }) => `/commitments/${id}/objective`),
    ),
    provisions: of("How many contracts and lots name one of those commitments."),
    cost: of(
      "What those contracts and lots cost in the period of the plan, each counted once for an objective.",
    ),
  },
  commitments: {
    cost: of(
      "What the contracts and lots that name the commitment cost in the period of the plan, as a whole.",
    ),
  },
  risks: {
    likelihood: of("As judged in the register, 1 to 5."),
    impact: of("As judged in the register, 1 to 5."),
    score: of("Likelihood times impact."),
  },
  "contributions-": {
    "basis-": of("What the area of each member has on this basis, as its source states it.", basesOfRound),
    [REST]: of("Each member explains itself; the total adds the rows.", ofRound),
  },
  "pot-": {
    [REST]: of(
      "From what is asked for in the year to what is short: less shares, less what was agreed instead of the formula, less top-ups. The pot of a full year counts by the part of the year that lies in the period of the round.",
      ofRound,
    ),
  },
  "if-others-decline-": {
    all: of("The member's share when every member takes one.", ofRound),
    "as-declared": of("The member's share when it joins and the others do what they declared.", ofRound),
    only: of("The member's share when it joins and nobody else does.", ofRound),
    [REST]: of(
      "The share of the member is worked out anew for every choice of so many others that leave; the least and the most of those are shown.",
      ofRound,
    ),
  },
  "one-leaves-": {
    missing: of(
      "What is asked for less what the shares of those who stay come to, before any top-up.",
      ofRound,
    ),
    bought: of(
      "The part of its capacity that the pot still buys: all of it, or less under the rule that scales.",
      ofRound,
    ),
    [REST]: of(
      "The shares are worked out anew with the member of the row gone and all others in, by the rule for when some decline.",
      ofRound,
    ),
  },
  "other-bases-": {
    asked: of("The share that the formula of the round asks of each member if all join.", ofRound),
    [REST]: of(
      "The pot of each year by the member's part of this basis alone, cut to whole pence, the pence left over to the largest fractions; without least and most amounts, phasing or collar.",
      basesOfRound,
    ),
  },
  "today-": {
    now: of(
      "What the round states as historic, else what the member's own funds pay for existing contracts in a year.",
    ),
    then: of("Share, what was agreed instead of the formula, and buy-in of the first whole year.", ofRound),
    change: of("What the member pays then less what it pays now."),
  },
  "benefit-": {
    benefit: of(
      "The money that buys capacity, divided among the members as its access is: by new demand where the service is open to all.",
      buyIns,
    ),
    contribution: of("What the member pays over the period.", ofRound),
    difference: of("Benefit less contribution."),
  },
  "fairness-": {
    share: of("The annual pot by the member's blended share, cut to whole pence.", ofRound),
    "stand-alone": of("Its part of the capacity at the prices of a buy-in, bought alone.", buyIns),
    incremental: of("What the capacity of all costs, less what it costs without the member.", buyIns),
    shapley: of(
      "What the member adds to the cost on average over every order in which the members could join.",
      buyIns,
    ),
  },
  ending: {
    price: of(
      "The annual price in force on the last day, with premium and indexation.",
      eachProvision("price/annual", "end"),
    ),
  },
  procurement: {
    float: of(
      "Days until the tender has to be out, so that every step fits before the first day of service. The steps are planned back in whole weeks.",
      ({ scenario }) =>
        scenario.provisions.flatMap(({ id, procurement = {} }) =>
          Object.keys(procurement).map((step) => `/provisions/${id}/procurement/${step}`),
        ),
    ),
  },
  ...VAT_HEADINGS,
  ...PRIORITY_HEADINGS,
};

/** Where a column is explained. A financial year has a slash, which would part the address. */
export const headingAddress = (tableId: string, columnId: string): Address => [
  "column",
  tableId,
  columnId.replaceAll("/", "_"),
];

export type FoundHeading = Heading & { readonly subject: string };

/** What explains a column; null where each figure explains itself, or none needs it. */
export function headingOf(tableId: string, columnId: string): FoundHeading | null {
  for (const [table, columns] of Object.entries(HEADINGS)) {
    const isOne = table === tableId || (table.endsWith("-") && tableId.startsWith(table));
    if (!isOne) continue;
    const begins = Object.keys(columns).find((id) => id.endsWith("-") && columnId.startsWith(id));
    const heading = columns[columnId] ?? (begins === undefined ? columns[REST] : columns[begins]);
    if (heading !== undefined) return { ...heading, subject: tableId.slice(table.length) };
  }
  return null;
}
