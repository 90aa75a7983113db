import type { LoaderFunctionArgs } from "@remix-run/node";
import { safeRedirect } from "../lib/safe-redirect";
import { enterAt, ORGANISATION_BACK } from "../lib/session-answers";

/** Where the organisation's sign-in sends the browser back. Only the browser that left is let in. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { services, origin, now, departureCookie } = args.context;
  const state = departureCookie.read(args.request.headers.get("Cookie")) ?? "";
  const url = new URL(`${origin}${ORGANISATION_BACK}${new URL(args.request.url).search}`);
  const answer = await services.people.comeBackFromOrganisation({ state, url, now: now.toISOString() });
  const onward =
    answer.outcome === "signed-in"
      ? enterAt(args, answer.wanted, answer.token)
      : safeRedirect(`/sign-in?organisation=${answer.why}`);
  onward.headers.append("Set-Cookie", departureCookie.write(null));
  return onward;
}
