import type { Scenario } from "../../scenarios/model/scenario";
import { joinWords, namesOf } from "../reports/names";
import { NEW_ELEMENT } from "./put-value";

type Segments = readonly string[];

/** A field of the priorities in words that tell it from its neighbours: "Full: points for Deliverability". */
export function priorityLabel(scenario: Scenario, segments: Segments, label: string): string {
  const [, list, line = "", , level = "", part, of = ""] = segments;
  if (list !== "lines" || segments.length < 6) return label;
  const { criteria = [], budgets = [], lines = [] } = scenario.priorities ?? {};
  const levels = lines.find(({ id }) => id === line)?.levels ?? [];
  // While the criterion is new, whose points they are tells them apart.
  if (part === "scores" && NEW_ELEMENT.test(of))
    return `${nameIn(lines, line)}${levels.length > 1 ? ` (${nameIn(levels, level)})` : ""}`;
  // A new level that has no name yet is told by its row.
  const levelName = nameIn(levels, level);
  const levelWords = levels.length > 1 && !NEW_ELEMENT.test(levelName) ? `${levelName}: ` : "";
  if (part === "costs")
    return `${levelWords}${label}${budgets.length > 1 ? ` from ${nameIn(budgets, of)}` : ""}`;
  return part === "scores" ? `${levelWords}${nameIn(criteria, of)}` : `${levelWords}${label}`;
}

/** Whose field it is: the line, the criterion, the budget, the areas of a rule. */
export function prioritySubject(scenario: Scenario, segments: Segments): string {
  const [, list, id = ""] = segments;
  const { criteria = [], budgets = [], lines = [], equity = [] } = scenario.priorities ?? {};
  if (list === "lines") return nameIn(lines, id);
  if (list === "criteria") return nameIn(criteria, id);
  if (list === "budgets") return nameIn(budgets, id);
  if (list !== "equity") return "Priorities";
  const areas = (equity[Number(id)]?.areas ?? []).map(namesOf(scenario).area);
  return `Fairness for ${joinWords(areas)}`;
}

/** The page of the priorities on which a value of theirs can be changed. */
export function priorityForm(path: string): string {
  const [, , list, id] = path.split("/");
  if (list === "lines") return id === undefined || NEW_ELEMENT.test(id) ? "lines" : `lines/${id}`;
  return list === "budgets" || list === "equity" ? "budgets" : "criteria";
}

function nameIn(
  list: readonly { readonly id: string; readonly name?: string | undefined }[],
  id: string,
): string {
  return list.find((one) => one.id === id)?.name ?? id;
}
