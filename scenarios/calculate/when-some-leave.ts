import type { ByYear } from "../model/evaluation";
import { type Pence, sumPence } from "../model/money";
import type { Rational } from "../model/rational";
import type { PreparedRound } from "./prepare-round";
import { effectiveRule, shareWhen } from "./share-when";

/** What B comes to when all members take it but a few (rules §4). Money over the horizon. */
export type WhenSomeLeave = {
  readonly happens: boolean;
  /** What the pot still buys of its capacity, 0 to 1. */
  readonly capacityScale: Rational;
  /** In the order of the members; zero for those who leave. */
  readonly shares: readonly Pence[];
  /** What the shares leave of what is asked for, before anyone tops up; nothing is asked where the round does not happen. */
  readonly missing: Pence;
};

/** By the places of those who leave. Null where bounds or a collar cannot be met by those who stay. */
export function whenSomeLeave(prepared: PreparedRound, leaving: readonly number[]): WhenSomeLeave | null {
  const pays = prepared.round.members.map((_, place) => !leaving.includes(place));
  const outcome = shareWhen(prepared, pays);
  if (!outcome.ok) return null;
  const shares = outcome.shares.map((ofMember: ByYear) => sumPence(ofMember));
  const asked = sumPence(prepared.pots.map(({ amount }) => amount));
  const isLess = !outcome.happens || effectiveRule(prepared) === "scale";
  return {
    happens: outcome.happens,
    capacityScale: outcome.capacityScale,
    shares,
    missing: isLess ? 0n : asked - sumPence(shares),
  };
}

/** Every way in which some of the other members leave, at most two: places. `one` itself stays. */
export function othersLeaving(members: number, one: number, leaving: 1 | 2): number[][] {
  const others = Array.from({ length: members }, (_, place) => place).filter((place) => place !== one);
  if (leaving === 1) return others.map((place) => [place]);
  return others.flatMap((first, at) => others.slice(at + 1).map((second) => [first, second]));
}
