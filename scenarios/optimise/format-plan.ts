import type { Id } from "../model/identifiers";
import { divideRounded, formatMoney, type MoneyText } from "../model/money";
import { parts, type Rational } from "../model/rational";
import type { DecimalText } from "../model/scenario";
import type { Choice, FrontierPoint, Less, Plan, Selection, WayOut } from "./plan";
import { ALL_BUDGETS, type Moves } from "./what-moves";

/** A plan as one JSON document, all figures as text: what `planner prioritise` prints. A public interface. */
export type PlanResult = SelectionResult & {
  readonly status: Plan["status"];
  readonly proof: Plan["proof"];
  /** Only where the plan is not proved to be the best: no plan brings more. */
  readonly noMoreThan?: DecimalText;
  readonly ties: boolean;
  readonly rankByScore: SelectionResult;
  readonly rankByScoreSkipping: SelectionResult;
  readonly rankByValue: SelectionResult;
  /** Only with several budgets, where one of them was asked for, or all (`_all`): `wouldEnterWith` and `frontier` are of it. */
  readonly moving?: Moves;
  readonly less?: readonly LessResult[];
  readonly wouldEnterWith: Readonly<Record<Id, MoneyText>>;
  /** Only when nothing fits. */
  readonly conflict?: readonly string[];
  readonly waysOut?: readonly WayOutResult[];
  readonly frontier: readonly PointResult[];
  readonly frontierComplete: boolean;
  /** Only where points are missing: the amounts of which no plan is proved; where all budgets move, shares in per cent. */
  readonly frontierGaps?: readonly {
    readonly from: DecimalText;
    readonly to: DecimalText;
    readonly noMoreThan: DecimalText;
  }[];
};

export type PointResult = {
  /** Only where all budgets move: the share of each, in per cent; `budget` is what they then come to together. */
  readonly share?: DecimalText;
  readonly budget: MoneyText;
  readonly benefit: DecimalText;
  readonly chosen: readonly Choice[];
};

export type SelectionResult = {
  readonly chosen: readonly Choice[];
  readonly benefit: DecimalText;
  readonly costs: Readonly<Record<Id, MoneyText>>;
};

/** The best plan with every budget so much per cent less; `best` is absent where no plan was found. */
export type LessResult = {
  readonly percent: number;
  readonly amount: MoneyText;
  readonly isProved: boolean;
  readonly best?: SelectionResult;
};

export type WayOutResult = { readonly rule: string } & (
  | { readonly enough: false }
  | { readonly enough: true; readonly way: "raise"; readonly to: MoneyText; readonly by: MoneyText }
  | {
      readonly enough: true;
      readonly way: "lower";
      readonly minimumLines?: number;
      readonly minimumBenefit?: DecimalText;
    }
  | { readonly enough: true; readonly way: "drop" }
);

/**
 * A plan as text, in the names of the scenario file: money with two decimals, benefit with at most six, rounded half up.
 * Example: a benefit of 17535/40 reads `"438.375"`.
 */
export function formatPlan(plan: Plan): PlanResult {
  return {
    status: plan.status,
    proof: plan.proof,
    ...(plan.noMoreThan === null ? {} : { noMoreThan: formatBenefit(plan.noMoreThan) }),
    ties: plan.ties,
    ...formatSelection(plan),
    rankByScore: formatSelection(plan.rankByScore),
    rankByScoreSkipping: formatSelection(plan.rankByScoreSkipping),
    rankByValue: formatSelection(plan.rankByValue),
    ...(plan.moving === null || plan.less.length === 0
      ? {}
      : { moving: plan.moving, less: plan.less.map(formatLess) }),
    wouldEnterWith: moneyById(plan.wouldEnterWith),
    ...(plan.status !== "infeasible"
      ? {}
      : { conflict: plan.conflict, waysOut: plan.waysOut.map(formatWayOut) }),
    frontier: plan.frontier.map((point) => formatPoint(plan, point)),
    frontierComplete: plan.frontierComplete,
    ...(plan.frontierGaps.length === 0
      ? {}
      : {
          // Hundredths of a per cent are written as pence are.
          frontierGaps: plan.frontierGaps.map(({ from, to, noMoreThan }) => ({
            from: formatMoney(from),
            to: formatMoney(to),
            noMoreThan: formatBenefit(noMoreThan),
          })),
        }),
  };
}

function formatPoint({ moving }: Plan, { at, budget, benefit, chosen }: FrontierPoint): PointResult {
  return {
    ...(moving === ALL_BUDGETS ? { share: formatMoney(at) } : {}),
    budget: formatMoney(budget),
    benefit: formatBenefit(benefit),
    chosen,
  };
}

function formatSelection({ chosen, benefit, costs }: Selection): SelectionResult {
  return { chosen, benefit: formatBenefit(benefit), costs: moneyById(costs) };
}

function formatLess({ percent, amount, plan, isProved }: Less): LessResult {
  const best = plan === null ? {} : { best: formatSelection(plan) };
  return { percent, amount: formatMoney(amount), isProved, ...best };
}

function formatWayOut(wayOut: WayOut): WayOutResult {
  if (!wayOut.enough || wayOut.way === "drop") return wayOut;
  if (wayOut.way === "raise") return { ...wayOut, to: formatMoney(wayOut.to), by: formatMoney(wayOut.by) };
  const { rule, enough, way, minimumLines, minimumBenefit } = wayOut;
  return {
    rule,
    enough,
    way,
    ...(minimumLines === null ? {} : { minimumLines }),
    ...(minimumBenefit === null ? {} : { minimumBenefit: formatBenefit(minimumBenefit) }),
  };
}

function moneyById(amounts: ReadonlyMap<Id, bigint>): Record<Id, MoneyText> {
  return Object.fromEntries([...amounts].map(([id, amount]) => [id, formatMoney(amount)]));
}

const MILLIONTHS = 1_000_000n;

function formatBenefit(benefit: Rational): DecimalText {
  const { numerator, denominator } = parts(benefit);
  const millionths = divideRounded(numerator * MILLIONTHS, denominator);
  const absolute = millionths < 0n ? -millionths : millionths;
  const decimals = String(absolute % MILLIONTHS)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${millionths < 0n ? "-" : ""}${absolute / MILLIONTHS}${decimals === "" ? "" : `.${decimals}`}`;
}
