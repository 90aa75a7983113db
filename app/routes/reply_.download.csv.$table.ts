import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "../lib/download";
import { requirePartnerView } from "../lib/reply-page";
import { notFound } from "../lib/scenario-route";
import { formatCsv } from "../reports/csv";
import { buildPartnerReport, findPartnerTable } from "../reports/partner/partner-report";

/** One table of a partner's own page as a CSV file. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { view, organisation } = await requirePartnerView(args);
  const { consultation, scenarios } = view;
  const report = buildPartnerReport({ consultation, scenarios, organisation });
  const table = findPartnerTable(report, args.params["table"] ?? "");
  if (table === null) throw notFound();
  return download(formatCsv(table), {
    name: `${consultation.id}-${table.id}.csv`,
    type: "text/csv; charset=utf-8",
  });
}
