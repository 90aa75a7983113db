import type { Priorities, PriorityLine, Scenario } from "../../scenarios/model/scenario";
import { showField } from "./fields";
import type { FieldGroup } from "./field-group";
import { levelsForm } from "./levels-form";

/** Every single value of a line of the priorities that can be edited. */
export function priorityLineForm(scenario: Scenario, line: PriorityLine): readonly FieldGroup[] {
  const path = `/priorities/lines/${line.id}`;
  const fields = (names: readonly string[]) => names.map((name) => showField(scenario, `${path}/${name}`));
  return [
    {
      id: "about",
      legend: "What it is",
      fields: fields(["name", ...(hasObjectives(scenario) ? ["objective"] : []), "areas", "lagMonths"]),
    },
    {
      id: "must",
      legend: "Must it be funded?",
      note: "A line that must be funded is in every plan. Say why, such as a statutory duty: the decision record repeats it.",
      fields: fields(["mustFund", "mustFundReason", "mustNot"]),
    },
    {
      id: "ties",
      legend: "What it needs and what it excludes",
      note: "Only together: it is funded only where those are. Never together: at most one of them is funded.",
      isExtra: true,
      fields: fields(["requires", "excludes"]),
    },
    ...levelsForm(scenario, line),
  ];
}

const hasObjectives = ({ objectives = [] }: Scenario): boolean => objectives.length > 0;

/** Criteria with their weights and scales, and what benefit is. */
export function criteriaForm(scenario: Scenario, priorities: Priorities): readonly FieldGroup[] {
  const fields = (path: string, names: readonly string[]) =>
    names.map((name) => showField(scenario, `/priorities/${path}${name}`));
  return [
    ...priorities.criteria.map(({ id, name }) => ({
      id: `criterion-${id}`,
      legend: name,
      isScale: true as const,
      fields: fields(`criteria/${id}/`, ["name", "weight", "low", "high"]),
    })),
    { id: "benefit", legend: "What counts as benefit", fields: fields("", ["benefit"]) },
  ];
}
