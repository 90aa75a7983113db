import type { Identity } from "../access/identity";
import type { Services } from "../services/services";
import type { SessionCookie } from "./session-cookie";

/** What a loader or an action may use beside its request. */
declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    readonly services: Services;
    /** Who asks. What they may do has been decided before; pages show it and write it down. */
    readonly identity: Identity;
    /** Where the request comes from, for limits. */
    readonly address: string;
    readonly sessionCookie: SessionCookie;
    /** By what a browser is known that has left for its organisation's sign-in. */
    readonly departureCookie: SessionCookie;
    readonly partnerCookie: SessionCookie;
    /** The moment of the request: pages and reports take the time from here, never from a clock of their own. */
    readonly now: Date;
    /** The planner's own address, for links that people pass on: `https://planner.example.gov.uk`. */
    readonly origin: string;
    /** Whom people ask who cannot use a page; null where nobody is named. */
    readonly contact: string | null;
    readonly nonce: string;
    readonly requestId: string;
    readonly reportError: (error: unknown) => void;
  }
}
