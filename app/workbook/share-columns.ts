import type { ContributionRound, Scenario } from "../../scenarios/model/scenario";
import { basisWords } from "../reports/words";
import type { SheetColumn } from "./sheet";

/**
 * The columns of the Contributions sheet: who, what the share is worked out from, the working among all members and
 * among the payers alone, and what is paid. Columns for phasing, collar and bounds stand only where a round has them.
 */
export type ShareUses = {
  readonly bases: readonly string[];
  readonly phaseIn: boolean;
  readonly collar: boolean;
  readonly bounds: boolean;
};

/** Among whom a pot is divided. */
export type Among = "all" | "payers";
export const AMONG: readonly Among[] = ["all", "payers"];

/** What the rounds of a scenario use. */
export function shareUses({ contributions = [] }: Scenario): ShareUses {
  const weights = contributions.flatMap(({ share }) => share?.weights ?? []);
  return {
    bases: [...new Set(weights.map(({ basis }) => basis))].filter((basis) => basis !== "equal"),
    phaseIn: contributions.some(({ share }) => share?.phaseIn !== undefined),
    collar: contributions.some(({ share }) => share?.collar !== undefined),
    bounds: contributions.some(hasBounds),
  };
}

export function hasBounds({ share, members }: ContributionRound): boolean {
  const bounded = [share, ...members];
  return bounded.some((one) => one?.minimum !== undefined || one?.maximum !== undefined);
}

export function shareColumns(uses: ShareUses): SheetColumn[] {
  const { bases, phaseIn, collar, bounds } = uses;
  return [
    { id: "round", label: "Round", format: "text" },
    { id: "year", label: "Financial year", format: "text" },
    { id: "payer", label: "Payer", format: "text" },
    { id: "choice", label: "Choice", format: "text" },
    { id: "status", label: "Reply", format: "text" },
    { id: "takes", label: "Takes B (1) or not (0)", format: "whole" },
    { id: "pot", label: "Pot of the year", format: "money" },
    { id: "order", label: "Order for ties", format: "whole" },
    ...bases.map(
      (basis): SheetColumn => ({ id: basisColumn(basis), label: basisWords(basis), format: "quantity" }),
    ),
    ...(phaseIn || collar ? [{ id: "historic", label: "Historic figure", format: "money" } as const] : []),
    ...(bounds ? boundColumns() : []),
    ...AMONG.flatMap((among) => workingColumns(among, uses)),
    { id: "share", label: "Share", format: "money" },
    { id: "override", label: "Agreed instead of the formula", format: "money" },
    { id: "buy-in", label: "Buy-in", format: "money" },
    { id: "top-up", label: "Top-up", format: "money" },
    { id: "pays", label: "Pays", format: "money" },
    { id: "shortfall", label: "Shortfall", format: "money" },
    { id: "change", label: "Share less what was asked", format: "money" },
    ...(bases.includes(POPULATION)
      ? [{ id: "per-resident", label: "Pays per resident", format: "money" } as const]
      : []),
  ];
}

/** The basis by which a payment is also told per resident. */
export const POPULATION = "population";

export function basisColumn(basis: string): string {
  return `basis-${basis}`;
}

function boundColumns(): SheetColumn[] {
  return [
    { id: "least", label: "Least in the year", format: "money" },
    { id: "most", label: "Most in the year", format: "money" },
  ];
}

const TITLES: Readonly<Record<Among, string>> = { all: "if all join", payers: "among the payers" };

function workingColumns(among: Among, { phaseIn, collar, bounds }: ShareUses): SheetColumn[] {
  const column = (id: string, label: string, format: SheetColumn["format"]): SheetColumn => ({
    id: `${id}-${among}`,
    label: `${label} ${TITLES[among]}`,
    format,
  });
  return [
    column("weight", "Weight", "percent"),
    ...(collar ? [column("before", "Full year before", "money")] : []),
    ...(phaseIn || collar ? [column("moved", "Pence after phasing or collar", "fraction")] : []),
    ...(bounds ? boundWorking(column) : []),
    column("quota", "Exact quota in pence", "fraction"),
    column("floor", "Whole pence", "whole"),
    column("fraction", "Fraction of a penny", "fraction"),
    column("rank", "Rank of the fraction", "whole"),
    column("result", "Share", "money"),
  ];
}

function boundWorking(
  column: (id: string, label: string, format: SheetColumn["format"]) => SheetColumn,
): SheetColumn[] {
  return [
    column("low", "Scale at the least", "fraction"),
    column("high", "Scale at the most", "fraction"),
    column("sum-low", "Pence of all at that least", "quantity"),
    column("sum-high", "Pence of all at that most", "quantity"),
    column("reached", "Scale that is reached", "fraction"),
    column("held", "Pence held at least or most", "fraction"),
    column("free", "Pence that share the rest", "fraction"),
  ];
}
