import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "../lib/download";
import { requireScenario } from "../lib/scenario-route";
import { writeWorkbook } from "../workbook/write-workbook";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { plan, scenario, evaluation, revision } = await requireScenario(args);
  const content = await writeWorkbook(evaluation, { createdAt: args.context.now, revision, plan: plan.name });
  return download(content, { name: `${scenario.id}.xlsx`, type: TYPE });
}
