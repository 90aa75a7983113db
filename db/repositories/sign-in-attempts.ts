import { inTransaction } from "../in-transaction";
import { later } from "../later";
import type { Database } from "../schema";
import { lockAudit } from "./audit";
import { tidyEmail } from "./people";

/** So many tries without success within the window, by one address of a network and for one account. */
export const ATTEMPTS = { address: 10, account: 5, minutes: 15 } as const;

export type Attempt = {
  readonly id: string;
  /** The e-mail address as typed, whether or not anybody has it. */
  readonly account: string;
  /** Where the request comes from. */
  readonly address: string;
  readonly now: string;
};

/**
 * Counts a try to sign in before it is made, so that many at once are no way around the limit. False: too many, and
 * this one must not be made.
 */
export function countAttempt(db: Database, { id, account, address, now }: Attempt): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    await lockAudit(transaction); // One after the other, also on several instances.
    await transaction.deleteFrom("signInAttempts").where("at", "<", later(now, -ATTEMPTS.minutes)).execute();
    const tried = { account: tidyEmail(account), address };
    const earlier = await transaction
      .selectFrom("signInAttempts")
      .select(["account", "address"])
      .where((row) => row.or([row("account", "=", tried.account), row("address", "=", address)]))
      .execute();
    const isTooMany =
      earlier.filter((one) => one.address === address).length >= ATTEMPTS.address ||
      earlier.filter((one) => one.account === tried.account).length >= ATTEMPTS.account;
    if (isTooMany) return false;
    await transaction
      .insertInto("signInAttempts")
      .values({ id, ...tried, at: now })
      .execute();
    return true;
  });
}

/** A try that succeeded counts against nobody, and clears the account. */
export async function forgetAttempts(db: Database, { id, account }: Pick<Attempt, "id" | "account">) {
  await db
    .deleteFrom("signInAttempts")
    .where((row) => row.or([row("id", "=", id), row("account", "=", tidyEmail(account))]))
    .execute();
}
