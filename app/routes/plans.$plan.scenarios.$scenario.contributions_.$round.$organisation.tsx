import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { explainHref } from "../lib/shown-table";

/** Where the working of a share once stood: links in board papers still lead to it. */
export function loader(args: LoaderFunctionArgs): Response {
  const { round = "", organisation = "" } = args.params;
  return redirect(explainHref(scenarioHref(scenarioKeyOf(args)), ["share", round, organisation]));
}
