import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { InputPlaces } from "./inputs";
import type { RoundTerms } from "./round-terms";
import type { Among, ShareUses } from "./share-columns";
import type { SharePlaces, ShareRefs } from "./share-formulas";
import type { Vectors, YearTerms } from "./share-vectors";
import { columnLetters, type Places, type SheetCell, type SheetColumn } from "./sheet";

/** The rows of the Contributions sheet. */
export const contributionRow = (round: Id, year: string, member: Id): string => `${round}-${year}-${member}`;
export const topUpRow = (round: Id, year: string, payer: Id): string =>
  contributionRow(round, year, `top-up-${payer}`);

/** What the cells of one round and year are made from: the row of the pot, the members, those who top up. */
export type ContributionYear = {
  readonly evaluation: Evaluation;
  readonly terms: RoundTerms;
  readonly inputs: InputPlaces;
  readonly prices: Places;
  readonly columns: readonly SheetColumn[];
  readonly uses: ShareUses;
  readonly place: number;
  readonly year: string;
  /** The row of the pot, from 0. */
  readonly firstRow: number;
  /** The address of the months of the round in the year. */
  readonly months: string;
  readonly refs: ShareRefs;
  readonly figures: YearTerms;
  readonly working: Working | null;
  readonly before: Pick<ContributionYear, "months" | "firstRow" | "figures" | "working"> | null;
};

/** The working among all members and among the payers; there is none without a share rule. */
export type Working = Readonly<Record<Among, Vectors>>;
export type Cells = Record<string, SheetCell>;

/** The addresses of a round and year. */
export type Addresses = {
  readonly pot: (column: string) => string;
  readonly member: (at: number, column: string) => string;
  readonly members: (column: string) => string;
  readonly topUp: (at: number, column: string) => string;
  /** Null where nobody tops up. */
  readonly topUps: (column: string) => string | null;
};

export function addressesOf({
  columns,
  firstRow,
  terms,
}: Pick<ContributionYear, "columns" | "firstRow" | "terms">): Addresses {
  const letters = (column: string): string => {
    const place = columns.findIndex(({ id }) => id === column);
    if (place < 0) throw new Error(`no column ${column} on the sheet Contributions`);
    return `$${columnLetters(place)}`;
  };
  const [members, topUps] = [terms.round.members.length, terms.outcome.toppedUp.size];
  const firstMember = firstRow + 3;
  const range = (column: string, first: number, count: number): string =>
    `${letters(column)}$${first}:${letters(column)}$${first + count - 1}`;
  return {
    pot: (column) => `${letters(column)}$${firstRow + 2}`,
    member: (at, column) => `${letters(column)}${firstMember + at}`,
    members: (column) => range(column, firstMember, members),
    topUp: (at, column) => `${letters(column)}${firstMember + members + at}`,
    topUps: (column) => (topUps === 0 ? null : range(column, firstMember + members, topUps)),
  };
}

/** The addresses that the share formulas of one member read. */
export function memberPlaces(sources: ContributionYear, at: number): SharePlaces {
  const addresses = addressesOf(sources);
  const { before } = sources;
  return {
    own: (column) => addresses.member(at, column),
    all: addresses.members,
    before:
      before === null
        ? null
        : (column) => addressesOf({ ...sources, firstRow: before.firstRow }).member(at, column),
    pot: addresses.pot("pot"),
    months: sources.months,
    monthsBefore: before?.months ?? null,
  };
}

/** What every row of a round and year begins with. */
export function rowStart({ terms, year }: ContributionYear, payer: string): Cells {
  return { round: { value: terms.round.name }, year: { value: year }, payer: { value: payer } };
}

export function pounds(pence: bigint | undefined): number {
  return Number(pence ?? 0n) / 100;
}
