import type { Evaluation } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { approximate, parseDecimal } from "../../../scenarios/model/rational";
import type { Explanation, Part } from "./explanation";

/** The benefit of a line at a level: its points by the weights, and the people it reaches where they count. */
export function explainLevel({ scenario }: Evaluation, lineId: Id, levelId: Id): Explanation | null {
  const { priorities } = scenario;
  const line = priorities?.lines.find(({ id }) => id === lineId);
  const level = line?.levels.find(({ id }) => id === levelId);
  if (priorities === undefined || line === undefined || level === undefined) return null;
  const at = `/priorities/lines/${lineId}/levels/${levelId}`;
  const timesPeople = priorities.benefit === "score-times-people";
  const people = timesPeople && level.people !== undefined ? parseDecimal(level.people) : null;
  const points = level.scores ?? {};
  const parts: Part[] =
    level.benefit !== undefined
      ? [
          {
            id: "given",
            label: "Benefit given instead of points",
            value: approximate(parseDecimal(level.benefit)),
          },
        ]
      : priorities.criteria.flatMap(({ id, name, weight }): Part[] => {
          const scored = points[id];
          if (scored === undefined) return [];
          const score = parseDecimal(weight).mul(parseDecimal(scored)).div(100n);
          return [
            {
              id,
              label: `${name}: weight ${weight} × ${scored} points ÷ 100${people === null ? "" : ` × ${level.people ?? ""} people`}`,
              value: approximate(people === null ? score : score.mul(people)),
            },
          ];
        });
  return {
    title: `Benefit: ${[line.name, level.name ?? ""].filter((words) => words !== "").join(", ")}`,
    value: parts.reduce((sum, { value }) => sum + Number(value), 0),
    kind: "quantity",
    rule: [
      timesPeople
        ? "Weight × points ÷ 100, added over the criteria, times the people whom the level reaches."
        : "Weight × points ÷ 100, added over the criteria.",
      "The best plan is the choice of lines and levels within the budgets and the rules between lines that brings the most benefit; why a line is in or out is said beside it on the page Priorities.",
    ],
    parts,
    workings: [],
    inputs: [
      ...priorities.criteria.flatMap(({ id }) => [`/priorities/criteria/${id}/weight`, `${at}/scores/${id}`]),
      `${at}/benefit`,
      `${at}/people`,
      ...priorities.budgets.map(({ id }) => `${at}/costs/${id}`),
    ],
  };
}
