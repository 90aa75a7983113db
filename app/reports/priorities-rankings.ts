import { sumPence } from "../../scenarios/model/money";
import { sumRationals } from "../../scenarios/model/rational";
import { brokenRules } from "../../scenarios/optimise/evaluate-plan";
import type { Choice, Selection } from "../../scenarios/optimise/plan";
import { formatPounds } from "./format-table";
import { capitalised, joinWords } from "./names";
import { planName, planTitle, proofWords } from "./plan-words";
import {
  benefitCell,
  benefitUnit,
  choiceIn,
  choiceName,
  costOf,
  formatBenefit,
  levelName,
  lineOf,
  type Prioritised,
  pairOf,
  picksOf,
} from "./priorities";
import { ruleWords } from "./priorities-rules";
import type { ReportRow, ReportTable } from "./report-table";

/** A way to choose lines down a list, that boards often use. */
type Ranking = { readonly id: string; readonly name: string; readonly of: (view: Prioritised) => Selection };

const RANKINGS: readonly Ranking[] = [
  {
    id: "by-score",
    name: "By score, down to the first that does not fit",
    of: ({ plan }) => plan.rankByScore,
  },
  {
    id: "by-score-skipping",
    name: "By score, passing over what does not fit",
    of: ({ plan }) => plan.rankByScoreSkipping,
  },
  {
    id: "by-value",
    name: "By value for money, passing over what does not fit",
    of: ({ plan }) => plan.rankByValue,
  },
];

/** The best plan beside the rankings: what each funds, costs and brings, and why they differ. */
export function buildRankingsTable(view: Prioritised): ReportTable {
  const isPlan = view.plan.status !== "infeasible";
  const best: ReportRow[] = !isPlan
    ? []
    : [
        {
          id: "best",
          cells: [
            planTitle(view.plan),
            ...figuresOf(view.plan),
            benefitCell(view.plan.benefit.sub(view.plan.benefit)),
            proofWords(view.plan),
          ],
          tone: "good",
        },
      ];
  return {
    id: "priorities-rankings",
    title: isPlan ? `${capitalised(planName(view.plan))} beside the rankings` : "The rankings",
    note: "A ranking takes lines that must be funded first, then goes down the list. It does not look at fairness between areas, nor at what a cheaper line would leave room for.",
    columns: [
      { id: "way", label: "Way to choose", kind: "text" },
      { id: "lines", label: "Lines", kind: "whole" },
      { id: "cost", label: "Cost", kind: "money" },
      { id: "benefit", label: `Benefit (${benefitUnit(view.priorities)})`, kind: "quantity" },
      ...(isPlan
        ? [{ id: "less", label: `Less than ${planName(view.plan)}`, kind: "quantity" } as const]
        : []),
      { id: "why", label: isPlan ? "Why it differs" : "Why it does not count", kind: "text" },
    ],
    rows: [...best, ...RANKINGS.map((ranking) => rankingRow(view, ranking))],
  };
}

function figuresOf(selection: Selection): [number, bigint, ReturnType<typeof benefitCell>] {
  return [selection.chosen.length, costOf(selection), benefitCell(selection.benefit)];
}

function rankingRow(view: Prioritised, { id, name, of }: Ranking): ReportRow {
  const selection = of(view);
  const less =
    view.plan.status === "infeasible" ? [] : [benefitCell(view.plan.benefit.sub(selection.benefit))];
  return { id, cells: [name, ...figuresOf(selection), ...less, differenceWords(view, selection)] };
}

/** Why a ranking brings less than the best plan, or why it may not count. */
export function differenceWords(view: Prioritised, ranking: Selection): string {
  const broken = brokenRules(view.problem, picksOf(view, ranking));
  const breaks = broken.map(({ path }) => ruleWords(view, path));
  const breaksWords =
    breaks.length === 0
      ? []
      : [`It breaks ${breaks.length === 1 ? "a rule" : "rules"}: ${breaks.join("; ")}.`];
  if (view.plan.status === "infeasible") return breaksWords.join(" ");
  const words = swapWords(view, ranking);
  return [
    ...(words.length === 0 ? [`The same lines as ${planName(view.plan)}.`] : words),
    ...breaksWords,
  ].join(" ");
}

/** What the ranking takes at another level, takes beside, and leaves out. */
function swapWords(view: Prioritised, ranking: Selection): string[] {
  const { plan } = view;
  const levels = ranking.chosen.flatMap((choice) => {
    const ofPlan = choiceIn(plan, choice.line);
    return ofPlan === undefined || ofPlan.level === choice.level ? [] : [{ choice, ofPlan }];
  });
  const beside = ranking.chosen.filter(({ line }) => choiceIn(plan, line) === undefined);
  const missing = plan.chosen.filter(({ line }) => choiceIn(ranking, line) === undefined);
  return [
    ...(levels.length === 0 ? [] : [levelWords(view, levels)]),
    ...(beside.length === 0 ? [] : [`It takes ${described(view, beside)}.`]),
    ...(missing.length === 0 ? [] : [`It leaves out ${described(view, missing)}.`]),
  ];
}

type Level = { readonly choice: Choice; readonly ofPlan: Choice };

function levelWords(view: Prioritised, levels: readonly Level[]): string {
  const named = levels.map(({ choice, ofPlan }) => {
    const line = lineOf(view, choice.line);
    const [level, other] = [choice, ofPlan].map((one) =>
      levelName(line.levels.find(({ id }) => id === one.level) ?? { id: one.level }),
    );
    return `${line.name} at ${level ?? ""} rather than ${other ?? ""}`;
  });
  const cost = sumPence(
    levels.map(({ choice, ofPlan }) => pairOf(view, choice).cost - pairOf(view, ofPlan).cost),
  );
  const brings = sumRationals(
    levels.map(({ choice, ofPlan }) => pairOf(view, choice).benefit.sub(pairOf(view, ofPlan).benefit)),
  );
  const pounds = cost < 0n ? `${formatPounds(-cost)} less` : `${formatPounds(cost)} more`;
  const benefit = `${formatBenefit(brings.abs())} ${brings.compare(0) < 0 ? "less" : "more"} benefit`;
  return `It takes ${listed(named)}, for ${pounds} and ${benefit}.`;
}

/** "Training and Helpline, which cost £88,000.00 and bring 98.50" */
function described(view: Prioritised, choices: readonly Choice[]): string {
  const pairs = choices.map((choice) => pairOf(view, choice));
  const cost = formatPounds(sumPence(pairs.map((pair) => pair.cost)));
  const benefit = formatBenefit(sumRationals(pairs.map((pair) => pair.benefit)));
  const figures =
    choices.length === 1 ? `costs ${cost} and brings ${benefit}` : `cost ${cost} and bring ${benefit}`;
  return `${listed(choices.map((choice) => choiceName(view, choice)))}, which ${figures}`;
}

const MOST_NAMED = 4;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return joinWords(more <= 1 ? names : [...names.slice(0, MOST_NAMED), `${more} more`]);
}
