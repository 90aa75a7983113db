import { diffDocuments } from "../../scenarios/changes/diff-documents";
import { explainMeasure, groupOfPath, measureScenarios } from "../../scenarios/compare-scenarios";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { describeChanges } from "../forms/describe-changes";
import { buildChangesTable } from "../reports/comparison/changes";
import { compareColumns } from "../reports/comparison/comparison";
import { waterfallOf } from "../reports/comparison/waterfall";
import { type ComparisonWorkbook, writeComparisonWorkbook } from "../workbook/compare-workbook";

/** The workbook of scenarios side by side, the first as the reference, each with the waterfall of its total cost. */
export function comparisonWorkbook(evaluations: readonly Evaluation[], createdAt: Date): Promise<Buffer> {
  const scenarios = evaluations.map(({ scenario }) => scenario);
  const columns = evaluations.map((evaluation, place) => ({
    key: `${scenarios[place]?.id ?? ""}-${place + 1}`,
    name: uniqueName(
      scenarios.map(({ name }) => name),
      place,
    ),
    evaluation,
  }));
  const comparison = compareColumns(columns, measureScenarios(evaluations));
  const [first, ...others] = scenarios;
  return writeComparisonWorkbook({
    comparison,
    createdAt,
    changes: buildChangesTable(
      others.map((scenario, place) => ({
        key: columns[place + 1]?.key ?? "",
        name: columns[place + 1]?.name ?? "",
        changes:
          first === undefined
            ? []
            : describeChanges(first, scenario, diffDocuments(first, scenario)).map((change) => ({
                ...change,
                group: groupOfPath(change.path, first, scenario),
              })),
      })),
    ),
    waterfalls: costWaterfalls(evaluations, comparison.measures),
  });
}

function costWaterfalls(
  evaluations: readonly Evaluation[],
  measures: ComparisonWorkbook["comparison"]["measures"],
): ComparisonWorkbook["waterfalls"] {
  const [first, ...others] = evaluations;
  const measure = measures.find(({ id }) => id === "total-cost");
  const explained = measure?.explained;
  if (first === undefined || measure === undefined || explained === undefined) return [];
  return others.flatMap((other, place) => {
    const steps = explainMeasure(explained, first.scenario, other.scenario);
    if (steps === null) return [];
    return [{ column: place + 1, waterfall: waterfallOf({ ...measure, explained }, [first, other], steps) }];
  });
}

/** Two files of one name are told apart by their place. */
function uniqueName(names: readonly string[], place: number): string {
  const name = names[place] ?? "";
  return names.indexOf(name) === place ? name : `${name} (${place + 1})`;
}
