import type { Priorities, PriorityLevel, PriorityLine, Scenario } from "../../scenarios/model/scenario";
import { showField } from "./fields";
import type { FieldGroup } from "./field-group";
import { levelGroups } from "./lists/priority-groups";

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
    ...line.levels.flatMap((level) => levelsOf(scenario, line, level)),
  ];
}

const hasObjectives = ({ objectives = [] }: Scenario): boolean => objectives.length > 0;

/** The groups of a level as they stand in the form of its line. */
function levelsOf(scenario: Scenario, line: PriorityLine, level: PriorityLevel): readonly FieldGroup[] {
  const path = `/priorities/lines/${line.id}/levels/${level.id}`;
  const isOnly = line.levels.length === 1;
  const legend = isOnly ? "Cost and points" : `Level: ${level.name ?? level.id}`;
  return levelGroups(scenario, level, { legend, isOnly }).map(({ fields, hints = {}, ...group }) => ({
    ...{ id: group.id, note: group.note, isExtra: group.isExtra },
    legend: group.isExtra === true && !isOnly ? `${legend}: a benefit instead of points` : group.legend,
    hints: Object.fromEntries(Object.entries(hints).map(([name, hint]) => [`${path}/${name}`, hint])),
    fields: fields.map((name) => showField(scenario, `${path}/${name}`)),
  }));
}

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
