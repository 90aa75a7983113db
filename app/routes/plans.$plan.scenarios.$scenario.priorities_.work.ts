import type { ActionFunctionArgs } from "@remix-run/node";
import { safeRedirect } from "../lib/safe-redirect";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";

const PAGES = ["priorities", "priorities/record", "priorities/sensitivity"];

/** Stops long work on a scenario, or begins it again, and leads back to the page that waits for it. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { contentHash } = await requireScenario(args);
  const form = await args.request.formData();
  const { longWork } = args.context.services;
  const work = form.get("kind") === "sensitivity" ? longWork.sensitivity : longWork.plan;
  if (form.get("do") === "stop") work.stop(contentHash);
  else work.restart(contentHash);
  const page = PAGES.find((one) => one === form.get("page")) ?? "priorities";
  return safeRedirect(`${scenarioHref(scenarioKeyOf(args))}/${page}`);
}
