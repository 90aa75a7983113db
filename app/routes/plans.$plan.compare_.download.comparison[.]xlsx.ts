import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadComparison } from "../lib/comparison-route";
import { changesTableOf, waterfallsOf } from "../lib/comparison-tables";
import { download } from "../lib/download";
import { notFound } from "../lib/scenario-route";
import { writeComparisonWorkbook } from "../workbook/compare-workbook";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The comparison of the same address as its page, as a workbook. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const loaded = await loadComparison(args, { isFile: true });
  const { services, now } = args.context;
  if (loaded.comparison === null) throw notFound();
  const content = await writeComparisonWorkbook({
    comparison: loaded.comparison,
    changes: changesTableOf(services, loaded),
    waterfalls: waterfallsOf(services, loaded),
    plan: loaded.plan.name,
    createdAt: now,
  });
  return download(content, { name: `${loaded.plan.id}-comparison.xlsx`, type: TYPE });
}
