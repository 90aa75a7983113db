import type { Evaluation } from "../../scenarios/model/evaluation";
import type { WorkbookCheck, WorkbookPlaces } from "./workbook-check";
import { budgetColumn, planRow } from "./priorities-sheet";

/** The chosen plan keeps within each budget, at the costs of Inputs. */
export function priorityChecks({ scenario }: Evaluation, at: WorkbookPlaces): WorkbookCheck[] {
  const places = at("Priorities");
  const row = planRow("best");
  if (!places.has(row)) return [];
  return (scenario.priorities?.budgets ?? []).map(({ id, name }) => ({
    id: `budget-${id}`,
    about: `The plan shown keeps within the budget ${name}`,
    formula: `MIN(0,${at("Inputs").cell(`/priorities/budgets/${id}/amount`, "value")}-${places.cell(row, budgetColumn(id))})`,
    where: "Priorities",
  }));
}
