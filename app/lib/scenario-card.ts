import type { ScenarioCardProps } from "../components/report/scenario-card";
import { formatCell, formatDateWords } from "../reports/format-table";
import { buildKeyFigures } from "../reports/key-figures";
import { SCENARIO_STATES } from "../reports/words";
import type { ListedScenario } from "../services/services";
import { scenarioHref } from "./scenario-route";

const SHOWN = ["total-cost", "unfunded", "gaps"];

/** A scenario in a few words for a list. */
export function scenarioCard(
  plan: string,
  scenario: ListedScenario,
): ScenarioCardProps & { readonly id: string } {
  return {
    id: scenario.id,
    title: scenario.name,
    href: scenarioHref({ plan, scenario: scenario.id }),
    state: { text: SCENARIO_STATES[scenario.status] },
    facts: [...figures(scenario), { label: "Last change", text: lastChange(scenario) }],
  };
}

function figures({ evaluation }: ListedScenario): ScenarioCardProps["facts"] {
  if (evaluation === null)
    return [{ label: "Figures", text: "None: the scenario has faults. Open it to see them." }];
  return buildKeyFigures(evaluation)
    .filter(({ id }) => SHOWN.includes(id))
    .map(({ label, value, kind }) => ({ label, text: formatCell(value, kind) }));
}

const lastChange = ({ updatedAt, updatedBy }: ListedScenario): string =>
  `${formatDateWords(updatedAt.slice(0, 10))} by ${updatedBy}`;
