import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReportTable } from "../components/report/report-table";
import { consultationHref, consultationKeyOf, requireConsultation } from "../lib/consultation-route";
import { csvHref } from "../lib/shown-table";
import { buildAnswersTable, buildReplyTables } from "../reports/consultation/replies";
import { formatTable } from "../reports/format-table";

export async function loader(args: LoaderFunctionArgs) {
  const { consultation, partners } = await requireConsultation(args);
  const href = consultationHref(consultationKeyOf(args));
  const tables = [...buildReplyTables(partners), buildAnswersTable(partners, consultation.questions)];
  return {
    href,
    replied: partners.filter(({ reply }) => reply !== null).length,
    asked: partners.length,
    tables: tables.map((table) => ({ table: formatTable(table), downloadHref: csvHref(href, table.id) })),
  };
}

export default function RepliesPage() {
  const { href, replied, asked, tables } = useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="govuk-heading-m">Replies side by side</h2>
      <p className="govuk-body app-text">
        {replied} of {asked} partners have replied. Until the last day each may still change its reply; the
        newest counts here, and every earlier version is kept.
      </p>
      {tables.map(({ table, downloadHref }) => (
        <ReportTable
          key={table.id}
          table={table}
          downloadHref={downloadHref}
          captionSize="s"
          rowHref={(id) => `${href}/partners/${id}`}
        />
      ))}
    </>
  );
}
