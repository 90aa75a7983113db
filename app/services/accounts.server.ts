import { randomBytes } from "node:crypto";
import { auditPerson, type Deed, type Person } from "../../db/repositories/people";
import { openSession } from "../../db/repositories/sessions";
import type { Transaction } from "../../db/schema";
import type { Issue } from "../../scenarios/model/issue";
import type { AccountFaults } from "./people";

type Named = Pick<Person, "id" | "name">;

/** What nobody guesses: 256 bits of chance, as they stand in a cookie or an address. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What a person does to their own account. */
export const by = ({ id, name }: Named, now: string): Deed => ({ author: name, person: id, now });

/** A new session under a new token, with its line in the log. */
export async function startSession(transaction: Transaction, person: Named, now: string): Promise<string> {
  const token = newToken();
  await openSession(transaction, { token, person: person.id, now });
  await auditPerson(transaction, by(person, now), { action: "signed-in", id: person.id, detail: {} });
  return token;
}

/** Issues of an account by the name of their field. */
export const faultsOf = (issues: readonly Issue[]): AccountFaults =>
  Object.fromEntries(issues.map(({ path, message }) => [path.slice(1), message]));
