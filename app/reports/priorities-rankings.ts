import { sumPence } from "../../scenarios/model/money";
import { brokenRules } from "../../scenarios/optimise/evaluate-plan";
import type { Choice, Selection } from "../../scenarios/optimise/plan";
import { formatPounds } from "./format-table";
import { joinWords } from "./names";
import {
  benefitCell,
  benefitUnit,
  choiceName,
  costOf,
  formatBenefit,
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
  const best: ReportRow[] =
    view.plan.status === "infeasible"
      ? []
      : [
          {
            id: "best",
            cells: [
              "Best plan",
              ...figuresOf(view.plan),
              benefitCell(view.plan.benefit.sub(view.plan.benefit)),
              "Proved: no plan brings more.",
            ],
            tone: "good",
          },
        ];
  return {
    id: "priorities-rankings",
    title: "The best plan beside the rankings",
    note: "A ranking takes lines that must be funded first, then goes down the list. It does not look at fairness between areas, nor at what a cheaper line would leave room for.",
    columns: [
      { id: "way", label: "Way to choose", kind: "text" },
      { id: "lines", label: "Lines", kind: "whole" },
      { id: "cost", label: "Cost", kind: "money" },
      { id: "benefit", label: `Benefit (${benefitUnit(view.priorities)})`, kind: "quantity" },
      { id: "less", label: "Less than the best plan", kind: "quantity" },
      { id: "why", label: "Why it differs", kind: "text" },
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
    view.plan.status === "infeasible" ? null : benefitCell(view.plan.benefit.sub(selection.benefit));
  return { id, cells: [name, ...figuresOf(selection), less, differenceWords(view, selection)] };
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
  const ofRanking = without(ranking, view.plan);
  const ofPlan = without(view.plan, ranking);
  if (ofRanking.length + ofPlan.length === 0) return "The same lines as the best plan.";
  return [swapWords(view, ofRanking, ofPlan), ...breaksWords].join(" ");
}

function swapWords(view: Prioritised, ofRanking: readonly Choice[], ofPlan: readonly Choice[]): string {
  const bought = ofPlan.length === 0 ? "nothing" : described(view, ofPlan);
  if (ofRanking.length === 0) return `It leaves out ${bought}.`;
  const pairs = ofRanking.map((choice) => pairOf(view, choice));
  const brings = pairs.reduce((sum, { benefit }) => sum + benefit.valueOf(), 0);
  const other = ofPlan
    .map((choice) => pairOf(view, choice))
    .reduce((sum, { benefit }) => sum + benefit.valueOf(), 0);
  return `It buys ${described(view, ofRanking)}, which brings ${formatBenefit(brings)}. The best plan buys ${bought} instead, which brings ${formatBenefit(other)}.`;
}

const MOST_NAMED = 4;

/** "Training (Full) and Helpline for £88,000.00" */
function described(view: Prioritised, choices: readonly Choice[]): string {
  const cost = sumPence(choices.map((choice) => pairOf(view, choice).cost));
  const names = choices.slice(0, MOST_NAMED).map((choice) => choiceName(view, choice));
  const more = choices.length - names.length;
  const words = joinWords(more === 0 ? names : [...names, `${more} more`]);
  return `${words} for ${formatPounds(cost)}`;
}

/** The choices of one selection that another does not have, at the same level. */
function without({ chosen }: Selection, other: Selection): readonly Choice[] {
  const has = ({ line, level }: Choice): boolean =>
    other.chosen.some((one) => one.line === line && one.level === level);
  return chosen.filter((choice) => !has(choice));
}
