import { type Identity, VISITOR } from "../access/identity";
import type { Services } from "../services/services";
import type { SessionCookie } from "./session-cookie";

export type Asked = {
  /** The `Cookie` header as it came. */
  readonly cookies: string | undefined;
  readonly now: string;
  readonly isBackground: boolean;
};
export type Identify = (asked: Asked) => Promise<Identity>;

/** The only place where the cookies of a request become somebody. */
export function identifyBy(
  { people, consultations }: Pick<Services, "people" | "consultations">,
  { session, partner }: { readonly session: SessionCookie; readonly partner: SessionCookie },
): Identify {
  return async ({ cookies, now, isBackground }) => {
    const opened = partner.read(cookies);
    const asked = opened === null ? null : await consultations.partners.identify(opened, now);
    // A browser sends it with the pages of partners alone: there it speaks for the partner, whoever is signed in.
    if (opened !== null && asked !== null) return { kind: "partner", session: opened, ...asked };
    const token = session.read(cookies);
    const person = token === null ? null : await people.identify(token, { now, isBackground });
    return person === null ? VISITOR : { kind: "person", ...person };
  };
}
