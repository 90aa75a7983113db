import type { Id } from "../../scenarios/model/identifiers";
import { parseDecimal, type Rational, sumRationals } from "../../scenarios/model/rational";
import type { Priorities, PriorityLevel, PriorityLine } from "../../scenarios/model/scenario";
import { cellsOf, type Panel, pointsOf, type Spread, spreadOf } from "../../scenarios/panel/panel";
import { agreedWords, hasScored, interestsWords, rangeCell, sheetsOf } from "./panel";
import type { Agreements } from "./panel-agreements";
import { benefitCell, choiceName, type Prioritised, pairOf } from "./priorities";
import type { Cell, ReportTable } from "./report-table";

/** A closed round of a panel, and what was agreed since: what a workbook and a decision record say of it. */
export type PanelResult = { readonly panel: Panel; readonly agreements: Agreements };

/** What a panel says of one level of a line. */
export type PanelFinding = {
  readonly scoredBy: string;
  /** How many scored it. */
  readonly people: number;
  readonly interests: string;
  /** The criterion on which scores differ most; null where nobody scored. */
  readonly widest: (Spread & { readonly criterion: string }) | null;
  /** The level's score (rules §9) with the median on each criterion; null where one was not scored. */
  readonly ofMedians: Rational | null;
  readonly agreed: string;
};

export function panelFinding(
  priorities: Priorities,
  { panel, agreements }: PanelResult,
  { line, level }: { readonly line: PriorityLine; readonly level: PriorityLevel },
): PanelFinding {
  const sheets = sheetsOf(panel);
  const cells = cellsOf(priorities, line).filter((cell) => cell.level.id === level.id);
  const spreads = cells.map(({ key, criterion }) => ({
    criterion,
    spread: spreadOf(pointsOf(sheets, line.id, key)),
  }));
  const known = spreads.flatMap(({ criterion, spread }) =>
    spread === null ? [] : [{ ...spread, criterion: criterion.name }],
  );
  const weighted = spreads.flatMap(({ criterion, spread }) =>
    spread === null ? [] : [spread.median.mul(parseDecimal(criterion.weight)).div(100n)],
  );
  const names = panel.members.flatMap(({ name, sheet }) => (hasScored(sheet?.[line.id]) ? [name] : []));
  return {
    people: names.length,
    scoredBy: names.length === 0 ? "Nobody" : names.join("; "),
    interests: interestsWords(panel, line.id),
    widest: known.toSorted((first, second) => second.range.compare(first.range)).at(0) ?? null,
    ofMedians: cells.length > 0 && weighted.length === cells.length ? sumRationals(weighted) : null,
    agreed: agreedWords(priorities, line, panel, agreements),
  };
}

function rangeWords(widest: PanelFinding["widest"], people: number): Cell {
  if (widest === null) return "No scores";
  return people === 1 ? "One score only" : rangeCell(widest, `${widest.criterion}: `);
}

/** Who scored each level, how far apart they were, and what was agreed: a part of the decision record. */
export function buildPanelRecordTable(view: Prioritised, result: PanelResult): ReportTable {
  const { priorities } = view;
  const { panel } = result;
  const isAnswered = ({ id }: PriorityLine): boolean =>
    panel.members.some(({ sheet, interests }) => hasScored(sheet?.[id]) || interests[id] !== undefined);
  const silent = priorities.lines.filter((line) => !isAnswered(line)).map(({ name }) => name);
  const rows = priorities.lines.filter(isAnswered).flatMap((line) =>
    line.levels.map((level) => {
      const choice: { readonly line: Id; readonly level: Id } = { line: line.id, level: level.id };
      const { scoredBy, people, interests, widest, ofMedians, agreed } = panelFinding(priorities, result, {
        line,
        level,
      });
      return {
        id: `${line.id}/${level.id}`,
        cells: [
          choiceName(view, choice),
          scoredBy,
          interests,
          rangeWords(widest, people),
          ofMedians === null ? null : benefitCell(ofMedians),
          level.scores === undefined ? null : benefitCell(pairOf(view, choice).score),
          agreed,
        ],
      };
    }),
  );
  return {
    id: "priorities-panel",
    title: "What the panel said",
    note: `The widest range is the criterion on which scores differ most, in points of 100. ${
      silent.length === 0 ? "Every line was scored." : `Nobody scored ${silent.join("; ")}.`
    }`,
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "by", label: "Scored by", kind: "text" },
      { id: "interests", label: "Kept out by an interest", kind: "text" },
      { id: "range", label: "Widest range", kind: "text" },
      { id: "medians", label: "Score by the medians", kind: "quantity" },
      { id: "score", label: "Score in the plan", kind: "quantity" },
      { id: "agreed", label: "Agreed", kind: "text" },
    ],
    rows,
  };
}
