import type { Id } from "../model/identifiers";
import type { Pence } from "../model/money";
import type { Rational } from "../model/rational";
import type { Moves } from "./what-moves";

/** A line at one of its levels of service. */
export type Choice = { readonly line: Id; readonly level: Id };

/** Lines chosen at their levels, in the order of the file, with what they bring and what they draw from each budget. */
export type Selection = {
  readonly chosen: readonly Choice[];
  readonly benefit: Rational;
  /** By budget, in the order of the file. */
  readonly costs: ReadonlyMap<Id, Pence>;
};

/**
 * The plan shown from this place on, until the next point (rules §9). A place is an amount of the budget that moves, in
 * pence, the others held; where all budgets move together it is their share, in hundredths of a per cent.
 */
export type FrontierPoint = {
  readonly at: bigint;
  /** What the budgets that move come to there. */
  readonly budget: Pence;
  /** Over all budgets. */
  readonly cost: Pence;
  readonly benefit: Rational;
  readonly chosen: readonly Choice[];
};

/** Places, both ends included, of which no plan is proved to be the best; none there brings more. */
export type FrontierGap = {
  readonly from: bigint;
  readonly to: bigint;
  readonly noMoreThan: Rational;
};

/**
 * What no plan can bring more than, wherever what moves is: at each place the least of its lines, `flat + rise × place`,
 * in units of benefit. The steepest comes first.
 */
export type Ceiling = readonly CeilingLine[];
export type CeilingLine = { readonly flat: number; readonly rise: number };

/** The best plan with every budget cut alike; null where then no plan obeys the rules, or, unproved, none was found. */
export type Less = {
  readonly percent: number;
  /** What the budgets come to together. */
  readonly amount: Pence;
  readonly plan: Selection | null;
  readonly isProved: boolean;
};

/**
 * The least change of one rule that lets a plan obey all the rules, the others as they are: a budget raised, an
 * equity minimum lowered, any other rule dropped. `enough` is false where no change of this rule alone helps.
 */
export type WayOut = { readonly rule: string } & (
  | { readonly enough: false }
  | { readonly enough: true; readonly way: "raise"; readonly to: Pence; readonly by: Pence }
  | {
      readonly enough: true;
      readonly way: "lower";
      readonly minimumLines: number | null;
      readonly minimumBenefit: Rational | null;
    }
  | { readonly enough: true; readonly way: "drop" }
);

/**
 * How the best plan was proved: `enumeration` compared every plan that could matter, in whole numbers; `solver` rests
 * on the bound of HiGHS, whose objective is whole numbers, so that an error would have to exceed half a unit.
 */
export type Proof = "enumeration" | "solver";

/** The budget plan of a scenario (rules §9). */
export type Plan = Selection & {
  /** `not-proved`: the best plan that was found before the allowance ended; another may bring more. */
  readonly status: "optimal" | "not-proved" | "infeasible";
  /** Where it is not proved, what no plan can bring more than: the rest is the proved gap. */
  readonly noMoreThan: Rational | null;
  readonly proof: Proof;
  /** Another plan that obeys the rules has the same best benefit; shown is the one that §9 puts first. */
  readonly ties: boolean;
  readonly rankByScore: Selection;
  readonly rankByScoreSkipping: Selection;
  readonly rankByValue: Selection;
  /** The budgets of which `frontier` and `wouldEnterWith` speak: the only one, one of several, or all; null where none was asked for. */
  readonly moving: Moves | null;
  /** For each line left out the least extra budget with which the plan shown contains it; lines that never enter are absent, and where that is not known. */
  readonly wouldEnterWith: ReadonlyMap<Id, Pence>;
  readonly frontier: readonly FrontierPoint[];
  /** False where points are missing: those shown are only some, each of them exact. */
  readonly frontierComplete: boolean;
  /** Where the missing ones would be, from the lowest up, once a budget was walked along. */
  readonly frontierGaps: readonly FrontierGap[];
  /** What no plan can bring more than at any place, once a budget was walked along; until then it has no lines. */
  readonly frontierCeiling: Ceiling;
  /** With several budgets, once one of them moves: what cuts of all of them lose. */
  readonly less: readonly Less[];
  /** The smallest set of rules that conflict, by path; empty when a plan exists. */
  readonly conflict: readonly string[];
  /** For each rule of the conflict its cheapest way out. */
  readonly waysOut: readonly WayOut[];
};
