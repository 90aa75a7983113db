import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation, SourceYear } from "../../scenarios/model/evaluation";
import type { FundingSource } from "../../scenarios/model/scenario";
import type { Id } from "../../scenarios/model/identifiers";
import { sliceAddress } from "./explain/slices";
import { type SourceMeasure, sourceFigure } from "./explain/sources";
import { type Names, namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { known, moneyNote, totalRow } from "./table-parts";
import { FUNDING_CERTAINTIES, ringFenceWords } from "./words";

const COLUMNS: readonly ReportColumn[] = [
  { id: "source", label: "Source", kind: "text" },
  { id: "owner", label: "Owner", kind: "text" },
  { id: "certainty", label: "Certainty", kind: "text" },
  { id: "may-pay-for", label: "May pay for", kind: "text" },
  { id: "year", label: "Financial year", kind: "year" },
  { id: "amount", label: "Amount of the year", kind: "money" },
  { id: "carried-in", label: "Carried in", kind: "money" },
  { id: "available", label: "Available", kind: "money", sumOf: ["amount", "carried-in"] },
  { id: "used", label: "Used", kind: "money" },
  { id: "unused", label: "Unused", kind: "money" },
  { id: "then", label: "What is unused", kind: "text" },
];

/** What each source has, may pay for and pays, year by year. A pooled total is never called funded. */
export function buildFundingSourcesTable(evaluation: Evaluation): ReportTable {
  const { scenario, timeline, funding } = evaluation;
  const names = namesOf(scenario);
  const rows = (scenario.fundingSources ?? []).flatMap((source) => {
    const years = known(funding.sources.get(source.id), `the years of ${source.id}`);
    return years.map(
      (ofYear, place): ReportRow => ({
        id: `${source.id}-${timeline.years[place]}`,
        cells: [
          ...describe(source, names),
          formatFinancialYear(known(timeline.years[place], `year ${place}`)),
          ...amounts(ofYear, source),
        ],
        explains: explainMeasures(source.id, String(timeline.years[place]), ofYear),
      }),
    );
  });
  return {
    id: "funding-sources",
    title: "Funding sources by year",
    note: moneyNote(
      evaluation,
      "Totals of what is carried in, available and unused are not shown: the same pounds would count twice.",
    ),
    columns: COLUMNS,
    rows,
    total: {
      ...totalRow(COLUMNS, rows, { except: ["carried-in", "available", "unused"] }),
      explains: { used: sliceAddress({ what: "sources" }) },
    },
  };
}

/** What differs from row to row in how it comes about; the other columns say it once, at their heading. */
const MEASURES: readonly SourceMeasure[] = ["carried-in", "used", "unused"];

/** Nothing is explained by itself. */
const explainMeasures = (source: Id, year: string, ofYear: SourceYear): NonNullable<ReportRow["explains"]> =>
  Object.fromEntries(
    MEASURES.filter((measure) => sourceFigure(ofYear, measure) !== 0n).map((measure) => [
      measure,
      ["source", source, measure, year],
    ]),
  );

function describe(source: FundingSource, names: Names): Cell[] {
  const certainty = FUNDING_CERTAINTIES[source.certainty ?? "confirmed"];
  return [
    source.name,
    names.organisation(source.owner),
    certainty === "Confirmed" ? certainty : { value: certainty, words: certainty, tone: "warn" },
    ringFenceWords(source, names),
  ];
}

function amounts(
  { available, carriedIn, used, unused }: SourceYear,
  { carryForward }: FundingSource,
): Cell[] {
  const then = unused === 0n ? null : carryForward === true ? "Carried to the next year" : "Lapses";
  return [available - carriedIn, carriedIn, available, used, unused, then];
}
