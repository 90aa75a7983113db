import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { sumPence } from "../../scenarios/model/money";
import { formatCell, formatPounds } from "./format-table";
import { type GrowingWait, growingWaits } from "./growing-waits";
import { largestHolder } from "./largest-holder";
import { namesOf } from "./names";
import { buildNotices, type Notice } from "./notices";
import type { ReportTable } from "./report-table";
import { moneyNote } from "./table-parts";

/** A risk that nobody has to write down, because the figures show it. Its page shows the cause. */
export type RaisedRisk = Pick<Notice, "id" | "tone" | "text" | "page"> & {
  /** What it is and what it is about: "Gap in service: Advocacy". */
  readonly name: string;
};

/** The risks that the figures raise: what is missing first, then what is not sure or not known. */
export function buildRaisedRisks(evaluation: Evaluation): readonly RaisedRisk[] {
  const risks = [
    ...noticedRisks(evaluation),
    ...moneyAtRisk(evaluation),
    ...waitRisks(evaluation),
    ...priceRisks(evaluation),
    ...holderRisk(evaluation),
  ];
  return (["bad", "warn"] as const).flatMap((tone) => risks.filter((risk) => risk.tone === tone));
}

export function buildRaisedRisksTable(evaluation: Evaluation): ReportTable {
  const words = { bad: "Act", warn: "Watch", muted: "Note" } as const;
  return {
    id: "risks-raised",
    title: "Risks that the figures raise",
    note: moneyNote(
      evaluation,
      "Worst first. Each goes away when its cause does; nobody has to write it down.",
    ),
    columns: [
      { id: "risk", label: "Risk", kind: "text" },
      { id: "weight", label: "Weight", kind: "text" },
      { id: "text", label: "What the figures say", kind: "text" },
    ],
    rows: buildRaisedRisks(evaluation).map(({ id, name, tone, text }) => ({
      id,
      cells: [name, words[tone], text],
      tone,
    })),
  };
}

/** The notices that are risks, by how their ids begin. */
const NOTICED: readonly { readonly begins: string; readonly kind: string; readonly name: Naming }[] = [
  { begins: "gap-", kind: "Gap in service", name: ({ activity }, id) => activity(id) },
  { begins: "no-service-", kind: "No capacity at the end", name: ({ activity }, id) => activity(id) },
  { begins: "unfunded-", kind: "Unfunded", name: (_, year) => formatFinancialYear(Number(year)) },
  { begins: "shortfall-", kind: "Shortfall of contributions", name: ({ round }, id) => round(id) },
  { begins: "unconfirmed-", kind: "Service not confirmed", name: ({ activity }, id) => activity(id) },
];

type Naming = (names: ReturnType<typeof namesOf>, subject: string) => string;

function noticedRisks(evaluation: Evaluation): RaisedRisk[] {
  const names = namesOf(evaluation.scenario);
  return buildNotices(evaluation).flatMap(({ id, tone, text, page }) => {
    const noticed = NOTICED.find(({ begins }) => id.startsWith(begins));
    if (noticed === undefined) return [];
    const subject = noticed.name(names, id.slice(noticed.begins.length));
    return [{ id, tone, text, page, name: `${noticed.kind}: ${subject}` }];
  });
}

function moneyAtRisk({ funding, timeline }: Evaluation): RaisedRisk[] {
  const years = funding.byCertainty.map(({ atRisk }) => atRisk);
  const sum = sumPence(years);
  if (sum <= 0n) return [];
  const most = years.reduce((largest, amount) => (amount > largest ? amount : largest));
  const year = formatFinancialYear(timeline.years[years.indexOf(most)] ?? 0);
  const where = most === sum ? `all of it in ${year}` : `most in ${year}: ${formatPounds(most)}`;
  return [
    {
      id: "money-at-risk",
      tone: "warn",
      page: "funding",
      name: "Money at risk",
      text: `${formatPounds(sum)} of the cost is paid from sources at risk or by districts that have only been asked, ${where}.`,
    },
  ];
}

function waitRisks(evaluation: Evaluation): RaisedRisk[] {
  const names = namesOf(evaluation.scenario);
  const waits = growingWaits(evaluation);
  const activities = [...new Set(waits.map(({ activity }) => activity))];
  return activities.map((activity) => {
    const own = waits.filter((wait) => wait.activity === activity);
    const longest = own.reduce((worst, wait) => (wait.weeksAtEnd > worst.weeksAtEnd ? wait : worst));
    return {
      id: `growing-wait-${activity}`,
      tone: "warn",
      page: "capacity",
      name: `A wait that grows: ${names.activity(activity)}`,
      text: waitSentence(own.length, longest, names.area(longest.area)),
    };
  });
}

function waitSentence(areas: number, { weeksBefore, weeksAtEnd, months }: GrowingWait, area: string): string {
  const weeks = (value: number): string => formatCell(value, "quantity");
  const where = areas === 1 ? `in ${area}` : `in ${areas} areas, longest in ${area}`;
  return `The wait grows over the last ${months} months of the plan ${where}: from ${weeks(weeksBefore)} to ${weeks(weeksAtEnd)} weeks.`;
}

function priceRisks({ scenario, costs }: Evaluation): RaisedRisk[] {
  return scenario.provisions
    .filter(({ id }) => costs.get(id)?.priceKnown === false)
    .map(({ id, name }) => ({
      id: `price-of-${id}`,
      tone: "warn",
      page: "lots",
      name: `Price not known: ${name}`,
      text: "Every total lacks what it will cost, so the plan costs more than it says.",
    }));
}

/** Most of the money in one hand is said, not judged. */
function holderRisk(evaluation: Evaluation): RaisedRisk[] {
  const holder = largestHolder(evaluation);
  if (holder === null || holder.percent <= 50) return [];
  const { provider, provisions, cost, percent } = holder;
  const part = `${formatPounds(cost)}, ${formatCell(percent, "percent")} of the known cost`;
  const contracts = provisions.length === 1 ? "one contract" : `${provisions.length} contracts`;
  return [
    {
      id: "largest-holder",
      tone: "warn",
      page: "lots",
      name: `Most of the money in one hand: ${provider ?? provisions[0]?.name ?? ""}`,
      text:
        provider === null
          ? `One contract has ${part}. Its provider is not named yet; if it fails, that much service is without one.`
          : `One provider has ${part}, in ${contracts}. If it fails, that much service is without one.`,
    },
  ];
}
