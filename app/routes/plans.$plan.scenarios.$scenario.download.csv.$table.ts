import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "../lib/download";
import { notFound, requireScenario } from "../lib/scenario-route";
import { findTable } from "../lib/scenario-tables";
import { formatCsv } from "../reports/csv";

/** One table of a scenario, by its id, as the page shows it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { scenario, evaluation } = await requireScenario(args);
  const table = findTable(evaluation, args.params["table"] ?? "");
  if (table === null) throw notFound();
  return download(formatCsv(table), {
    name: `${scenario.id}-${table.id}.csv`,
    type: "text/csv; charset=utf-8",
  });
}
