import type { PriorityLevel, PriorityLine, Scenario } from "../../scenarios/model/scenario";
import { type Input, money, optional, quantity } from "./inputs";

/** Budgets, weights, and the cost, the scores and the people of every level of every line. */
export function priorityInputs({ priorities }: Scenario): Input[] {
  if (priorities === undefined) return [];
  const { budgets, criteria, lines } = priorities;
  return [
    ...budgets.map(({ id, name, amount }) =>
      money(`/priorities/budgets/${id}/amount`, `Budget: ${name}`, amount),
    ),
    ...criteria.map(({ id, name, weight }) =>
      quantity(`/priorities/criteria/${id}/weight`, `Weight: ${name}`, weight, "of 100"),
    ),
    ...lines.flatMap((line) => line.levels.flatMap((level) => levelInputs(priorities, line, level))),
  ];
}

type Priorities = NonNullable<Scenario["priorities"]>;

function levelInputs({ budgets, criteria }: Priorities, line: PriorityLine, level: PriorityLevel): Input[] {
  const path = `/priorities/lines/${line.id}/levels/${level.id}`;
  const name = line.levels.length === 1 ? line.name : `${line.name} (${level.name ?? level.id})`;
  return [
    ...budgets.flatMap((budget) =>
      optional(level.costs[budget.id], (cost) =>
        money(`${path}/costs/${budget.id}`, `${name}: cost, ${budget.name}`, cost),
      ),
    ),
    ...criteria.flatMap((criterion) =>
      optional(level.scores?.[criterion.id], (score) =>
        quantity(`${path}/scores/${criterion.id}`, `${name}: ${criterion.name}`, score, "score"),
      ),
    ),
    ...optional(level.benefit, (benefit) =>
      quantity(`${path}/benefit`, `${name}: benefit`, benefit, "benefit"),
    ),
    ...optional(level.people, (people) => quantity(`${path}/people`, `${name}: people`, people, "people")),
  ];
}

/** How likely each risk is and how much it would matter, from 1 to 5. */
export function riskInputs({ risks = [] }: Scenario): Input[] {
  return risks.flatMap(({ id, text, likelihood, impact }) =>
    (
      [
        ["likelihood", likelihood],
        ["impact", impact],
      ] as const
    ).map(
      ([field, value]): Input => ({
        path: `/risks/${id}/${field}`,
        name: `Risk: ${text}: ${field}`,
        value,
        format: "whole",
        unit: "1 to 5",
        rule: { kind: "scale" },
      }),
    ),
  );
}
