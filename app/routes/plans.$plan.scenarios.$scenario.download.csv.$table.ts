import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "../lib/download";
import { findPrioritiesTable } from "../lib/priorities-page";
import { findListTable } from "../lib/shown-list";
import { notFound, requireScenario, todayOf } from "../lib/scenario-route";
import { findTable } from "../reports/all-tables";
import { formatCsv } from "../reports/csv";
import { buildEndingTable, ENDING } from "../reports/ending-soon";
import { isPrioritiesTable } from "../reports/priorities-tables";
import { buildProcurementTable, PROCUREMENT } from "../reports/procurement";
import type { ReportTable } from "../reports/report-table";
import type { LoadedScenario } from "../services/services";

/** One table of a scenario, by its id, as the page shows it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const loaded = await requireScenario(args);
  const { scenario } = loaded;
  const table = await tableOf(args, loaded);
  if (table === null) throw notFound();
  return download(formatCsv(table), {
    name: `${scenario.id}-${table.id}.csv`,
    type: "text/csv; charset=utf-8",
  });
}

/** The tables that depend on the day on which they are asked for. */
const TABLES_OF_TODAY: Readonly<Record<string, typeof buildEndingTable>> = {
  [ENDING]: buildEndingTable,
  [PROCUREMENT]: buildProcurementTable,
};

async function tableOf(args: LoaderFunctionArgs, loaded: LoadedScenario): Promise<ReportTable | null> {
  const id = args.params["table"] ?? "";
  if (isPrioritiesTable(id)) return findPrioritiesTable(args, loaded, id);
  const ofToday = TABLES_OF_TODAY[id];
  return ofToday !== undefined
    ? ofToday(loaded.evaluation, todayOf(args))
    : (findTable(loaded.evaluation, id) ?? findListTable(loaded.evaluation, id));
}
