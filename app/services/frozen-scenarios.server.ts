import { loadRevision } from "../../db/repositories/revisions";
import type { Database } from "../../db/schema";
import { contentHash } from "../../db/stored-text";
import type { Consultation } from "../../scenarios/consultation/consultation";
import type { Scenario } from "../../scenarios/model/scenario";

/** The documents of a consultation as they were frozen: their content is still what its hash says, or nothing goes on. */
export function frozenScenarios(
  db: Database,
  { plan, snapshots }: Pick<Consultation, "plan" | "snapshots">,
): Promise<readonly Scenario[]> {
  return Promise.all(
    snapshots.map(async ({ scenario, revision, contentHash: frozen }) => {
      const stored = await loadRevision(db, { plan, scenario, number: revision });
      if (stored === null || contentHash(stored.document) !== frozen) {
        throw new Error(`${plan}/${scenario} revision ${revision} is not what was frozen`);
      }
      return stored.document;
    }),
  );
}
