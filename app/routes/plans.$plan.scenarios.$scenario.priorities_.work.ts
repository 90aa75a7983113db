import type { ActionFunctionArgs } from "@remix-run/node";
import { workKey } from "../services/work-key";
import { safeRedirect } from "../lib/safe-redirect";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";

const PAGES = ["priorities", "priorities/record", "priorities/sensitivity", "download/workbook"];

/** Stops long work on a scenario, or begins it again, and leads back to the page that waits for it. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { contentHash } = await requireScenario(args);
  const form = await args.request.formData();
  const { longWork } = args.context.services;
  const [kind, budget] = [form.get("kind"), form.get("budget")];
  const work = longWork[kind === "sensitivity" || kind === "frontier" ? kind : "plan"];
  const moving = typeof budget === "string" && budget !== "" ? budget : null;
  const key = workKey(contentHash, moving);
  if (form.get("do") === "stop") work.stop(key);
  else work.restart(key);
  const page = PAGES.find((one) => one === form.get("page")) ?? "priorities";
  const asked = moving === null ? "" : `?of=${encodeURIComponent(moving)}`;
  return safeRedirect(`${scenarioHref(scenarioKeyOf(args))}/${page}${asked}`);
}
