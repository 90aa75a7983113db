import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "../lib/download";
import { requireScenario } from "../lib/scenario-route";
import { workbookOptionsOf } from "../lib/workbook-options";
import { writeWorkbook } from "../workbook/write-workbook";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const loaded = await requireScenario(args);
  const content = await writeWorkbook(loaded.evaluation, await workbookOptionsOf(args, loaded));
  return download(content, { name: `${loaded.scenario.id}.xlsx`, type: TYPE });
}
