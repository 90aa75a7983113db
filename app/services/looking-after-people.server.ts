import { randomUUID } from "node:crypto";
import { inTransaction } from "../../db/in-transaction";
import { type AuditEntry, listAudit } from "../../db/repositories/audit";
import { dropLinksOf, keepLink } from "../../db/repositories/one-time-links";
import {
  auditPerson,
  changeRole,
  changeState,
  createPerson,
  listPeople,
  loadPerson,
} from "../../db/repositories/people";
import type { Database, Transaction } from "../../db/schema";
import type { Id } from "../../scenarios/model/identifiers";
import { ROLES } from "../access/identity";
import { emailFault, nameFault, PASSWORD_LINK_DAYS } from "./account-faults";
import { faultsOf, newToken } from "./accounts.server";
import type { Invitation, InvitationOutcome, People, PersonDeed } from "./people";
import type { Authorship } from "./saving";

const DEEDS_SHOWN = 50;

/** What administrators do: invite people, give roles and links, shut out and let in again. */
export function lookingAfterPeople(
  db: Database,
): Pick<People, "list" | "listDeeds" | "invite" | "newPasswordLink" | "changeRole" | "changeState"> {
  return {
    list: () => listPeople(db),
    listDeeds: () => listDeeds(db),
    invite: (invitation, by) => invite(db, invitation, by),
    newPasswordLink: (person, by) =>
      inTransaction(db, async (transaction) => {
        const known = await loadPerson(transaction, person);
        if (known === null || known.state === "disabled" || known.isSample) return null;
        return makeLink(transaction, person, by);
      }),
    changeRole: (person, role, by) => changeRole(db, person, role, by),
    changeState: (person, state, by) => changeState(db, person, state, by),
  };
}

function invite(db: Database, { name, email, role }: Invitation, by: Authorship): Promise<InvitationOutcome> {
  return inTransaction(db, async (transaction) => {
    const faults = { ...nameFault(name), ...emailFault(email) };
    if (Object.keys(faults).length > 0) return { outcome: "refused", faults };
    const id = randomUUID();
    const person = { id, name, email, role, state: "invited", isSample: false, passwordHash: null } as const;
    const issues = await createPerson(transaction, person, by);
    if (issues.length > 0) return { outcome: "refused", faults: faultsOf(issues) };
    return { outcome: "invited", person: id, token: await makeLink(transaction, id, by) };
  });
}

async function makeLink(transaction: Transaction, person: Id, by: Authorship): Promise<string> {
  const token = newToken();
  await dropLinksOf(transaction, person);
  await keepLink(transaction, {
    ...{ token, kind: "password", person, detail: {}, now: by.now },
    minutes: PASSWORD_LINK_DAYS * 24 * 60,
  });
  await auditPerson(transaction, by, { action: "link-made", id: person, detail: {} });
  return token;
}

async function listDeeds(db: Database): Promise<readonly PersonDeed[]> {
  const [entries, people] = await Promise.all([
    listAudit(db, { subject: "people", most: DEEDS_SHOWN }),
    listPeople(db),
  ]);
  const names = new Map(people.map(({ id, name }) => [`people/${id}`, name]));
  return entries.map(({ at, actor, action, subject, detail }) => ({
    ...{ at, actor, action, role: roleIn(detail) },
    about: names.get(subject) ?? null,
  }));
}

const roleIn = ({ role }: AuditEntry["detail"]): PersonDeed["role"] =>
  ROLES.find((known) => known === role) ?? null;
