import { firstDayOf, formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { LedgerKind } from "../../scenarios/model/ledger";
import { type Names, namesOf } from "../reports/names";
import { PROVISION_KINDS } from "../reports/words";
import { type DataRecord, dataRecords, isCost } from "./data-records";
import type { InputPart } from "./inputs";
import type { InputPlaces } from "./inputs";
import { orNone, withPlannerState } from "./planner-state";
import { EXCEL_EPOCH, type Sheet, type SheetRow } from "./sheet";
import { NOTHING } from "./table-sheet";

/** What a record is about, as a pivot table names it. */
const KINDS: Readonly<Record<LedgerKind, string>> = {
  contract: "Price at the start",
  uplift: "Indexation",
  "one-off": "One-off cost",
  share: "Share of a district",
  override: "Agreed instead of the formula",
  "buy-in": "Buy-in",
  "top-up": "Top-up",
  source: "Funding source",
  unfunded: "Unfunded",
};

/** Cash, priorities and risks are not in the ledger. */
const PARTS: readonly InputPart[] = ["Rates", "Bases", "Dates", "Prices", "Funding", "Contributions"];

/** One flat record a month, provision, source and area, for pivot tables: the ledger as the planner wrote it. */
export function dataSheet(evaluation: Evaluation, inputs: InputPlaces): Sheet {
  const names = namesOf(evaluation.scenario);
  const kinds = new Map(evaluation.scenario.provisions.map(({ id, kind }) => [id, PROVISION_KINDS[kind]]));
  const sheet: Sheet = {
    name: "Data",
    title: "Data for pivot tables",
    note: "One record a month, provision, source and area. Each pound stands once as cost and once as the money that pays for it: choose one side. The money of a year goes over its months as the cost does.",
    columns: [
      { id: "side", label: "Side", format: "text" },
      { id: "kind", label: "Kind", format: "text" },
      { id: "provision", label: "Provision", format: "text" },
      { id: "provision-kind", label: "Kind of provision", format: "text" },
      { id: "source", label: "Source or payer", format: "text" },
      { id: "area", label: "Area", format: "text" },
      { id: "round", label: "Round", format: "text" },
      { id: "year", label: "Financial year", format: "text" },
      { id: "month", label: "Month", format: "date" },
      { id: "amount", label: "Amount", format: "money" },
    ],
    rows: dataRecords(evaluation).map((record, at) => recordRow(record, at, names, kinds)),
    frozenColumns: 1,
    onePageWide: true,
  };
  return withPlannerState(orNone(sheet, "There is no money"), inputs, PARTS);
}

function recordRow(
  record: DataRecord,
  at: number,
  names: Names,
  kinds: ReadonlyMap<string, string>,
): SheetRow {
  const { kind, provision, area, payer, round, year, month, amount } = record;
  return {
    id: `record-${at}`,
    cells: [
      { value: isCost(record) ? "Cost" : kind === "unfunded" ? "Unfunded" : "Money" },
      { value: KINDS[kind] },
      { value: names.provision(provision) },
      { value: kinds.get(provision) ?? NOTHING },
      {
        value: payer === null ? NOTHING : kind === "source" ? names.source(payer) : names.organisation(payer),
      },
      { value: area === null ? NOTHING : names.area(area) },
      { value: round === null ? NOTHING : names.round(round) },
      { value: formatFinancialYear(year) },
      { value: firstDayOf(month) + EXCEL_EPOCH },
      { value: Number(amount) / 100 },
    ],
  };
}
