import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "../lib/download";
import { notFound, requireScenario, todayOf } from "../lib/scenario-route";
import { findTable } from "../reports/all-tables";
import { formatCsv } from "../reports/csv";
import { buildEndingTable, ENDING } from "../reports/ending-soon";

/** One table of a scenario, by its id, as the page shows it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { scenario, evaluation } = await requireScenario(args);
  const id = args.params["table"] ?? "";
  const table = id === ENDING ? buildEndingTable(evaluation, todayOf(args)) : findTable(evaluation, id);
  if (table === null) throw notFound();
  return download(formatCsv(table), {
    name: `${scenario.id}-${table.id}.csv`,
    type: "text/csv; charset=utf-8",
  });
}
