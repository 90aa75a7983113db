import { formatFinancialYear, formatMonth } from "../../scenarios/model/calendar";
import type { Evaluation, MemberOutcome } from "../../scenarios/model/evaluation";
import type { Pence } from "../../scenarios/model/money";
import type { ContributionRound, RoundMember } from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import { known } from "../reports/table-parts";
import { contributionRow } from "./contribution-sources";
import type { InputPlaces } from "./inputs";
import { FOLLOWS, OPEN_IN_PLANNER, orNone, STATE_COLUMN } from "./planner-state";
import { buyInRow } from "./price-chains";
import { choiceCode } from "./round-inputs";
import { roundSpan } from "./service-sheet";
import { CANNOT } from "./share-formulas";
import {
  cellAddress,
  columnPlaces,
  type Places,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
} from "./sheet";
import { NOTHING } from "./table-sheet";

export type OptionSources = {
  readonly inputs: InputPlaces;
  readonly prices: Places;
  readonly service: Places;
  readonly contributions: Places;
};

const COLUMNS: readonly SheetColumn[] = [
  { id: "round", label: "Round", format: "text" },
  { id: "district", label: "District", format: "text" },
  { id: "choice", label: "Choice", format: "text" },
  { id: "a", label: "A: buys in, over the plan", format: "money" },
  { id: "b-all", label: "B: all join", format: "money" },
  { id: "b-declared", label: "B: the others as declared", format: "money" },
  { id: "b-only", label: "B: no other joins", format: "money" },
  { id: "c", label: "C: own arrangements, to the round", format: "money" },
  { id: "pays", label: "Pays as things stand", format: "money" },
  STATE_COLUMN,
];
const placeOf = columnPlaces(COLUMNS);

/**
 * What each option costs each district over the plan. Buy-in, the share if all join and what is paid follow the
 * assumptions; a share among other payers than those of the choices is the planner's, and says when it no longer is.
 */
export function optionsSheet(evaluation: Evaluation, sources: OptionSources): Sheet {
  const members = (evaluation.scenario.contributions ?? []).flatMap((round) =>
    round.members.map((member, at) => ({ round, member, at })),
  );
  const sheet: Sheet = {
    name: "Options",
    title: "Options of each district",
    note: `Over the plan, in pounds. Where an assumption changes what only the planner can share out, it says "${OPEN_IN_PLANNER}".`,
    columns: COLUMNS,
    rows: members.map(({ round, member, at }, row) =>
      memberRow({ evaluation, round, member, at, row }, sources),
    ),
    frozenColumns: 2,
  };
  return orNone(sheet, "There is no round of contributions");
}

type Place = {
  readonly evaluation: Evaluation;
  readonly round: ContributionRound;
  readonly member: RoundMember;
  /** Among the members of the round. */
  readonly at: number;
  readonly row: number;
};

function memberRow(place: Place, sources: OptionSources): SheetRow {
  const { evaluation, round, member, at, row } = place;
  const outcome = known(evaluation.contributions.get(round.id)?.members[at], `member ${at} of ${round.id}`);
  const path = `/contributions/${round.id}/members/${member.organisation}/choice`;
  const pays = cellsOf(place, sources, "pays").join("+");
  const shares = shareCells(place, sources);
  const figures = ["b-declared", "b-only"].map((id) => cellAddress(row, placeOf(id)));
  const isOpen = `COUNTIF(${figures.join(":")},"${OPEN_IN_PLANNER}")`;
  return {
    id: `${round.id}-${member.organisation}`,
    cells: [
      { value: round.name },
      { value: namesOf(evaluation.scenario).organisation(member.organisation) },
      { value: choiceCode(member.choice), formula: sources.inputs.at(path) },
      buyInCell(place, outcome, sources),
      ...shares,
      { value: 0 },
      { value: pounds(outcome.total), formula: `ROUND(${pays},2)` },
      {
        value: FOLLOWS,
        formula: `IF(${isOpen}=0,"${FOLLOWS}","${OPEN_IN_PLANNER}")`,
      },
    ],
  };
}

/** The cells of a member on the Contributions sheet, year by year. */
function cellsOf(
  { evaluation, round, member }: Place,
  { contributions }: OptionSources,
  column: string,
): string[] {
  return evaluation.timeline.years.map((year) =>
    contributions.cell(contributionRow(round.id, formatFinancialYear(year), member.organisation), column),
  );
}

/** If all join, if the others choose as they do, if no other joins. */
function shareCells(place: Place, sources: OptionSources): SheetCell[] {
  const { evaluation, round, member, row } = place;
  const outlook = known(
    evaluation.ifOthersDecline.get(round.id)?.get(member.organisation),
    `${member.organisation} if others decline`,
  );
  const figures = [outlook.all, outlook.asDeclared, outlook.onlyThisOne].map(sharePounds);
  const rule = `/contributions/${round.id}/whenSomeDecline/rule`;
  const [all = "", declared = "", only = ""] = figures;
  if (round.share === undefined || !sources.inputs.has(rule)) return figures.map((value) => ({ value }));
  const own = (id: string): string => cellAddress(row, placeOf(id));
  const sumOf = (column: string, results: string): string => {
    const shares = cellsOf(place, sources, column);
    return `IF(COUNT(${cellsOf(place, sources, results).join(",")})=${shares.length},ROUND(${sumText(shares)},2),"${CANNOT}")`;
  };
  const unchanged = `${sources.inputs.changed("Rates", "Bases", "Contributions")}=0`;
  const asAll = `OR(${sources.inputs.at(rule)}="fixed-share",${sources.inputs.at(rule)}="scale")`;
  const otherwise = (planner: string | number): string =>
    `IF(${asAll},${own("b-all")},IF(${unchanged},${textOf(planner)},"${OPEN_IN_PLANNER}"))`;
  const takes = `ISNUMBER(FIND("B",${own("choice")}))`;
  const reSpread = `${sources.inputs.at(rule)}="re-spread"`;
  const asDeclared = `IF(${reSpread},${sumOf("share", "result-payers")},${sumOf("share", "result-all")})`;
  return [
    { value: all, formula: sumOf("result-all", "result-all") },
    { value: declared, formula: `IF(${takes},${asDeclared},${otherwise(declared)})` },
    { value: only, formula: otherwise(only) },
  ];
}

/** Sums cells that may hold words. */
const sumText = (cells: readonly string[]): string => `SUM(${cells.join(",")})`;
const textOf = (value: string | number): string => (typeof value === "number" ? String(value) : `"${value}"`);
const sharePounds = (share: Pence | null): number | string => (share === null ? CANNOT : pounds(share));

/** What its units would cost, whether it buys in or not. */
function buyInCell(
  { evaluation, round, member }: Place,
  outcome: MemberOutcome,
  sources: OptionSources,
): SheetCell {
  const row = buyInRow(round.id, member.organisation);
  if (!sources.prices.has(row)) return { value: NOTHING };
  const { timeline } = evaluation;
  const terms = timeline.years.map((year, place) => {
    const month = timeline.months.filter((_, at) => timeline.yearPlaceOfMonth[at] === place).at(-1) ?? 0;
    const text = formatFinancialYear(year);
    const span = roundSpan(round.id);
    const [price, months] = [
      sources.prices.value(row, text),
      sources.service.value(span, formatMonth(month)),
    ];
    return {
      pence: Math.round((price * 100 * months) / 12 + 1e-7),
      formula: `ROUND(${sources.prices.cell(row, text)}*${sources.service.cell(span, formatMonth(month))}/12,2)`,
    };
  });
  const worked = terms.reduce((sum, { pence }) => sum + pence, 0) / 100;
  const bought = outcome.buyIn.reduce((sum, amount) => sum + amount, 0n);
  return {
    value: bought === 0n ? worked : pounds(bought),
    formula: `ROUND(${terms.map(({ formula }) => formula).join("+")},2)`,
  };
}

function pounds(pence: Pence): number {
  return Number(pence) / 100;
}
