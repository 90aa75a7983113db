import type { Evaluation } from "../../../scenarios/model/evaluation";
import { type Headings, of } from "./heading";

const weights = ({ scenario }: Evaluation): string[] =>
  (scenario.priorities?.criteria ?? []).map(({ id }) => `/priorities/criteria/${id}/weight`);

const budgets = ({ scenario }: Evaluation): string[] =>
  (scenario.priorities?.budgets ?? []).map(({ id }) => `/priorities/budgets/${id}/amount`);

const BENEFIT =
  "The benefit of a line at its level: weight × points ÷ 100 over all criteria, times the people it reaches where that is how benefit is counted; or the benefit that is given instead of points. Each line's own working leads on from the table of scores.";
const COST_OF_LEVEL = "What the level of the line costs, over all budgets, as stated with the line.";

const FRONTIER: Headings[string] = {
  share: of(
    "The least share of every budget, in steps of a hundredth of a per cent, with which this plan can be had: each budget, rounded down to whole pence, covers what its lines draw from it.",
    budgets,
  ),
  budget: of("The least with which this plan can be had, the budgets that do not move held.", budgets),
  lines: of("How many lines the best plan there funds, over all budgets."),
  benefit: of("The most benefit that any plan brings there.", weights),
};

const SAVINGS: Headings[string] = {
  budget: of("What is left after the cut, rounded down to whole pence.", budgets),
  cost: of("What the best plan within what is left draws from it."),
  benefit: of("The most benefit that any plan within what is left brings.", weights),
  lost: of("The benefit that is lost, as a part of the benefit of today's best plan."),
};

/** The columns of a prioritisation. */
export const PRIORITY_HEADINGS: Headings = {
  "priorities-budgets": {
    amount: of("As stated with each budget.", budgets),
    cost: of("What the lines of the best plan cost of this budget.", budgets),
    left: of(
      "The amount less the cost of the best plan. It is left because no plan within the budgets brings more benefit.",
      budgets,
    ),
  },
  "priorities-lines": {
    cost: of(COST_OF_LEVEL),
    benefit: of(BENEFIT, weights),
  },
  "priorities-value": {
    cost: of(COST_OF_LEVEL),
    benefit: of(BENEFIT, weights),
    value: of(
      "Benefit divided by cost, times 1,000. The rank is the place by this figure, the most first.",
      weights,
    ),
  },
  "priorities-rankings": {
    lines: of("How many lines the plan or the ranking funds within the budgets.", budgets),
    cost: of("What those lines cost at their levels.", budgets),
    benefit: of("The benefit of those lines added.", weights),
    less: of("The benefit of the best plan less that of the ranking."),
  },
  "priorities-objectives": {
    cost: of("What the lines of the best plan that serve the objective cost."),
    share: of("That cost as a part of the cost of the best plan."),
    benefit: of("The benefit of those lines added.", weights),
  },
  "priorities-must": {
    least: of("What the cheapest level of the line costs, over all budgets."),
    cost: of("What the lines of the best plan cost at their levels, over all budgets."),
    share: of("That cost as a part of the cost of the best plan."),
    benefit: of("The benefit of those lines added.", weights),
  },
  "priorities-equity": {
    "least-lines": of("As agreed for the group of areas."),
    lines: of("How many lines of the best plan serve an area of the group."),
    "least-benefit": of("As agreed for the group of areas."),
    benefit: of("The benefit of those lines added.", weights),
  },
  "priorities-criteria": {
    weight: of("As agreed; the weights sum to 100.", weights),
  },
  "priorities-scores": {
    "cost-": of("What the level costs of this budget, as stated with the line.", budgets),
    "score-": of("The points of each level on this criterion, as scored.", weights),
    score: of("Weight × points ÷ 100, added over the criteria.", weights),
    people: of("How many people the level reaches, as stated with the line."),
    benefit: of(BENEFIT, weights),
  },
  "priorities-frontier": {
    budget: of("The least budget with which this plan can be had: the cost of its lines."),
    lines: of("How many lines the best plan for that budget funds."),
    benefit: of("The most benefit that any plan within that budget brings.", weights),
  },
  "priorities-savings": {
    budget: of("The budget after the cut.", budgets),
    cost: of("What the best plan within the smaller budget costs."),
    benefit: of("The most benefit that any plan within the smaller budget brings.", weights),
    lost: of("The benefit that is lost, as a part of the benefit of today's best plan."),
  },
  "priorities-frontier-": FRONTIER,
  "priorities-savings-": SAVINGS,
  "priorities-all-less-": SAVINGS,
  "priorities-rules": {
    lag: of("How long after the money the benefit comes, as stated with the line."),
  },
  "priorities-hand-over": {
    cost: of(
      "What the new contract or lot that stands for the line costs in the period of the plan.",
      budgets,
    ),
  },
};
