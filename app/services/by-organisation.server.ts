import { inTransaction } from "../../db/in-transaction";
import { findLink, keepLink, takeLink } from "../../db/repositories/one-time-links";
import { auditPerson, findByEmail } from "../../db/repositories/people";
import type { Database } from "../../db/schema";
import { newToken, startSession } from "./accounts.server";
import type { OrganisationSignIn } from "./organisation-sign-in.server";
import type { OrganisationOutcome, People } from "./people";

/** How long somebody may take at the organisation's own sign-in. */
const MINUTES_AWAY = 15;
const KINDS = ["sign-in"] as const;

/** Sign-in with one's organisation: only for people whom an administrator has added, matched by verified address. */
export function signInByOrganisation(
  db: Database,
  organisation: OrganisationSignIn | null,
): Pick<People, "hasOrganisationSignIn" | "leaveForOrganisation" | "comeBackFromOrganisation"> {
  return {
    hasOrganisationSignIn: organisation !== null,
    leaveForOrganisation: async ({ redirectUri, wanted, now }) => {
      if (organisation === null) return null;
      const state = newToken();
      const { href, verifier, nonce } = await organisation.leave({ state, redirectUri });
      const detail = { verifier, nonce, wanted };
      await keepLink(db, { token: state, kind: "sign-in", person: null, detail, minutes: MINUTES_AWAY, now });
      return { href, state };
    },
    comeBackFromOrganisation: async ({ state, url, now }) => {
      const link = await findLink(db, { token: state, kinds: KINDS, now });
      if (organisation === null || link === null) return { outcome: "refused", why: "late" };
      await inTransaction(db, (transaction) => takeLink(transaction, state));
      const { verifier = "", nonce = "", wanted = "" } = link.detail;
      const email = await organisation.comeBack({ url, state, verifier, nonce }).catch(() => undefined);
      if (email === undefined) return { outcome: "refused", why: "failed" };
      return enter(db, { email, wanted, now });
    },
  };
}

function enter(
  db: Database,
  { email, wanted, now }: { email: string | null; wanted: string; now: string },
): Promise<OrganisationOutcome> {
  return inTransaction(db, async (transaction) => {
    const person = email === null ? null : await findByEmail(transaction, email);
    if (person === null || person.state === "disabled" || person.isSample) {
      const deed = { author: "Sign-in with the organisation", person: null, now };
      const entry = { action: "sign-in-refused", id: person?.id ?? null, detail: {} };
      await auditPerson(transaction, deed, entry);
      return { outcome: "refused", why: "unknown" };
    }
    return { outcome: "signed-in", token: await startSession(transaction, person, now), wanted };
  });
}
