import type { Services } from "../services/services";

/** What a loader or an action may use beside its request. */
declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    readonly services: Services;
    /** The moment of the request: pages and reports take the time from here, never from a clock of their own. */
    readonly now: Date;
    readonly nonce: string;
    readonly requestId: string;
    readonly reportError: (error: unknown) => void;
  }
}
