import { inTransaction } from "./in-transaction";
import { lockAudit } from "./repositories/audit";
import { createPerson, type NewPerson } from "./repositories/people";
import type { Database } from "./schema";

/** The invented people of the sample, one for each role. They have no password. */
export const SAMPLE_PEOPLE: readonly NewPerson[] = [
  sample({ id: "sample-commissioner", name: "Casey Sample", role: "commissioner" }),
  sample({ id: "sample-finance", name: "Finley Sample", role: "finance" }),
  sample({ id: "sample-viewer", name: "Vivian Sample", role: "viewer" }),
  sample({ id: "sample-administrator", name: "Adair Sample", role: "administrator" }),
];

/** Puts the sample's people beside the sample's plans. False when anybody has an account already. */
export function seedSamplePeople(db: Database, now: string): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    await lockAudit(transaction);
    const person = await transaction.selectFrom("people").select("id").executeTakeFirst();
    if (person !== undefined) return false;
    for (const one of SAMPLE_PEOPLE) {
      await createPerson(transaction, one, { author: "Sample", person: null, now });
    }
    return true;
  });
}

function sample({ id, name, role }: Pick<NewPerson, "id" | "name" | "role">): NewPerson {
  const email = `${role}@sample.invalid`;
  return { id, name, email, role, state: "active", passwordHash: null, isSample: true };
}
