import type { Measure } from "../../scenarios/compare-scenarios";
import { parseMoney } from "../../scenarios/model/money";
import { type GroupedBars, groupedBarsChart } from "../charts/grouped-bars";
import { poundsForDrawing, shortPounds } from "../charts/short-figures";
import { waterfallChart } from "../charts/waterfall";
import { type Comparison, FAULTY, figureWords } from "../reports/comparison/comparison";
import {
  buildContributionsComparedTable,
  buildCostByYearTable,
  buildCoverageComparedTable,
} from "../reports/comparison/tables";
import {
  amountOf,
  buildWaterfallTable,
  type Waterfall,
  waterfallSentence,
} from "../reports/comparison/waterfall";
import { type FormattedTable, formatCell, formatTable } from "../reports/format-table";
import type { ReportTable } from "../reports/report-table";

/** A picture, what it says, and the table behind it. */
export type ComparisonFigure = {
  readonly svg: string;
  readonly caption: string;
  readonly table: FormattedTable;
};

/** The pictures of a comparison; one that would be empty is left out. */
export function comparisonFigures(comparison: Comparison): readonly ComparisonFigure[] {
  return [
    figure(comparison, buildCostByYearTable(comparison), {
      rows: comparison.measures.filter(({ explained }) => explained?.id === "cost"),
      nameOf: ({ name }) => name.replace("Cost ", ""),
      caption:
        "What each scenario costs in each financial year. Part years have fewer months; the table marks them.",
    }),
    figure(comparison, buildContributionsComparedTable(comparison), {
      rows: comparison.measures.filter(({ explained }) => explained?.id === "contribution"),
      nameOf: ({ name }) => name.replace("Contribution of ", ""),
      caption: "What each partner contributes over the whole period in each scenario.",
    }),
    figure(comparison, buildCoverageComparedTable(comparison), {
      rows: comparison.measures.filter(({ id }) => id === "gap-days" || id === "unconfirmed-days"),
      nameOf: ({ name }) => name,
      caption: "Days on which a required service is missing in an area, or rests on something unconfirmed.",
    }),
  ].flat();
}

type Drawn = {
  readonly rows: readonly Measure[];
  readonly nameOf: (measure: Measure) => string;
  readonly caption: string;
};

function figure(
  { columns }: Comparison,
  table: ReportTable,
  { rows, nameOf, caption }: Drawn,
): ComparisonFigure[] {
  if (rows.length === 0) return [];
  const isMoney = rows[0]?.unit === "£";
  const bars: GroupedBars = {
    groups: rows.map(nameOf),
    series: columns.map(({ name, evaluation }, place) => ({
      name: evaluation === null ? `${name}: ${FAULTY.toLowerCase()}` : name,
      values: rows.map(({ values }) => lengthOf(values[place] ?? null, isMoney)),
    })),
    format: isMoney ? shortPounds : (value) => formatCell(value, "whole"),
    nothing: "none",
  };
  const text = { id: `picture-${table.id}`, title: table.title, description: caption };
  return [{ svg: groupedBarsChart(bars, text), caption, table: formatTable(table) }];
}

function lengthOf(value: string | null, isMoney: boolean): number | null {
  if (value === null) return null;
  return isMoney ? poundsForDrawing(parseMoney(value)) : Number(value);
}

/** The waterfall as picture and table. */
export function waterfallFigure(
  waterfall: Waterfall,
  names: { readonly first: string; readonly second: string },
): ComparisonFigure {
  const { measure, from, steps, to } = waterfall;
  const caption = waterfallSentence(waterfall, names);
  const drawn = (amount: bigint): number => {
    const value = amountOf(measure, amount);
    return typeof value === "bigint" ? poundsForDrawing(value) : value;
  };
  const svg = waterfallChart(
    {
      from: { name: `Reference: ${names.first}`, value: drawn(from) },
      steps: steps.map(({ name, amount }) => ({ name, amount: drawn(amount) })),
      to: { name: names.second, value: drawn(to) },
      format: measure.unit === "£" ? shortPounds : (value) => figureWords(value, measure),
    },
    { id: "picture-waterfall", title: `Waterfall: ${measure.name}`, description: caption },
  );
  return { svg, caption, table: formatTable(buildWaterfallTable(waterfall, names)) };
}
