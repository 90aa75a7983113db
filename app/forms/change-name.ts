import type { Scenario } from "../../scenarios/model/scenario";
import { joinWords } from "../reports/names";
import { dropsTopUps } from "./decline-rule";
import type { Edit } from "./apply-edits";
import { labelOf, subjectOf, valueOf } from "./fields";

const MOST_NAMED = 3;

/** What a change is called in the history: "Annual price at start, End: County refuge provision". */
export function nameChange(
  scenario: Scenario,
  edits: readonly Edit[],
  added: readonly string[] = [],
): string {
  if (added.length > 0) return added.length <= MOST_NAMED ? added.join("; ") : `${added.length} lines added`;
  const subjects = [...new Set(edits.map(({ field }) => subjectOf(scenario, field)))];
  const labels = [...new Set(edits.map(({ field }) => labelOf(scenario, field)))];
  const what = labels.length <= MOST_NAMED ? labels.join(", ") : `${edits.length} fields`;
  const where = subjects.length <= MOST_NAMED ? joinWords(subjects) : `${subjects.length} places`;
  return `${what}: ${where}${topUpsDropped(scenario, edits) ? ". Top-ups no longer apply" : ""}`;
}

function topUpsDropped(scenario: Scenario, edits: readonly Edit[]): boolean {
  return edits.some(({ field, value }) => dropsTopUps(valueOf(scenario, field), value));
}
