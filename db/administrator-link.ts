import { randomBytes } from "node:crypto";
import { inTransaction } from "./in-transaction";
import { keepLink } from "./repositories/one-time-links";
import { auditPerson } from "./repositories/people";
import type { Database } from "./schema";

const MINUTES = 24 * 60;

/** The path of a new link that makes an administrator, with its line in the audit log. */
export function makeAdministratorLink(db: Database, now: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  return inTransaction(db, async (transaction) => {
    const link = { token, kind: "administrator", person: null, detail: {}, minutes: MINUTES, now } as const;
    await keepLink(transaction, link);
    const deed = { author: "Command line", person: null, now };
    await auditPerson(transaction, deed, { action: "link-made", id: null, detail: {} });
    return `/set-password?link=${token}`; // The page app/routes/set-password.tsx; in the query, because logs hold paths.
  });
}
