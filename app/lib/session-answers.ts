import type { ActionFunctionArgs } from "@remix-run/node";
import { safeRedirect } from "./safe-redirect";

/** Where to go after signing in: the page that was wanted. */
export const WANTED = "to";

/** Keeps a new session in the browser and leads on, as a whole new page: what it shows depends on who is there. */
export function enter(
  { request, context }: Pick<ActionFunctionArgs, "request" | "context">,
  token: string,
): Response {
  const wanted = new URL(request.url).searchParams.get(WANTED) ?? "/plans";
  const answer = safeRedirect(wanted);
  answer.headers.append("Set-Cookie", context.sessionCookie.write(token));
  return answer;
}

/** Takes the session from the browser. */
export function leave({ context }: Pick<ActionFunctionArgs, "context">): Response {
  const answer = safeRedirect("/sign-in?signed-out=yes");
  answer.headers.append("Set-Cookie", context.sessionCookie.write(null));
  return answer;
}
