import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "../lib/download";
import { partnerReportOf } from "../lib/partner-page";
import { requirePartnerView } from "../lib/reply-page";
import { notFound } from "../lib/scenario-route";
import { formatCsv } from "../reports/csv";
import { findPartnerTable } from "../reports/partner/partner-report";

/** One table of a partner's own page as a CSV file. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { view, organisation } = await requirePartnerView(args);
  const table = findPartnerTable(partnerReportOf(view, organisation), args.params["table"] ?? "");
  if (table === null) throw notFound();
  return download(formatCsv(table), {
    name: `${view.consultation.id}-${table.id}.csv`,
    type: "text/csv; charset=utf-8",
  });
}
