import type { ChangeGroup } from "../../../scenarios/compare-scenarios";
import type { ReportTable } from "../report-table";
import { CHANGE_GROUP_WORDS } from "./waterfall";

/** One changed input in words, with the group of changes that it is of. */
export type GroupedChange = {
  readonly group: ChangeGroup;
  readonly path: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
};

/** What was changed in each scenario against the reference. */
export function buildChangesTable(
  scenarios: readonly {
    readonly key: string;
    readonly name: string;
    readonly changes: readonly GroupedChange[];
  }[],
): ReportTable {
  return {
    id: "changes",
    title: "Changed inputs against the reference",
    columns: [
      { id: "scenario", label: "Scenario", kind: "text" },
      { id: "group", label: "Group of changes", kind: "text" },
      { id: "about", label: "What", kind: "text" },
      { id: "from", label: "In the reference", kind: "text" },
      { id: "to", label: "In the scenario", kind: "text" },
    ],
    rows: scenarios.flatMap(({ key, name, changes }) =>
      changes.map(({ group, about, from, to }, place) => ({
        id: `${key}-${place}`,
        cells: [name, CHANGE_GROUP_WORDS[group], about, from, to],
      })),
    ),
  };
}
