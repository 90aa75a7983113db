import type { Evaluation } from "../../scenarios/model/evaluation";
import { formatCell, formatDateWords, formatLongMonth } from "./format-table";
import { namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import {
  type Aim,
  type AreaNeed,
  leaveAtDifferentRates,
  monthAt,
  recruitBy,
  type TrajectoryQuestion,
  trajectoryNeeds,
} from "./trajectory";

/** What each area needs to meet the aim, and all areas together. */
export function buildTrajectoryTable(
  evaluation: Evaluation,
  question: TrajectoryQuestion,
  aim: Aim,
): ReportTable {
  const { unit } = activityOf(evaluation, question);
  const names = namesOf(evaluation.scenario);
  const needs = trajectoryNeeds(evaluation, question, aim);
  const rows = needs.map(
    (need): ReportRow => ({ id: need.area, cells: [names.area(need.area), ...cells(need)] }),
  );
  const all: ReportRow = { id: "all-areas", cells: ["All areas", ...cells(sumOf(needs))], subtotal: true };
  const isKnown = (of: (need: AreaNeed) => number | null): boolean => needs.some((need) => of(need) !== null);
  return withoutEmpty(
    {
      id: `trajectory-${aim}`,
      title: aimWords(evaluation, question, aim),
      note: noteOf(evaluation, question),
      columns: columns(evaluation, question, unit),
      rows: needs.length > 1 ? [...rows, all] : rows,
    },
    { fte: isKnown(({ fteNeeded }) => fteNeeded), cost: isKnown(({ poundsAYear }) => poundsAYear) },
  );
}

/** The answer in one sentence with its figures. */
export function trajectorySentence(evaluation: Evaluation, question: TrajectoryQuestion, aim: Aim): string {
  const { unit } = activityOf(evaluation, question);
  const sum = sumOf(trajectoryNeeds(evaluation, question, aim));
  const [from, until] = [question.from, question.by].map((place) =>
    formatLongMonth(monthAt(evaluation, place)),
  );
  const needed = `From ${from} on ${figure(sum.needed)} ${unit} a month are needed; ${figure(sum.planned)} are planned on average until ${until}.`;
  if (sum.more === 0) return `${needed} That is enough.`;
  const fte = sum.fteMore === null ? "" : `, ${figure(sum.fteMore)} FTE`;
  const cost = sum.poundsAYear === null ? "" : `, about ${pounds(sum.poundsAYear).words} a year`;
  const date = formatDateWords(recruitBy(evaluation, question));
  const where = question.area === undefined ? "Where too little is planned" : "So";
  return `${needed} ${where}, ${figure(sum.more)} more are needed${fte}${cost}. Begin to recruit by ${date}.`;
}

/** What is asked, as a title. */
function aimWords(evaluation: Evaluation, question: TrajectoryQuestion, aim: Aim): string {
  const until = formatLongMonth(monthAt(evaluation, question.by));
  return aim === "clear"
    ? `To clear the list by the end of ${until}`
    : `To keep every wait within ${figure(question.waitWeeks)} weeks from the end of ${until} on`;
}

function noteOf(evaluation: Evaluation, question: TrajectoryQuestion): string {
  return [
    "The same capacity every month, area by area, beside what the scenario has in those months on average.",
    ...(leaveAtDifferentRates(evaluation, question)
      ? [
          "Those who wait leave at different rates: the lowest is used, which asks for rather more than for less.",
        ]
      : []),
    "FTE and prices are those of the contract that serves in the last of those months, and shown only where one figure holds.",
  ].join(" ");
}

function columns(
  evaluation: Evaluation,
  { from }: TrajectoryQuestion,
  unit: string,
): readonly ReportColumn[] {
  const start = formatLongMonth(monthAt(evaluation, from));
  return [
    { id: "area", label: "Area", kind: "text" },
    { id: "waiting", label: `Waiting before ${start} (${unit})`, kind: "quantity" },
    { id: "planned", label: `Planned (${unit} a month)`, kind: "quantity" },
    { id: "needed", label: `Needed (${unit} a month)`, kind: "quantity" },
    { id: "more", label: `More than planned (${unit} a month)`, kind: "quantity" },
    { id: "fte-needed", label: "Needed (FTE)", kind: "quantity" },
    { id: "fte-more", label: "More than planned (FTE)", kind: "quantity" },
    { id: "cost", label: "Cost of what is more, a year", kind: "money" },
  ];
}

function cells({ waiting, planned, needed, more, fteNeeded, fteMore, poundsAYear }: AreaNeed): Cell[] {
  return [
    waiting,
    planned,
    needed,
    more,
    fteNeeded,
    fteMore,
    poundsAYear === null ? null : pounds(poundsAYear),
  ];
}

/** A column of which nothing is known is left out. */
function withoutEmpty(
  table: ReportTable,
  known: { readonly fte: boolean; readonly cost: boolean },
): ReportTable {
  const keeps = ({ id }: ReportColumn): boolean =>
    (known.fte || !id.startsWith("fte")) && (known.cost || id !== "cost");
  return {
    ...table,
    columns: table.columns.filter(keeps),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.filter((_, place) => keeps(table.columns[place] as ReportColumn)),
    })),
  };
}

/** All areas together; FTE and cost only where every area has them. */
function sumOf(needs: readonly AreaNeed[]): AreaNeed {
  const sum = (of: (need: AreaNeed) => number): number => needs.reduce((total, need) => total + of(need), 0);
  const sumKnown = (of: (need: AreaNeed) => number | null): number | null =>
    needs.some((need) => of(need) === null) ? null : sum((need) => of(need) ?? 0);
  return {
    area: "all-areas",
    waiting: sum(({ waiting }) => waiting),
    planned: sum(({ planned }) => planned),
    needed: sum(({ needed }) => needed),
    more: sum(({ more }) => more),
    fteNeeded: sumKnown(({ fteNeeded }) => fteNeeded),
    fteMore: sumKnown(({ fteMore }) => fteMore),
    poundsAYear: sumKnown(({ poundsAYear }) => poundsAYear),
  };
}

function activityOf({ scenario }: Evaluation, { activity }: TrajectoryQuestion) {
  const found = scenario.activities.find(({ id }) => id === activity);
  if (found === undefined) throw new Error(`no activity ${activity}`);
  return found;
}

/** An estimate: whole pounds say that it is one. */
function pounds(amount: number): { readonly value: bigint; readonly words: string } {
  const whole = Math.round(amount);
  return { value: BigInt(whole) * 100n, words: `£${formatCell(whole, "whole")}` };
}

function figure(quantity: number): string {
  return formatCell(quantity, "quantity");
}
