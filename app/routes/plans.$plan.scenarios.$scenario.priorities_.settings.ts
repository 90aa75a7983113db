import type { LoaderFunctionArgs } from "@remix-run/node";
import { safeRedirect } from "../lib/safe-redirect";
import { scenarioHref, scenarioKeyOf } from "../lib/scenario-route";

/** The address under which criteria and budgets once stood together. */
export const loader = (args: LoaderFunctionArgs): Response =>
  safeRedirect(`${scenarioHref(scenarioKeyOf(args))}/priorities/criteria`);
