import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { safeRedirect } from "../lib/safe-redirect";
import { ORGANISATION_BACK, WANTED } from "../lib/session-answers";

/** Leads to the organisation's own sign-in, and keeps in the browser by what it will be known when it comes back. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { services, origin, now, departureCookie } = context;
  const departure = await services.people
    .leaveForOrganisation({
      redirectUri: `${origin}${ORGANISATION_BACK}`,
      wanted: new URL(request.url).searchParams.get(WANTED) ?? "",
      now: now.toISOString(),
    })
    .catch((error: unknown) => {
      context.reportError(error);
      return null;
    });
  if (departure === null) return safeRedirect("/sign-in?organisation=failed");
  return redirect(departure.href, {
    status: 303,
    headers: { "Set-Cookie": departureCookie.write(departure.state) },
  });
}
