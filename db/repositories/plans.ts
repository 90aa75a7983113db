import { ID_PATTERN, type Id } from "../../scenarios/model/identifiers";
import type { Issue } from "../../scenarios/model/issue";
import { inTransaction } from "../in-transaction";
import type { Database } from "../schema";
import { storableText } from "../stored-text";
import { appendAudit, lockAudit } from "./audit";

/** A partnership and the scenarios that it works on. */
export type Plan = {
  readonly id: Id;
  readonly name: string;
  readonly about: string;
  readonly createdAt: string;
  readonly createdBy: string;
};
export type NewPlan = {
  readonly id: Id;
  readonly name: string;
  readonly about?: string;
  readonly author: string;
  readonly now: string;
};
export type Created =
  | { readonly outcome: "created" }
  | { readonly outcome: "missing" }
  | { readonly outcome: "refused"; readonly issues: readonly Issue[] };

const PLAN_FIELDS = ["id", "name", "about", "createdAt", "createdBy"] as const;

export function listPlans(db: Database): Promise<Plan[]> {
  return db.selectFrom("plans").select(PLAN_FIELDS).orderBy("position").execute();
}

export async function loadPlan(db: Database, plan: Id): Promise<Plan | null> {
  const row = await db.selectFrom("plans").select(PLAN_FIELDS).where("id", "=", plan).executeTakeFirst();
  return row ?? null;
}

export function createPlan(db: Database, plan: NewPlan): Promise<Created> {
  return inTransaction(db, async (transaction) => {
    await lockAudit(transaction); // Two new plans at once take their places one after the other.
    const plans = await transaction.selectFrom("plans").select(["id", "position"]).execute();
    const issue = issueOfNewId(
      plan.id,
      plans.map(({ id }) => id),
    );
    if (issue !== null) return { outcome: "refused", issues: [issue] };

    await transaction
      .insertInto("plans")
      .values({
        id: plan.id,
        name: storableText(plan.name),
        about: storableText(plan.about ?? ""),
        position: 1 + Math.max(0, ...plans.map(({ position }) => position)),
        createdAt: plan.now,
        createdBy: storableText(plan.author),
      })
      .execute();
    await appendAudit(transaction, {
      at: plan.now,
      actor: plan.author,
      action: "plan-created",
      subject: `plans/${plan.id}`,
      detail: { name: plan.name },
    });
    return { outcome: "created" };
  });
}

/** Why an id cannot be given to something new, or null. */
export function issueOfNewId(id: Id, taken: readonly Id[]): Issue | null {
  if (!ID_PATTERN.test(id)) {
    const message = `The id ${JSON.stringify(id)} may hold lower-case letters, digits and hyphens only.`;
    return { path: "/id", code: "id-malformed", message };
  }
  if (taken.includes(id)) {
    const message = `The id ${JSON.stringify(id)} is taken: choose another.`;
    return { path: "/id", code: "id-taken", message };
  }
  return null;
}
