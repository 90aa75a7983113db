import type { HistoryEntry } from "../services/services";
import { orNone } from "./planner-state";
import { EXCEL_EPOCH, type Sheet, type SheetRow } from "./sheet";
import { NOTHING } from "./table-sheet";

/** A revision as the workbook lists it. */
export type Revision = Pick<
  HistoryEntry,
  "number" | "changeName" | "operations" | "reason" | "author" | "createdAt"
>;

/** Places that one row names; a longer change says how many more there are. */
const MOST_PLACES = 12;

/** The revisions of the scenario, the newest first: what was changed, by whom, when and why. */
export function changesSheet(history: readonly Revision[]): Sheet {
  const sheet: Sheet = {
    name: "Changes",
    title: "Changes",
    note: "Every revision of the scenario, the newest first.",
    columns: [
      { id: "revision", label: "Revision", format: "whole" },
      { id: "what", label: "What", format: "text" },
      { id: "who", label: "Who", format: "text" },
      { id: "when", label: "When (UTC)", format: "moment" },
      { id: "why", label: "Why", format: "text" },
      { id: "count", label: "Places changed", format: "whole" },
      { id: "places", label: "Places in the scenario file", format: "text" },
    ],
    rows: history.map(changeRow),
    frozenColumns: 1,
  };
  return orNone(sheet, "Made from a file: it has no history here");
}

function changeRow({ number, changeName, author, createdAt, reason, operations }: Revision): SheetRow {
  const paths = [...new Set(operations.map(({ path }) => path))];
  const more = paths.length - MOST_PLACES;
  const named = paths.slice(0, MOST_PLACES).join(", ");
  return {
    id: `revision-${number}`,
    cells: [
      { value: number },
      { value: changeName },
      { value: author },
      { value: Date.parse(createdAt) / MILLISECONDS_A_DAY + EXCEL_EPOCH },
      { value: reason ?? NOTHING },
      { value: paths.length },
      { value: paths.length === 0 ? NOTHING : more > 0 ? `${named} and ${more} more` : named },
    ],
  };
}

const MILLISECONDS_A_DAY = 86_400_000;
