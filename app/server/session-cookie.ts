import { isBehindTls, type Settings } from "./settings";

/** The cookie that holds a session's token. Scripts cannot read it, and other sites cannot send it with a form. */
export type SessionCookie = {
  /** The token in a `Cookie` header, or null. */
  readonly read: (header: string | null | undefined) => string | null;
  /** The `Set-Cookie` header that keeps a token, or ends it (null). It goes when the browser closes. */
  readonly write: (token: string | null) => string;
};

/** Of people. Behind TLS the browser takes it from nobody but this very host (`__Host-`). */
export function sessionCookie(settings: Settings): SessionCookie {
  return cookieOf(settings, { name: isBehindTls(settings) ? "__Host-planner" : "planner", path: "/" });
}

/** Of partners who opened their link: the browser sends it to their own pages only. */
export function partnerCookie(settings: Settings): SessionCookie {
  const name = isBehindTls(settings) ? "__Secure-planner-partner" : "planner-partner";
  return cookieOf(settings, { name, path: PARTNER_PAGES });
}

/** Kept by a browser that leaves for an organisation's own sign-in, until it comes back. */
export function departureCookie(settings: Settings): SessionCookie {
  const name = isBehindTls(settings) ? "__Host-planner-departure" : "planner-departure";
  return cookieOf(settings, { name, path: "/" });
}

/** Below this address are the pages of partners, and no others. */
const PARTNER_PAGES = "/reply";

function cookieOf(
  settings: Settings,
  { name, path }: { readonly name: string; readonly path: string },
): SessionCookie {
  const attributes = `Path=${path}; HttpOnly; SameSite=Lax${isBehindTls(settings) ? "; Secure" : ""}`;
  return {
    read: (header) => readCookie(header, name),
    write: (token) => `${name}=${token ?? ""}; ${attributes}${token === null ? "; Max-Age=0" : ""}`,
  };
}

export function readCookie(header: string | null | undefined, name: string): string | null {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return value === undefined || value === "" ? null : value;
}
