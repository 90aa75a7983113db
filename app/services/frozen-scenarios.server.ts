import { listConsultations, type StoredConsultation } from "../../db/repositories/consultations";
import { loadRevision } from "../../db/repositories/revisions";
import type { Database } from "../../db/schema";
import { contentHash } from "../../db/stored-text";
import type { Consultation } from "../../scenarios/consultation/consultation";
import type { Id } from "../../scenarios/model/identifiers";
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

/** The documents that went out in the consultations of a plan before one, or in all of them; each version once. */
export async function earlierScenarios(
  db: Database,
  { plan, before }: { readonly plan: Id; readonly before: StoredConsultation | null },
): Promise<readonly Scenario[]> {
  const all = await listConsultations(db, plan);
  const earlier = all.filter(
    ({ id, createdAt }) => before === null || (id !== before.id && createdAt <= before.createdAt),
  );
  const versions = new Map(
    earlier.flatMap(({ snapshots }) => snapshots.map((one) => [one.contentHash, one] as const)),
  );
  return frozenScenarios(db, { plan, snapshots: [...versions.values()] });
}
