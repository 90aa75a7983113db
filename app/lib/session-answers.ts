import type { ActionFunctionArgs } from "@remix-run/node";
import { safeRedirect } from "./safe-redirect";

/** Where to go after signing in: the page that was wanted. */
export const WANTED = "to";
/** Where an organisation's own sign-in sends the browser back. */
export const ORGANISATION_BACK = "/sign-in/organisation/back";

type Args = Pick<ActionFunctionArgs, "request" | "context">;

/** Keeps a new session in the browser and leads on to the page that was wanted. */
export const enter = (args: Args, token: string): Response =>
  enterAt(args, new URL(args.request.url).searchParams.get(WANTED) ?? "/plans", token);

/** Keeps a new session in the browser and leads to a page. */
export function enterAt({ context }: Pick<Args, "context">, page: string, token: string): Response {
  const answer = safeRedirect(page);
  answer.headers.append("Set-Cookie", context.sessionCookie.write(token));
  return answer;
}

/** Takes the session from the browser. */
export function leave({ context }: Pick<Args, "context">): Response {
  const answer = safeRedirect("/sign-in?signed-out=yes");
  answer.headers.append("Set-Cookie", context.sessionCookie.write(null));
  return answer;
}
