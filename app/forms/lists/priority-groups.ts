import type { Priorities, PriorityLevel, Scenario } from "../../../scenarios/model/scenario";
import type { PathGroup } from "../list-rule";

/** What a level costs, how many points it has and whom it reaches; `level` is undefined for a new one. */
export function levelGroups(
  { priorities }: Scenario,
  level: PriorityLevel | undefined,
): readonly PathGroup[] {
  const { criteria = [], budgets = [], benefit } = priorities ?? {};
  const isGiven = level?.benefit !== undefined;
  const scored = isGiven && level.scores === undefined ? [] : criteria;
  const countsPeople = benefit === "score-times-people";
  return [
    {
      id: `level-${level?.id ?? "new"}`,
      legend: "",
      note: "Points go from 0 to 100.",
      fields: [
        "name",
        ...budgets.map(({ id }) => `costs/${id}`),
        ...(isGiven ? ["benefit"] : []),
        ...scored.map(({ id }) => `scores/${id}`),
        "people",
      ],
      hints: {
        ...Object.fromEntries(
          budgets.map(({ id }) => [`costs/${id}`, "Empty: it does not draw on this budget."]),
        ),
        ...Object.fromEntries(scored.map((one) => [`scores/${one.id}`, scaleWords(one)])),
        people: countsPeople
          ? "How many it reaches in a year: the benefit counts them."
          : "How many it reaches in a year; shown, not counted.",
      },
    },
    ...(isGiven
      ? []
      : [
          {
            id: `level-${level?.id ?? "new"}-benefit`,
            legend: "A benefit instead of points",
            isExtra: true,
            fields: ["benefit"],
            hints: {
              benefit: "Only where the benefit was worked out elsewhere: the points do not count then.",
            },
          },
        ]),
  ];
}

type Criterion = Priorities["criteria"][number];

/** "0: not asked for. 100: asked for by survivors. Weight 15." */
export const scaleWords = (criterion: Criterion): string =>
  `${endsWords(criterion)} Weight ${criterion.weight}.`.trimStart();

/** "0: not asked for. 100: asked for by survivors."; empty where neither is said. */
export function endsWords({ low, high }: Criterion): string {
  const ends = [low === undefined ? "" : `0: ${low}.`, high === undefined ? "" : `100: ${high}.`];
  return ends.filter((words) => words !== "").join(" ");
}
