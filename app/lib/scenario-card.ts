import { sumOfBudgets } from "../../scenarios/optimise/problem";
import type { ScenarioCardProps } from "../components/report/scenario-card";
import { formatCell, formatDateWords, formatPounds } from "../reports/format-table";
import { buildKeyFigures } from "../reports/key-figures";
import { planTitle } from "../reports/plan-words";
import { costOf, formatBenefit, type Prioritised } from "../reports/priorities";
import { SCENARIO_STATES } from "../reports/words";
import type { ListedScenario } from "../services/services";
import { scenarioHref } from "./scenario-route";

const SHOWN = ["total-cost", "unfunded", "gaps"];

/** A scenario in a few words for a list. */
export function scenarioCard(
  plan: string,
  scenario: ListedScenario,
  best: Prioritised | null = null,
): ScenarioCardProps & { readonly id: string } {
  return {
    id: scenario.id,
    title: scenario.name,
    href: scenarioHref({ plan, scenario: scenario.id }),
    state: { text: SCENARIO_STATES[scenario.status] },
    facts: [
      ...(best === null ? figures(scenario) : planFigures(best)),
      { label: "Last change", text: lastChange(scenario) },
    ],
  };
}

function figures({ evaluation }: ListedScenario): ScenarioCardProps["facts"] {
  if (evaluation === null)
    return [{ label: "Figures", text: "None: the scenario has faults. Open it to see them." }];
  return buildKeyFigures(evaluation)
    .filter(({ id }) => SHOWN.includes(id))
    .map(({ label, value, kind }) => ({ label, text: formatCell(value, kind) }));
}

/** What counts where there are lines to choose from and no contracts yet. */
function planFigures({ plan, priorities }: Prioritised): ScenarioCardProps["facts"] {
  const budget = sumOfBudgets(priorities);
  const isPlan = plan.status !== "infeasible";
  return [
    {
      label: "Lines",
      text: isPlan
        ? `${plan.chosen.length} of ${priorities.lines.length} funded`
        : `${priorities.lines.length}`,
    },
    { label: "Budget", text: formatPounds(budget) },
    {
      label: planTitle(plan),
      text: isPlan
        ? `${formatPounds(costOf(plan))}, benefit ${formatBenefit(plan.benefit)}`
        : "None: the rules conflict",
    },
  ];
}

const lastChange = ({ updatedAt, updatedBy }: ListedScenario): string =>
  `${formatDateWords(updatedAt.slice(0, 10))} by ${updatedBy}`;
