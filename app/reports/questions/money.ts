import { formatFinancialYear } from "../../../scenarios/model/calendar";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import type { LedgerLine } from "../../../scenarios/model/ledger";
import { type Pence, sumPence } from "../../../scenarios/model/money";
import { formatPounds } from "../format-table";
import { joinWords } from "../names";
import { percentOf } from "../per-resident";
import { horizonWords, withoutPrice } from "../table-parts";
import { sumOfKinds, sumOfLines } from "../year-summary";
import type { Question } from "./question";

const COSTS = ["contract", "uplift", "one-off"] as const;

/** The cost of the whole period, and of the first whole financial year, by which people compare. */
export function askCost(evaluation: Evaluation): Question {
  const about = {
    id: "cost",
    question: "What does it cost?",
    page: { path: "lots#yearly-costs", text: "Cost of each contract and lot, by year" },
  } as const;
  if (evaluation.scenario.provisions.length === 0)
    return { ...about, lead: "Nothing yet", rest: ": the plan has no contract, grant or lot." };
  const years = sumOfKinds(evaluation, COSTS);
  const whole = firstWholeYear(evaluation);
  const ofYear =
    whole === null
      ? ""
      : `, of which ${formatPounds(years[whole] ?? 0n)} in ${formatFinancialYear(evaluation.timeline.years[whole] ?? 0)}`;
  const missing = withoutPrice(evaluation);
  const without =
    missing.length === 0 ? "" : `; the price of ${joinWords(missing)} is not known and not in it`;
  return {
    ...about,
    lead: formatPounds(sumPence(years)),
    rest: ` from ${horizonWords(evaluation)}${ofYear}, net of recoverable VAT${without}.`,
    ...(missing.length === 0 ? {} : { tone: "warn" }),
  };
}

/** Those who pay most by name, the districts together, and what nobody pays. */
export function askPayers(evaluation: Evaluation): Question {
  const about = {
    id: "payers",
    question: "Who pays?",
    page: { path: "funding#flow", text: "Who pays for what" },
  } as const;
  const payers = payersOf(evaluation);
  const unfunded = sumPence(evaluation.funding.unfunded);
  const all = sumPence(payers.map(({ amount }) => amount)) + unfunded;
  if (all === 0n) return { ...about, lead: "Nobody", rest: ": there is nothing to pay yet." };
  const [lead, ...more] = fewOf(payers).map(
    ({ name, amount }) => `${name} ${formatPounds(amount)} (${percentWords(amount, all)})`,
  );
  const others = more.length === 0 ? "" : `, ${joinWords(more)}`;
  const missing = `${formatPounds(unfunded)} (${percentWords(unfunded, all)}) is paid by nobody`;
  if (lead === undefined) return { ...about, tone: "bad", lead: "Nobody", rest: `: ${missing}.` };
  return unfunded > 0n
    ? { ...about, tone: "bad", lead, rest: `${others}; ${missing}.` }
    : { ...about, tone: "good", lead, rest: `${others}; all of it is paid for.` };
}

const MOST_PAYERS = 4;

/** A sentence names a few and counts the rest. */
function fewOf(payers: readonly Payer[]): readonly Payer[] {
  if (payers.length <= MOST_PAYERS + 1) return payers;
  const others = payers.slice(MOST_PAYERS);
  const amount = sumPence(others.map((payer) => payer.amount));
  return [...payers.slice(0, MOST_PAYERS), { name: `${others.length} others`, amount }];
}

type Payer = { readonly name: string; readonly amount: Pence };

/** Whose money it is, largest first: each organisation's own funds and top-ups; contributions of all districts as one. */
function payersOf(evaluation: Evaluation): readonly Payer[] {
  const { organisations, fundingSources = [] } = evaluation.scenario;
  const owners = new Map(fundingSources.map(({ id, owner }) => [id, owner]));
  const ownerOf = ({ kind, payer }: LedgerLine) =>
    kind === "source" ? owners.get(payer ?? "") : kind === "top-up" ? payer : undefined;
  const paid = {
    timeline: evaluation.timeline,
    ledger: evaluation.ledger.filter(({ payer }) => payer !== null),
  };
  const contributors = new Set(paid.ledger.filter(isContribution).flatMap(({ payer }) => payer ?? []));
  const contributions = {
    name:
      contributors.size === 1
        ? "one district by its contribution"
        : `${contributors.size} districts by their contributions`,
    amount: sumPence(sumOfLines(paid, isContribution)),
  };
  return [
    ...organisations.map(({ id, name }) => ({
      name,
      amount: sumPence(sumOfLines(paid, (line) => ownerOf(line) === id)),
    })),
    contributions,
  ]
    .filter(({ amount }) => amount > 0n)
    .toSorted((one, other) => (one.amount < other.amount ? 1 : one.amount > other.amount ? -1 : 0));
}

const CONTRIBUTION_KINDS: readonly LedgerLine["kind"][] = ["share", "override", "buy-in"];
const isContribution = ({ kind }: LedgerLine): boolean => CONTRIBUTION_KINDS.includes(kind);

/** A part as a whole percent; what is there but less than half a percent says so. */
function percentWords(part: Pence, whole: Pence): string {
  const percent = Math.round(percentOf(part, whole) ?? 0);
  return percent === 0 && part !== 0n ? "under 1%" : `${percent}%`;
}

/** The place of the first financial year of which the plan has all twelve months; null without one. */
function firstWholeYear({ timeline }: Evaluation): number | null {
  const place = timeline.years.findIndex(
    (_, year) => timeline.yearPlaceOfMonth.filter((of) => of === year).length === 12,
  );
  return place < 0 ? null : place;
}
