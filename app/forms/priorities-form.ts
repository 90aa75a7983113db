import type { Priorities, PriorityLevel, PriorityLine, Scenario } from "../../scenarios/model/scenario";
import { joinWords, namesOf } from "../reports/names";
import { showField } from "./fields";
import type { FieldGroup } from "./field-group";

/** Every single value of a line of the priorities that can be edited. */
export function priorityLineForm(scenario: Scenario, line: PriorityLine): readonly FieldGroup[] {
  const path = `/priorities/lines/${line.id}`;
  const fields = (names: readonly string[]) => names.map((name) => showField(scenario, `${path}/${name}`));
  return [
    {
      id: "about",
      legend: "What it is",
      fields: fields(["name", ...(hasObjectives(scenario) ? ["objective"] : []), "lagMonths"]),
    },
    {
      id: "must",
      legend: "Must it be funded?",
      note: "A line that must be funded is in every plan. Say why, such as a statutory duty: the decision record repeats it.",
      fields: fields(["mustFund", "mustFundReason", "mustNot"]),
    },
    ...line.levels.map((level) => levelGroup(scenario, line, level)),
  ];
}

const hasObjectives = ({ objectives = [] }: Scenario): boolean => objectives.length > 0;

/** The name of a field and what helps to fill it in. */
type Hint = readonly [string, string];

function levelGroup(scenario: Scenario, line: PriorityLine, level: PriorityLevel): FieldGroup {
  const { criteria = [], budgets = [], benefit } = scenario.priorities ?? {};
  const path = `/priorities/lines/${line.id}/levels/${level.id}`;
  const isGiven = level.benefit !== undefined;
  const names = [
    ...(line.levels.length > 1 ? ["name"] : []),
    ...budgets.map(({ id }) => `costs/${id}`),
    ...(isGiven ? ["benefit"] : criteria.map(({ id }) => `scores/${id}`)),
    ...(benefit === "score-times-people" || level.people !== undefined ? ["people"] : []),
  ];
  const costHints = budgets.map(
    ({ id }): Hint => [`${path}/costs/${id}`, "Empty: it does not draw on this budget."],
  );
  const scoreHints = criteria.map(
    (criterion): Hint => [`${path}/scores/${criterion.id}`, scaleWords(criterion)],
  );
  return {
    id: `level-${level.id}`,
    legend: line.levels.length > 1 ? `Level: ${level.name ?? level.id}` : "Cost and scores",
    note: "Scores go from 0 to 100.",
    hints: Object.fromEntries<string>([...costHints, ...scoreHints]),
    fields: names.map((name) => showField(scenario, `${path}/${name}`)),
  };
}

/** "0: not asked for. 100: asked for by survivors. Weight 15." */
function scaleWords({ low, high, weight }: Priorities["criteria"][number]): string {
  const ends = [low === undefined ? "" : `0: ${low}.`, high === undefined ? "" : `100: ${high}.`];
  return [...ends, `Weight ${weight}.`].filter((words) => words !== "").join(" ");
}

/** What a line needs and what it excludes, in words. */
export function lineRulesWords(scenario: Scenario, line: PriorityLine): readonly string[] {
  const name = (id: string): string => scenario.priorities?.lines.find((one) => one.id === id)?.name ?? id;
  return [
    ...(line.requires ?? []).map((id) => `Requires ${name(id)}.`),
    ...(line.excludes ?? []).map((id) => `Excludes ${name(id)}: both cannot be funded.`),
    ...((line.areas ?? []).length === 0
      ? []
      : [`For ${joinWords((line.areas ?? []).map(namesOf(scenario).area))}.`]),
  ];
}

/** Budgets, criteria with their weights and scales, what benefit is, and what is asked for areas. */
export function prioritySettingsForm(scenario: Scenario, priorities: Priorities): readonly FieldGroup[] {
  const fields = (path: string, names: readonly string[]) =>
    names.map((name) => showField(scenario, `/priorities/${path}${name}`));
  return [
    ...priorities.budgets.map(({ id, name }) => ({
      id: `budget-${id}`,
      legend: `Budget: ${name}`,
      fields: fields(`budgets/${id}/`, ["name", "amount"]),
    })),
    { id: "benefit", legend: "Benefit", fields: fields("", ["benefit"]) },
    ...priorities.criteria.map(({ id, name }) => ({
      id: `criterion-${id}`,
      legend: `Criterion: ${name}`,
      fields: fields(`criteria/${id}/`, ["name", "weight", "low", "high"]),
    })),
    ...(priorities.equity ?? []).map(({ areas }, place) => ({
      id: `equity-${place}`,
      legend: `Fairness: ${joinWords(areas.map(namesOf(scenario).area))}`,
      note: "A line counts, in full, when one of its areas is among these.",
      fields: fields(`equity/${place}/`, ["minimumLines", "minimumBenefit"]),
    })),
  ];
}
