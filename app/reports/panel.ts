import { approximate, parseDecimal } from "../../scenarios/model/rational";
import type { Priorities, PriorityLine } from "../../scenarios/model/scenario";
import {
  cellsOf,
  type Panel,
  type PanelSheet,
  pointsOf,
  type Spread,
  spreadOf,
  WIDE_RANGE,
} from "../../scenarios/panel/panel";
import type { Agreements } from "./panel-agreements";
import { levelName } from "./priorities";
import type { Cell, ReportColumn, ReportTable } from "./report-table";

export const WIDE_WORDS = `${WIDE_RANGE} points or more`;
const FAR_APART = "far apart";

/** The scores that are known: none while the round is open. */
export const sheetsOf = ({ members }: Panel): PanelSheet[] =>
  members.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));

/** Each line with how far apart the panel is on it, and what was agreed. */
export function buildPanelTable(priorities: Priorities, panel: Panel, agreements: Agreements): ReportTable {
  const sheets = sheetsOf(panel);
  return {
    id: "panel-spread",
    title: "How far apart the panel is",
    note: `Of each line the criterion on which scores differ most; a range of ${WIDE_WORDS} is marked. A line opens who scored what, and the form to agree a score.`,
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "people", label: "People who scored it", kind: "whole" },
      { id: "interests", label: "Kept out by an interest", kind: "text" },
      { id: "wide", label: "Criteria and levels far apart", kind: "whole" },
      { id: "range", label: "Widest range", kind: "text" },
      { id: "moderated", label: "Agreed", kind: "text" },
    ],
    rows: priorities.lines.map((line) => {
      const spreads = cellsOf(priorities, line).flatMap((cell) => {
        const spread = spreadOf(pointsOf(sheets, line.id, cell.key));
        return spread === null ? [] : [{ ...spread, criterion: cell.criterion.name }];
      });
      const widest = widestOf(spreads);
      return {
        id: line.id,
        cells: [
          line.name,
          sheets.filter((sheet) => hasScored(sheet[line.id])).length,
          interestsWords(panel, line.id),
          spreads.filter(({ isWide }) => isWide).length,
          widest === undefined ? "No scores" : rangeCell(widest, `${widest.criterion}: `),
          agreedWords(priorities, line, panel, agreements),
        ],
      };
    }),
  };
}

const widestOf = <Wide extends Pick<Spread, "range">>(spreads: readonly Wide[]): Wide | undefined =>
  spreads.toSorted((first, second) => second.range.compare(first.range)).at(0);

/** Whether the panel has agreed the scores of a line, and in whose words. */
export function agreedWords(
  priorities: Priorities,
  line: PriorityLine,
  panel: Panel,
  agreements: Agreements,
): string {
  const agreed = agreements.get(line.id);
  if (agreed?.note != null) return `By ${agreed.by}: ${agreed.note}`;
  if (agreed !== undefined) return `Not: ${agreed.by} changed the scores afterwards and gave no reason`;
  const medians = mediansOf(priorities, line, panel);
  if (Object.keys(medians).length === 0) return "Nobody scored it";
  return differFromPlan(priorities, line, medians) ? "Not yet" : "The medians are the scores of the plan";
}

/** Whether a median is not the score that the plan counts with. */
export function differFromPlan(
  priorities: Priorities,
  line: PriorityLine,
  medians: Readonly<Record<string, string>>,
): boolean {
  return cellsOf(priorities, line).some(({ key, level, criterion }) => {
    const median = medians[key];
    return median !== undefined && !sameScore(level.scores?.[criterion.id], median);
  });
}

/** Who scored what on each criterion of a line, with the spread and the score that the plan counts with now. */
export function buildPanelLineTable(priorities: Priorities, line: PriorityLine, panel: Panel): ReportTable {
  const sheets = sheetsOf(panel);
  const columns: readonly ReportColumn[] = [
    { id: "cell", label: line.levels.length > 1 ? "Level and criterion" : "Criterion", kind: "text" },
    ...panel.members.map(({ person, name }) => ({ id: person, label: name, kind: "text" as const })),
    ...(["Lowest", "Median", "Highest"] as const).map((label) => ({
      ...{ id: label.toLowerCase(), label, kind: "text" as const },
    })),
    { id: "range", label: "Range", kind: "text" },
    { id: "plan", label: "In the plan now", kind: "text" },
  ];
  const rows = cellsOf(priorities, line).map(({ key, level, criterion }) => {
    const spread = spreadOf(pointsOf(sheets, line.id, key));
    return {
      id: key,
      cells: [
        line.levels.length > 1 ? `${levelName(level)}: ${criterion.name}` : criterion.name,
        ...panel.members.map(({ sheet }) =>
          sheet?.[line.id]?.interest ? "Interest" : (sheet?.[line.id]?.points[key] ?? null),
        ),
        ...(spread === null
          ? [null, null, null, null]
          : [
              pointsWords(spread.min),
              pointsWords(spread.median),
              pointsWords(spread.max),
              rangeCell(spread, ""),
            ]),
        level.scores?.[criterion.id] ?? null,
      ],
    };
  });
  return {
    id: "panel-line",
    title: "Who scored what",
    note: `Points from 0 to 100. Who has an interest in a line does not score it. A range of ${WIDE_WORDS} is ${FAR_APART}.`,
    columns,
    rows,
  };
}

/** The middle of a panel's scores by the key of the cell, as the scenario file writes it; none where nobody scored. */
export function mediansOf(priorities: Priorities, line: PriorityLine, panel: Panel): Record<string, string> {
  const sheets = sheetsOf(panel);
  const medians = cellsOf(priorities, line).flatMap(({ key }) => {
    const spread = spreadOf(pointsOf(sheets, line.id, key));
    // Halves of scores with two decimals have three: a score may have two, so the third is rounded half up.
    return spread === null ? [] : [[key, pointsWords(spread.median.round(2))] as const];
  });
  return Object.fromEntries(medians);
}

/** Whether two decimal texts are the same score. */
export const sameScore = (first: string | undefined, second: string): boolean =>
  first !== undefined && parseDecimal(first).equals(parseDecimal(second));

export const hasScored = (scores: PanelSheet[string] | undefined): boolean =>
  scores !== undefined && scores.interest === "" && Object.keys(scores.points).length > 0;

export function interestsWords({ members }: Panel, line: string): string {
  const names = members.flatMap(({ name, interests }) =>
    interests[line] === undefined ? [] : [`${name} (${interests[line]})`],
  );
  return names.length === 0 ? "Nobody" : names.join("; ");
}

export function rangeCell({ range, isWide }: Spread, before: string): Cell {
  const words = `${before}${pointsWords(range)}`;
  return isWide ? { value: words, words: `${words}, ${FAR_APART}`, tone: "warn" } : words;
}

const pointsWords = (points: Spread["median"]): string => String(approximate(points));
