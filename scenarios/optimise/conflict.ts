import type { Picks } from "./evaluate-plan";
import { placesOfBroken, planObeying } from "./obey";
import type { OpenProblem } from "./open-problem";

/**
 * The smallest set of rules that no plan obeys together, as places of `Problem.rules`, ascending (rules §9: "when
 * nothing fits"). Of equally small sets one is given, always the same.
 *
 * Whatever a plan breaks, a conflict holds one of it, else the plan would obey the conflict. So the smallest set that
 * holds one of what each of some plans breaks is a lower bound; when no plan obeys that set, it is the conflict;
 * otherwise that plan is one more to reckon with.
 *
 * Example: a budget of £100 with two lines of £60 that must both be funded gives the budget and both must-fund rules.
 */
export function smallestConflict(opened: OpenProblem): readonly number[] {
  const broken: (readonly number[])[] = [];
  for (;;) {
    const rules = smallestHitting(broken);
    const plan = planObeying(opened, { inForce: new Set(rules) });
    if (plan === null) return rules;
    broken.push(rulesBeyond(opened, plan));
  }
}

/** Adds to what a plan obeys one rule after the other, as long as some plan obeys them all; what is left over. */
function rulesBeyond(opened: OpenProblem, plan: Picks): number[] {
  const { problem } = opened;
  const every = problem.rules.map((_, rule) => rule);
  let left = placesOfBroken(problem, plan);
  for (const rule of left) {
    if (!left.includes(rule)) continue;
    const better = planObeying(opened, {
      inForce: new Set(every.filter((other) => other === rule || !left.includes(other))),
    });
    if (better !== null) {
      const stillBroken = new Set(placesOfBroken(problem, better));
      left = left.filter((other) => stillBroken.has(other));
    }
  }
  return left;
}

/** The smallest set that holds a member of each of the sets, ascending. */
function smallestHitting(sets: readonly (readonly number[])[]): number[] {
  for (let size = 0; ; size++) {
    const hitting = hittingOf(sets, { chosen: [], left: size });
    if (hitting !== null) return [...hitting].sort((a, b) => a - b);
  }
}

function hittingOf(
  sets: readonly (readonly number[])[],
  so: { readonly chosen: readonly number[]; readonly left: number },
): readonly number[] | null {
  const missed = sets.find((set) => !set.some((member) => so.chosen.includes(member)));
  if (missed === undefined) return so.chosen;
  if (so.left === 0) return null;
  for (const member of missed) {
    const hitting = hittingOf(sets, { chosen: [...so.chosen, member], left: so.left - 1 });
    if (hitting !== null) return hitting;
  }
  return null;
}
