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
export function identifyBy({ people }: Pick<Services, "people">, cookie: SessionCookie): Identify {
  return async ({ cookies, now, isBackground }) => {
    const token = cookie.read(cookies);
    const person = token === null ? null : await people.identify(token, { now, isBackground });
    return person === null ? VISITOR : { kind: "person", ...person };
  };
}
