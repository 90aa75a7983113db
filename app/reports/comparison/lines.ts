import type { Id } from "../../../scenarios/model/identifiers";
import { inOrOut } from "../priorities";
import type { Cell, ReportTable } from "../report-table";
import { type ComparedColumn, type Comparison, FAULTY, planIn } from "./comparison";

/**
 * What the plan of each scenario does with each line, in the order of the first that has it. Null where no scenario has a
 * plan. Without the lines that all treat alike where `hideEqual` says so.
 */
export function buildLinesComparedTable(
  { columns }: Pick<Comparison, "columns">,
  { hideEqual = false }: { readonly hideEqual?: boolean } = {},
): ReportTable | null {
  const views = columns.flatMap((column) => planIn(column) ?? []);
  if (views.length === 0) return null;
  const names = new Map<Id, string>();
  for (const { id, name } of views.flatMap(({ priorities }) => priorities.lines))
    if (!names.has(id)) names.set(id, name);
  const rows = [...names].map(([id, name]) => ({
    id,
    name,
    words: columns.map((column) => stateOf(column, id)),
  }));
  return {
    id: "lines-compared",
    title: "What each line gets",
    note: "What the plan of each scenario does with it; marked where the reference does otherwise.",
    columns: [
      { id: "line", label: "Line", kind: "text" },
      ...columns.map(({ key, name }) => ({ id: key, label: name, kind: "text" as const })),
    ],
    rows: rows
      .filter(({ words }) => !hideEqual || new Set(words).size > 1)
      .map(({ id, name, words }) => ({
        id,
        cells: [name, ...words.map((said) => cellOf(said, words[0] ?? ""))],
      })),
  };
}

/** "In: Maintain", "In" where it has one level, "Out"; or why there is no such answer. */
function stateOf(column: ComparedColumn, id: Id): string {
  if (column.evaluation === null) return FAULTY;
  if (column.prioritised === "under-way") return "Not worked out yet";
  const view = planIn(column);
  if (view === null) return "No prioritisation";
  const { priorities, plan } = view;
  const line = priorities.lines.find((one) => one.id === id);
  if (line === undefined) return "No such line";
  if (plan.status === "infeasible") return "No plan fits";
  return inOrOut(plan, line);
}

function cellOf(words: string, reference: string): Cell {
  if (words === reference) return words;
  return { value: words, words, tone: words.startsWith("In") && reference === "Out" ? "good" : "warn" };
}
