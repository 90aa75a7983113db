import type { LoaderFunctionArgs } from "@remix-run/node";
import { type DescribedChange, describeChanges, planBeforeRecord } from "../forms/describe-changes";
import type { AgainstBase } from "../services/bases";
import { decisionsOfMerge } from "./decide";
import { formatMoment } from "./moment";
import { scenarioHref, scenarioKeyOf } from "./scenario-route";

/** A change of a scenario against its base in words, with why it was made. */
export type ReasonedChange = DescribedChange & {
  readonly reason: string;
  /** Who says why, and when; empty where nobody does. */
  readonly said: string;
};

/** What a scenario changes of its base, in words. */
export function describeAgainstBase({ baseThen, scenario, changes }: AgainstBase): readonly ReasonedChange[] {
  const described = describeChanges(
    baseThen,
    scenario,
    changes.map(({ operation }) => operation),
  );
  return planBeforeRecord(
    described.map((change, place) => {
      const reason = changes[place]?.reason ?? null;
      return {
        ...change,
        reason: reason?.reason ?? "",
        said: reason === null ? "" : `${reason.author}, ${formatMoment(reason.createdAt)}`,
      };
    }),
  );
}

/** What changed in the base of a scenario since it was taken over, in words; null where nothing did. */
export function describeTakeOver({ baseThen, baseNow, scenario, base, merge, revision }: AgainstBase) {
  const { clean, conflicts } = merge;
  if (clean.length + conflicts.length === 0) return null;
  const words = { mine: "Keep", theirs: "Take over" };
  return {
    revision,
    upTo: base.latest,
    clean: describeChanges(baseThen, baseNow, clean),
    decisions: decisionsOfMerge(conflicts, { mine: scenario, theirs: baseNow, words }),
  };
}

/** The other scenarios of the plan, on top of which the changes of this one could come. */
export async function otherScenarios(args: LoaderFunctionArgs) {
  const { plan, scenario } = scenarioKeyOf(args);
  const loaded = await args.context.services.loadPlan(plan);
  return (loaded?.scenarios ?? [])
    .filter(({ id }) => id !== scenario)
    .map(({ id, name }) => ({ id, name, href: scenarioHref({ plan, scenario: id }) }));
}
