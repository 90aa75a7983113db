import { compareIds, type Id } from "./identifiers";
import type { Provision } from "./scenario";

type Drawing = Pick<Provision, "id" | "drawOrder">;

/**
 * Provisions in the order in which they draw on funding sources (rules §8): the smallest `drawOrder` first; those without
 * one come after all that have one. Equal numbers, and provisions without, go by id.
 *
 * Example: refuge with 1, helpline with 2, advice and outreach without draw as refuge, helpline, advice, outreach.
 */
export function inDrawOrder<One extends Drawing>(provisions: readonly One[]): One[] {
  return provisions.toSorted(
    (first, second) => numberOf(first) - numberOf(second) || compareIds(first.id, second.id),
  );
}

const numberOf = ({ drawOrder = Number.MAX_SAFE_INTEGER }: Drawing): number => drawOrder;

/** Provisions that have their number with another: only their ids say which of them draws first. */
export function sharedDrawOrders(provisions: readonly Drawing[]): ReadonlyMap<Id, readonly Id[]> {
  const inOrder = inDrawOrder(provisions).filter(({ drawOrder }) => drawOrder !== undefined);
  return new Map(
    inOrder.flatMap(({ id, drawOrder }) => {
      const others = inOrder.filter((other) => other.drawOrder === drawOrder && other.id !== id);
      return others.length === 0 ? [] : [[id, others.map((other) => other.id)] as const];
    }),
  );
}
