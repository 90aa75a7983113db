import { type PreparedRound, prepareRound, takesShare } from "../../scenarios/calculate/prepare-round";
import { sharePot } from "../../scenarios/calculate/share-pot";
import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Pence } from "../../scenarios/model/money";
import {
  approximate,
  parseDecimal,
  type Rational,
  rational,
  sumRationals,
  ZERO,
} from "../../scenarios/model/rational";
import type { ShareRule } from "../../scenarios/model/scenario";
import { YEAR_PARTS } from "../../scenarios/model/timeline";
import { paidByYear, roundOf } from "./contributions";
import { formatPounds } from "./format-table";
import { namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { known, totalRow } from "./table-parts";
import { basisWords } from "./words";

/** How a member's share is worked out, step by step: from its bases to its blended share, and from each year's pot to the penny. */
export type ShareWorking = {
  /** Among whom the pot is shared here, in a sentence. */
  readonly among: string;
  readonly tables: readonly ReportTable[];
};

/** Null when the round shares nothing, or shares in a way that its bounds do not allow. */
export function buildShareWorking(evaluation: Evaluation, roundId: Id, member: Id): ShareWorking | null {
  const { scenario, timeline } = evaluation;
  const { round } = roundOf(evaluation, roundId);
  const prepared = prepareRound(scenario, round, timeline);
  const place = round.members.findIndex(({ organisation }) => organisation === member);
  const self = known(round.members[place], `${member} in ${roundId}`);
  if (round.share === undefined) return null;

  const isSpread = isReSpread(prepared) && takesShare(self);
  const members = round.members.flatMap((other, at) => (!isSpread || takesShare(other) ? [at] : []));
  const sharers = members.map((at) => known(prepared.sharers[at], `member ${at}`));
  const shared = sharePot(round.share, sharers, prepared.pots);
  if (!shared.ok) return null;
  const at = members.indexOf(place);
  const bases = sharers.map(({ area }) => area.bases);
  const parts = basisParts(round.share, bases, at);
  const step: Step = { prepared, shared, at, blended: sumRationals(parts.map(({ adds }) => adds)) };
  return {
    among: amongWords(evaluation, { isSpread, pays: takesShare(self), members: members.length, member }),
    tables: [basesTable(parts, isSpread), yearsTable(evaluation, step, { roundId, member })],
  };
}

function isReSpread({ rule }: PreparedRound): boolean {
  return (rule.rule === "threshold" ? rule.then : rule.rule) === "re-spread";
}

function amongWords(
  evaluation: Evaluation,
  { isSpread, pays, members, member }: { isSpread: boolean; pays: boolean; members: number; member: Id },
): string {
  const name = namesOf(evaluation.scenario).organisation(member);
  if (!pays) return `${name} does not take a share now: this is what it is asked for if all ${members} join.`;
  return isSpread
    ? `The pot is shared afresh among the ${members} that pay.`
    : `The pot is shared among all ${members} members, whoever then declines.`;
}

type BasisPart = {
  readonly basis: string;
  readonly own: Rational;
  readonly all: Rational;
  readonly percent: string;
  readonly adds: Rational;
};

function basisParts(
  { weights }: ShareRule,
  bases: readonly Readonly<Record<string, string>>[],
  at: number,
): readonly BasisPart[] {
  return weights.map(({ basis, percent }) => {
    const figures = bases.map((of) => (basis === "equal" ? rational(1n) : parseDecimal(of[basis] ?? "0")));
    const [own, all] = [figures[at] ?? ZERO, sumRationals(figures)];
    const part = all.equals(0) ? ZERO : own.div(all);
    return { basis, own, all, percent, adds: part.mul(parseDecimal(percent)).div(100n) };
  });
}

const percentOf = (part: Rational): number => approximate(part) * 100;

function basesTable(parts: readonly BasisPart[], isSpread: boolean): ReportTable {
  const columns: readonly ReportColumn[] = [
    { id: "basis", label: "Basis", kind: "text" },
    { id: "own", label: "This district", kind: "quantity" },
    { id: "all", label: isSpread ? "All that pay" : "All members", kind: "quantity" },
    { id: "part", label: "Part", kind: "percent" },
    { id: "weight", label: "Weight", kind: "percent" },
    { id: "adds", label: "Part × weight", kind: "percent" },
  ];
  const rows = parts.map(({ basis, own, all, percent, adds }): ReportRow => {
    const part = all.equals(0) ? null : percentOf(own.div(all));
    return {
      id: basis,
      cells: [basisWords(basis), own.valueOf(), all.valueOf(), part, Number(percent), percentOf(adds)],
    };
  });
  return {
    id: "working-bases",
    title: "From bases to a blended share",
    columns,
    rows,
    total: totalRow(columns, rows, { label: "Blended share", also: ["weight", "adds"] }),
  };
}

type Shared = Extract<ReturnType<typeof sharePot>, { ok: true }>;
type Step = {
  readonly prepared: PreparedRound;
  readonly shared: Shared;
  /** The place of the member among those who share. */
  readonly at: number;
  readonly blended: Rational;
};

function yearsTable(
  evaluation: Evaluation,
  step: Step,
  { roundId, member }: { readonly roundId: Id; readonly member: Id },
): ReportTable {
  const { prepared } = step;
  const outcome = roundOf(evaluation, roundId).outcome.members.find(
    ({ organisation }) => organisation === member,
  );
  const paid = paidByYear(known(outcome, `the outcome of ${member}`));
  const columns: readonly ReportColumn[] = [
    { id: "year", label: "Financial year", kind: "year" },
    { id: "months", label: "Months", kind: "quantity" },
    { id: "pot", label: "Pot", kind: "money" },
    { id: "blended", label: "Pot × blended share", kind: "money" },
    ...(isAdjusted(prepared)
      ? [{ id: "quota", label: adjustmentWords(prepared), kind: "money" } as const]
      : []),
    { id: "floor", label: "Whole pence", kind: "money" },
    { id: "penny", label: "Spare penny", kind: "money" },
    { id: "share", label: "Share", kind: "money" },
    { id: "pays", label: "Pays now", kind: "money" },
  ];
  const rows = prepared.pots.flatMap((pot, year): ReportRow[] =>
    pot.parts === 0n
      ? []
      : [{ id: formatFinancialYear(pot.year), cells: [...yearCells(step, year), paid[year] ?? 0n] }],
  );
  return {
    id: "working-years",
    title: "From each year's pot to the penny",
    note: "Everyone gets its exact part cut to whole pence. The pence left over go one each to the largest fractions; equal fractions go to the larger blended share, then by area code. Pays now: with agreed figures and buy-ins, as chosen.",
    columns,
    rows,
    total: totalRow(columns, rows, { except: ["blended", "quota"] }),
  };
}

function yearCells({ prepared, shared, at, blended }: Step, year: number): Cell[] {
  const pot = known(prepared.pots[year], `pot ${year}`);
  const { numerators, denominator } = known(shared.quotas[year], `quotas ${year}`);
  const numerator = known(numerators[at], `quota ${at}`);
  const share = known(shared.shares[year]?.[at], `share ${at}`);
  const floor = numerator / denominator;
  return [
    formatFinancialYear(pot.year),
    Number(pot.parts * 12n) / Number(YEAR_PARTS),
    pot.amount,
    exactCell(rational(pot.amount).mul(blended)),
    ...(isAdjusted(prepared) ? [exactCell(rational(numerator, denominator))] : []),
    floor,
    share - floor,
    share,
  ];
}

/** Whether something stands between the blended share and the penny. */
function isAdjusted({ round, sharers }: PreparedRound): boolean {
  const { phaseIn, collar } = round.share ?? {};
  const bounded = sharers.some(({ minimum, maximum }) => minimum > 0n || maximum !== null);
  return bounded || phaseIn !== undefined || collar !== undefined;
}

function adjustmentWords({ round }: PreparedRound): string {
  const { phaseIn, collar } = round.share ?? {};
  const first = phaseIn !== undefined ? "phase-in" : collar !== undefined ? "collar" : "";
  return first === "" ? "Within least and most" : `After ${first}, within least and most`;
}

const DIGITS = 10_000n;

/** An exact amount to the hundredth of a penny, with dots where it goes on. */
function exactCell(pence: Rational): Cell {
  const scaled = pence.mul(DIGITS);
  const cut = scaled.floor();
  const whole: Pence = (cut.s * cut.n) / DIGITS;
  const rest = (cut.n % DIGITS).toString().padStart(4, "0").replace(/0+$/, "");
  const goesOn = scaled.equals(cut) ? "" : "…";
  return { value: whole, words: `${formatPounds(whole)}${rest}${goesOn}` };
}
