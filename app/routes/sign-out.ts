import type { ActionFunctionArgs } from "@remix-run/node";
import { safeRedirect } from "../lib/safe-redirect";
import { leave } from "../lib/session-answers";

/** Ends the session at once, on the server too. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { request, context } = args;
  const { services, sessionCookie, now } = context;
  const token = sessionCookie.read(request.headers.get("Cookie"));
  if (token !== null) await services.people.signOut(token, now.toISOString());
  return leave(args);
}

export const loader = (): Response => safeRedirect("/plans");
