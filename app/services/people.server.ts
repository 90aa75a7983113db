import { randomUUID } from "node:crypto";
import { inTransaction } from "../../db/in-transaction";
import { lockAudit } from "../../db/repositories/audit";
import { findLink, keepLink, takeLink } from "../../db/repositories/one-time-links";
import {
  auditPerson,
  createPerson,
  findByEmail,
  hasAdministrator,
  listPeople,
  loadPerson,
  type NewPerson,
  type Person,
  setPassword,
} from "../../db/repositories/people";
import { endSession, findSession } from "../../db/repositories/sessions";
import { countAttempt, forgetAttempts } from "../../db/repositories/sign-in-attempts";
import type { Database } from "../../db/schema";
import type { SignedInPerson } from "../access/identity";
import { accountFaults, passwordFault } from "./account-faults";
import { by, faultsOf, newToken, startSession } from "./accounts.server";
import { signInByOrganisation } from "./by-organisation.server";
import { lookingAfterPeople } from "./looking-after-people.server";
import type { OrganisationSignIn } from "./organisation-sign-in.server";
import { hashPassword, isPasswordOf } from "./passwords.server";
import type {
  ChosenAccount,
  PasswordChange,
  PasswordOutcome,
  People,
  SignInAttempt,
  SignInOutcome,
} from "./people";

const PASSWORD_LINKS = ["administrator", "password"] as const;
const FIRST_LINK_MINUTES = 24 * 60;
const TOO_MANY = "There were too many tries. Wait 15 minutes and try again.";

/** People over a database. `isThisMachineOnly`: nobody else can call, so that the sample's people may sign in. */
export function keepPeople(
  db: Database,
  {
    isThisMachineOnly,
    organisation,
  }: { isThisMachineOnly: boolean; organisation: OrganisationSignIn | null },
): People {
  /** Once somebody real looks after the people, the sample's ones have had their day. */
  const isSampleOpen = async (): Promise<boolean> => isThisMachineOnly && !(await hasAdministrator(db));
  return {
    ...lookingAfterPeople(db),
    ...signInByOrganisation(db, organisation),
    changePassword: (change) => changePassword(db, change),
    identify: async (token, asked) => {
      const person = await findSession(db, token, asked);
      return person === null || (person.isSample && !(await isSampleOpen())) ? null : toSignedIn(person);
    },
    signIn: (attempt) => signIn(db, attempt),
    signOut: (token, now) => signOut(db, token, now),
    listSamplePeople: async () => ((await isSampleOpen()) ? sampleOf(await listPeople(db)) : []),
    signInAsSample: async (id, now) => {
      const person = await loadPerson(db, id);
      if (person?.isSample !== true || person.state !== "active" || !(await isSampleOpen())) return null;
      return inTransaction(db, (transaction) => startSession(transaction, person, now));
    },
    firstAdministratorLink: async (now) => {
      if (await hasAdministrator(db)) return null;
      const token = newToken();
      await keepLink(db, {
        ...{ token, kind: "administrator", person: null, detail: {}, now },
        minutes: FIRST_LINK_MINUTES,
      });
      return token;
    },
    findPasswordLink: async (token, now) => {
      const link = await findLink(db, { token, kinds: PASSWORD_LINKS, now });
      if (link === null) return null;
      if (link.person === null) return { isFor: "new-administrator" };
      const person = await loadPerson(db, link.person);
      if (person === null || person.state === "disabled") return null;
      return { isFor: "person", name: person.name, email: person.email, role: person.role };
    },
    usePasswordLink: async (token, chosen, now) => {
      const link = await findLink(db, { token, kinds: PASSWORD_LINKS, now });
      const known = link?.person == null ? null : await loadPerson(db, link.person);
      if (link === null || known?.state === "disabled") return { outcome: "missing" };
      const account = known === null ? chosen : { ...chosen, name: known.name, email: known.email };
      const faults = accountFaults(account);
      if (Object.keys(faults).length > 0) return { outcome: "refused", faults };
      const passwordHash = await hashPassword(chosen.password);
      return inTransaction(db, async (transaction) => {
        await lockAudit(transaction); // Of several uses at once, one gets the link.
        if ((await findLink(transaction, { token, kinds: PASSWORD_LINKS, now })) === null) {
          return { outcome: "missing" };
        }
        const person = known ?? newAdministrator(chosen);
        const issues =
          "passwordHash" in person ? await createPerson(transaction, person, by(person, now)) : [];
        if (issues.length > 0) return { outcome: "refused", faults: faultsOf(issues) };
        await takeLink(transaction, token);
        await setPassword(transaction, person.id, passwordHash, by(person, now));
        return { outcome: "signed-in", token: await startSession(transaction, person, now) };
      });
    },
  };
}

async function signIn(
  db: Database,
  { email, password, address, now }: SignInAttempt,
): Promise<SignInOutcome> {
  const attempt = { id: randomUUID(), account: email, address, now };
  if (!(await countAttempt(db, attempt))) return { outcome: "too-many" };
  const person = await findByEmail(db, email);
  const isRight = await isPasswordOf(password, person?.passwordHash ?? null);
  return inTransaction(db, async (transaction) => {
    if (person === null || !isRight || person.state !== "active") {
      const deed = { author: "Sign-in page", person: null, now };
      const entry = { action: "sign-in-refused", id: person?.id ?? null, detail: {} };
      await auditPerson(transaction, deed, entry);
      return { outcome: "refused" };
    }
    await forgetAttempts(transaction, attempt);
    return { outcome: "signed-in", token: await startSession(transaction, person, now) };
  });
}

/** As careful as signing in: whoever finds a browser open does not get to try passwords in it. */
async function changePassword(db: Database, change: PasswordChange): Promise<PasswordOutcome> {
  const { password, address, now } = change;
  const person = await loadPerson(db, change.person);
  if (person === null || !person.hasPassword) return { outcome: "missing" };
  const faults = passwordFault(password, [person.name, person.email]);
  if (Object.keys(faults).length > 0) return { outcome: "refused", faults };
  const attempt = { id: randomUUID(), account: person.email, address, now };
  if (!(await countAttempt(db, attempt))) return { outcome: "refused", faults: { current: TOO_MANY } };
  const stored = await findByEmail(db, person.email);
  if (!(await isPasswordOf(change.current, stored?.passwordHash ?? null))) {
    return { outcome: "refused", faults: { current: "This is not your password. Type it again." } };
  }
  const passwordHash = await hashPassword(password);
  return inTransaction(db, async (transaction) => {
    await forgetAttempts(transaction, attempt);
    await setPassword(transaction, person.id, passwordHash, by(person, now));
    return { outcome: "signed-in", token: await startSession(transaction, person, now) };
  });
}

function signOut(db: Database, token: string, now: string): Promise<void> {
  return inTransaction(db, async (transaction) => {
    const id = await endSession(transaction, token);
    const person = id === null ? null : await loadPerson(transaction, id);
    if (person === null) return;
    await auditPerson(transaction, by(person, now), { action: "signed-out", id: person.id, detail: {} });
  });
}

const newAdministrator = ({ name, email }: ChosenAccount): NewPerson => ({
  ...{ id: randomUUID(), name: name.trim(), email, role: "administrator", state: "active" },
  ...{ isSample: false, passwordHash: null },
});

const sampleOf = (people: readonly Person[]): readonly SignedInPerson[] =>
  people.filter(({ isSample, state }) => isSample && state === "active").map(toSignedIn);

const toSignedIn = ({ id, name, email, role, isSample }: Person): SignedInPerson => ({
  ...{ id, name, email, role, isSample },
});
