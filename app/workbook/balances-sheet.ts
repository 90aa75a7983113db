import { mayPay } from "../../scenarios/calculate/eligibility";
import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { type Pence, sumPence } from "../../scenarios/model/money";
import type { Provision } from "../../scenarios/model/scenario";
import { known } from "../reports/table-parts";
import { inDrawingOrder, leftOf, needAfterContributions, paidByLines } from "./agreed-lines";
import { type ContributionPayment, contributionPayments, LEVELS } from "./contribution-payments";
import { sourceRow } from "./funding-places";
import { OPEN_IN_PLANNER } from "./planner-state";
import {
  cellAddress,
  columnLetters,
  columnPlaces,
  type Places,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
} from "./sheet";

const COLUMNS: readonly SheetColumn[] = [
  { id: "provision", label: "Provision", format: "text" },
  { id: "year", label: "Financial year", format: "text" },
  { id: "cost", label: "Cost", format: "money" },
  { id: "confirmed", label: "Contributions, confirmed", format: "money" },
  { id: "indicative", label: "Contributions, indicative", format: "money" },
  { id: "at-risk", label: "Contributions, at risk", format: "money" },
  { id: "need", label: "Unpaid after contributions", format: "money" },
  { id: "agreed", label: "Agreed lines pay", format: "money" },
  { id: "open", label: "Unpaid after agreed lines", format: "money" },
  { id: "open-planner", label: "The same in the planner", format: "money" },
  { id: "left", label: "Left of all money that may pay", format: "money" },
  { id: "left-planner", label: "Left in the planner", format: "money" },
  { id: "matched", label: "Matched by the planner", format: "money" },
  { id: "state", label: "State of the matching", format: "text" },
  { id: "unfunded", label: "Unfunded", format: "money" },
  { id: "counted-confirmed", label: "Confirmed, up to the cost", format: "money" },
  { id: "counted-indicative", label: "Indicative, up to the cost", format: "money" },
  { id: "counted-at-risk", label: "At risk, up to the cost", format: "money" },
];
const placeOf = columnPlaces(COLUMNS);

/** What the matching says where a change has made the planner's no longer its own. */
export const LIVE = "As the planner matched";

export const balanceRow = (provision: Id, year: string): string => `${provision}-${year}`;

export type BalanceSources = {
  readonly monthly: Places;
  readonly contributions: Places;
  readonly lines: Places;
  readonly funding: Places;
};

/**
 * Each provision and year from its cost to what is unfunded. The match of what lines leave open to what sources have
 * left is a maximum flow, which only the planner finds: it stands as long as what it was found for stands.
 */
export function balancesSheet(evaluation: Evaluation, sources: BalanceSources | null): Sheet {
  const { years } = evaluation.timeline;
  const provisions = inDrawingOrder(evaluation);
  const rows = years.flatMap((year, place) =>
    provisions.map((provision, at): SheetRow => {
      const id = balanceRow(provision.id, formatFinancialYear(year));
      if (sources === null) return { id, cells: [] };
      const firstRow = place * provisions.length;
      return {
        id,
        cells: balanceCells(
          evaluation,
          provision,
          { place, row: firstRow + at, firstRow, rows: provisions.length },
          sources,
        ),
      };
    }),
  );
  return {
    name: "Balances",
    title: "From cost to what is unfunded",
    note: `Working: contributions, then agreed lines, then the planner's match. Where an assumption changes what the match was found for, it says "${OPEN_IN_PLANNER}", and nothing is counted as matched.`,
    columns: COLUMNS,
    rows,
    frozenColumns: 2,
  };
}

type Position = {
  readonly place: number;
  readonly row: number;
  readonly firstRow: number;
  readonly rows: number;
};

function balanceCells(
  evaluation: Evaluation,
  provision: Provision,
  position: Position,
  sources: BalanceSources,
): SheetCell[] {
  const { place, row } = position;
  const year = formatFinancialYear(known(evaluation.timeline.years[place], `year ${place}`));
  const own = (column: string): string => cellAddress(row, placeOf(column));
  const ofYear = known(
    evaluation.funding.provisions.get(provision.id)?.[place],
    `${provision.id} in ${year}`,
  );
  const contributions = contributionPayments(evaluation, provision.id, place);
  const agreed = sumPence(ofYear.agreed.values());
  const need = needAfterContributions(evaluation, provision.id, place);
  const [open, matched] = [need - agreed, need - agreed - ofYear.unfunded];
  const left = moneyLeft(evaluation, provision, place);
  const paid = `SUM(${own("confirmed")}:${own("at-risk")})`;
  return [
    { value: provision.name },
    { value: year },
    money(ofYear.cost, sources.monthly.cell(provision.id, year)),
    ...LEVELS.map((level) => levelCell(contributions, level, sources.contributions)),
    money(need, `MAX(0,ROUND(${own("cost")}-${paid},2))`),
    money(agreed, paidByLines(evaluation, place, sources.lines, { provision: provision.id }) ?? "0"),
    money(open, `ROUND(${own("need")}-${own("agreed")},2)`),
    money(open),
    leftCell(evaluation, provision, year, left, sources.funding),
    money(left),
    money(matched),
    stateCell(position, own),
    money(ofYear.unfunded, `ROUND(${own("open")}-IF(${own("state")}="${LIVE}",${own("matched")},0),2)`),
    ...countedCells(ofYear.cost, contributions, own),
  ];
}

function money(amount: Pence, formula?: string): SheetCell {
  const value = Number(amount) / 100;
  return formula === undefined ? { value } : { value, formula };
}

function levelCell(
  payments: readonly ContributionPayment[],
  level: string,
  contributions: Places,
): SheetCell {
  const own = payments.filter((payment) => payment.level === level);
  const amount = sumPence(own.map((payment) => payment.amount));
  return own.length === 0
    ? { value: 0 }
    : money(amount, `ROUND(${own.map(({ row }) => contributions.cell(row, "pays")).join("+")},2)`);
}

/** What all sources that may pay for a provision have left after every agreed line of the year. */
function moneyLeft({ scenario, funding }: Evaluation, provision: Provision, place: number): Pence {
  const sources = (scenario.fundingSources ?? []).filter((source) => mayPay(source, provision));
  return sumPence(sources.map(({ id }) => leftOf(id, funding, place)));
}

function leftCell(
  { scenario }: Evaluation,
  provision: Provision,
  year: string,
  left: Pence,
  funding: Places,
): SheetCell {
  const sources = (scenario.fundingSources ?? []).filter((source) => mayPay(source, provision));
  if (sources.length === 0) return money(0n);
  return money(
    left,
    `ROUND(${sources.map(({ id }) => funding.cell(sourceRow(id, year), "left")).join("+")},2)`,
  );
}

/** The match stands while nothing in the year differs; and where nothing needs to be matched, or nothing can be. */
function stateCell({ firstRow, rows }: Position, own: (column: string) => string): SheetCell {
  const range = (column: string): string => {
    const letters = `$${columnLetters(placeOf(column))}$`;
    return `${letters}${firstRow + 2}:${letters}${firstRow + rows + 1}`;
  };
  const same = `SUMPRODUCT(--(ABS(${range("open")}-${range("open-planner")})>0.004))+SUMPRODUCT(--(ABS(${range("left")}-${range("left-planner")})>0.004))=0`;
  const nothing = `AND(${own("matched")}=0,OR(${own("open")}=0,${own("left")}=0))`;
  return { value: LIVE, formula: `IF(OR(${same},${nothing}),"${LIVE}","${OPEN_IN_PLANNER}")` };
}

/** Of contributions beyond the cost the surest count first. */
function countedCells(
  cost: Pence,
  payments: readonly ContributionPayment[],
  own: (column: string) => string,
): SheetCell[] {
  let room = cost;
  return LEVELS.map((level, at) => {
    const paid = sumPence(payments.filter((payment) => payment.level === level).map(({ amount }) => amount));
    const counted = paid < room ? paid : room;
    room -= counted;
    const before = LEVELS.slice(0, at)
      .map((surer) => `-${own(`counted-${surer}`)}`)
      .join("");
    return money(counted, `ROUND(MIN(${own(level)},${own("cost")}${before}),2)`);
  });
}
