import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SummaryList } from "../components/govuk";
import { ReportTable } from "../components/report/report-table";
import { periodWords, requireConsultation, todayTextOf } from "../lib/consultation-route";
import { consultationHref, consultationKeyOf } from "../lib/consultation-route";
import { csvHref } from "../lib/shown-table";
import { buildAnswersTable, buildReplyTables, buildStandingsTable } from "../reports/consultation/replies";
import { whatChanged } from "../reports/consultation/what-changed";
import { SILENCES } from "../reports/consultation/words";
import { formatDateWords, formatPounds, formatTable } from "../reports/format-table";
import type { ReportTable as Table } from "../reports/report-table";

export async function loader(args: LoaderFunctionArgs) {
  const { consultation, planName, partners, scenarios } = await requireConsultation(args);
  const href = consultationHref(consultationKeyOf(args));
  const show = (table: Table) => ({ table: formatTable(table), downloadHref: csvHref(href, table.id) });
  const replies = partners.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  const changes = scenarios.map((scenario) => ({
    name: scenario.name,
    changed: whatChanged(scenario, replies, consultation.silence),
  }));
  return {
    facts: [
      { key: "Plan", value: planName },
      { key: "Asked about", value: consultation.snapshots.map(({ name }) => name).join("; ") },
      { key: "Replies taken", value: periodWords(consultation) },
      { key: "Silence", value: SILENCES[consultation.silence] },
      { key: "Replied", value: `${replies.length} of ${partners.length} partners` },
      { key: "As of", value: formatDateWords(todayTextOf(args)) },
    ],
    asked: show(buildStandingsTable(partners)),
    said: [...buildReplyTables(partners), buildAnswersTable(partners, consultation.questions)].map(show),
    changes: changes.map(({ name, changed }) => ({
      name,
      sentences: (changed?.sentences ?? []).map(
        ({ about, before, after }) =>
          `${about}: ${formatPounds(before)} as frozen, ${formatPounds(after)} as replied.`,
      ),
      shown: changed === null ? null : show(changed.table),
    })),
  };
}

/** Who was asked, what they said, what changed: made to be printed. */
export default function ConsultationReportPage() {
  const { facts, asked, said, changes } = useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="govuk-heading-m">Report of the consultation</h2>
      <SummaryList rows={facts} />
      <h3 className="govuk-heading-m">Who was asked</h3>
      <ReportTable {...asked} captionSize="s" />
      <h3 className="govuk-heading-m">What they said</h3>
      {said.map((shown) => (
        <ReportTable key={shown.table.id} {...shown} captionSize="s" />
      ))}
      <h3 className="govuk-heading-m">What changes</h3>
      {changes.map(({ name, sentences, shown }) => (
        <section key={name} aria-label={name}>
          {shown === null && (
            <p className="govuk-body">
              “{name}” as replied cannot be evaluated: the pot could not be shared among those who remain.
            </p>
          )}
          {sentences.map((sentence) => (
            <p key={sentence} className="govuk-body">
              {sentence}
            </p>
          ))}
          {shown !== null && <ReportTable {...shown} captionSize="s" />}
        </section>
      ))}
    </>
  );
}
