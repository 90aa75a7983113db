import { inTransaction } from "../in-transaction";
import type { Database } from "../schema";
import { storableText } from "../stored-text";
import type { Authorship } from "./apply-on-head";
import { appendAudit } from "./audit";
import type { ScenarioKey } from "./revisions";
import { loadScenario } from "./scenarios";

/** Why a field is as it is, said after it was changed. */
export type GivenReason = {
  readonly path: string;
  /** The latest revision when it was given. */
  readonly revision: number;
  /** Empty: none any more. */
  readonly reason: string;
  readonly author: string;
  readonly createdAt: string;
};

export function listReasons(db: Database, { plan, scenario }: ScenarioKey): Promise<GivenReason[]> {
  return db
    .selectFrom("changeReasons")
    .select(["path", "revision", "reason", "author", "createdAt"])
    .where("planId", "=", plan)
    .where("scenarioId", "=", scenario)
    .execute();
}

/** Says why a field is as it is now, in place of what was said before. False when there is no such scenario. */
export function giveReason(
  db: Database,
  {
    plan,
    scenario,
    author,
    person = null,
    now,
    ...given
  }: ScenarioKey & Omit<Authorship, "reason"> & { readonly path: string; readonly reason: string },
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const head = await loadScenario(transaction, { plan, scenario });
    if (head === null) return false;
    const [path, reason] = [storableText(given.path), storableText(given.reason)];
    const row = { revision: head.revision, reason, author: storableText(author), createdAt: now };
    await transaction
      .insertInto("changeReasons")
      .values({ planId: plan, scenarioId: scenario, path, ...row })
      .onConflict((conflict) => conflict.columns(["planId", "scenarioId", "path"]).doUpdateSet(row))
      .execute();
    await appendAudit(transaction, {
      ...{ at: now, actor: author, action: "reason-given", subject: `plans/${plan}/scenarios/${scenario}` },
      detail: { path, reason, revision: head.revision, person },
    });
    return true;
  });
}
