import type { Request, Response } from "express";
import { decideAccess, findAccess } from "../access/access-table";
import type { Identity } from "../access/identity";
import type { FindRoute } from "./find-route";
import type { Identify } from "./identify";
import { refuse } from "./refuse";

export type Gate = { readonly identify: Identify; readonly findRoute: FindRoute; readonly now: () => Date };

/**
 * Finds out who asks and lets them in where the access table says so, before any loader or action runs: for pages,
 * their data requests and files alike. Null: they were answered here.
 */
export async function admit(
  { identify, findRoute, now }: Gate,
  request: Request,
  response: Response,
): Promise<Identity | null> {
  const route = (await findRoute(addressOf(request).pathname)) ?? "";
  const identity = await identify({
    cookies: request.headers.cookie,
    now: now().toISOString(),
    isBackground: findAccess(route)?.isBackground === true,
  });
  const decision = decideAccess({ route, method: request.method, identity });
  if (decision === "allow") return identity;
  if (decision === "sign-in") askToSignIn(request, response);
  else forbid(request, response);
  return null;
}

function askToSignIn(request: Request, response: Response): void {
  const address = addressOf(request);
  if (request.method !== "GET" && request.method !== "HEAD") {
    refuse(request, response, {
      status: 401,
      title: "You are not signed in",
      remedy:
        "Nothing was saved, and what you entered is kept: sign in in a new tab, then reload this page here and let your browser send the form again.",
      link: { href: "/sign-in", text: "Sign in (opens in a new tab)", isNewTab: true },
    });
    return;
  }
  const isData = address.searchParams.has("_data");
  address.searchParams.delete("_data");
  const wanted = `${address.pathname}${address.search}`;
  const target = wanted === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(wanted)}`;
  response.setHeader("Cache-Control", "no-store");
  if (isData) {
    // The page in the browser asked. It leaves as a document does, so that it can warn of what is not saved.
    response.setHeader("X-Remix-Redirect", target).setHeader("X-Remix-Status", "302");
    response.setHeader("X-Remix-Reload-Document", "true").status(204).end();
  } else response.redirect(303, target);
}

function forbid(request: Request, response: Response): void {
  refuse(request, response, {
    status: 403,
    title: "Your role does not include this",
    remedy: "Nothing was changed. Ask an administrator of this planner if you need it.",
  });
}

/** As the pages see it; only path and search count. */
const addressOf = (request: Request): URL => new URL(`http://localhost${request.originalUrl}`);
