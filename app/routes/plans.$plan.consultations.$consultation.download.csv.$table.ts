import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireConsultation } from "../lib/consultation-route";
import { download } from "../lib/download";
import { notFound } from "../lib/scenario-route";
import { consultationTables } from "../reports/consultation/all-tables";
import { formatCsv } from "../reports/csv";

/** One table of a consultation as a CSV file. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { consultation, partners, scenarios } = await requireConsultation(args);
  const tables = consultationTables({ consultation, partners, scenarios });
  const table = tables.find(({ id }) => id === args.params["table"]);
  if (table === undefined) throw notFound();
  return download(formatCsv(table), {
    name: `${consultation.id}-${table.id}.csv`,
    type: "text/csv; charset=utf-8",
  });
}
