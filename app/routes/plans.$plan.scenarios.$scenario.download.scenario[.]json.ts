import type { LoaderFunctionArgs } from "@remix-run/node";
import { serialiseScenario } from "../../scenarios/document/serialise-scenario";
import { download } from "../lib/download";
import { requireScenario } from "../lib/scenario-route";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { scenario } = await requireScenario(args);
  return download(serialiseScenario(scenario), { name: `${scenario.id}.json`, type: "application/json" });
}
