import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadComparison } from "../lib/comparison-route";
import { findComparisonTable } from "../lib/comparison-tables";
import { download } from "../lib/download";
import { notFound } from "../lib/scenario-route";
import { formatCsv } from "../reports/csv";

/** One table of a comparison, by its id, for the same address as its page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const loaded = await loadComparison(args, { isFile: true });
  const table = findComparisonTable(args.context.services, loaded, args.params["table"] ?? "");
  if (table === null) throw notFound();
  return download(formatCsv(table), {
    name: `${loaded.plan.id}-${table.id}.csv`,
    type: "text/csv; charset=utf-8",
  });
}
