import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { AsRepliedPart } from "../components/consultation/as-replied-part";
import { FrozenPart } from "../components/consultation/frozen-part";
import { LinkPanel } from "../components/consultation/link-panel";
import { PartnersTable } from "../components/consultation/partners-table";
import { Button, Checkboxes, Details, ErrorSummary, Input, NotificationBanner } from "../components/govuk";
import { ReportTable } from "../components/report/report-table";
import { actOnConsultation, type Done } from "../lib/consultation-actions";
import {
  consultationHref,
  consultationKeyOf,
  periodWords,
  requireConsultation,
  sinceFrozenHref,
} from "../lib/consultation-route";
import { useCanEdit } from "../lib/signed-in";
import { formatMoment } from "../lib/moment";
import { buildStandingsTable } from "../reports/consultation/replies";
import { EVENTS, SILENCES } from "../reports/consultation/words";
import { formatDateWords, formatTable } from "../reports/format-table";
import type { LoadedConsultation } from "../services/consultations";

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireConsultation(args);
  const { consultation, scenarios, movedOn, partners, window } = loaded;
  const href = consultationHref(consultationKeyOf(args));
  return {
    href,
    isClosed: window === "closed",
    closes: formatDateWords(consultation.closes),
    terms: {
      period: periodWords(consultation),
      silence: SILENCES[consultation.silence],
      threshold: `Counts under ${consultation.smallNumberThreshold} are hidden from partners`,
      frozen: `${formatMoment(consultation.createdAt)}, ${consultation.createdBy}`,
      questions: consultation.questions.map(({ text }) => text),
    },
    frozen: consultation.snapshots.map(({ scenario, name, revision }, place) => ({
      id: scenario,
      name,
      revision,
      since: movedOn[place] === true ? sinceFrozenHref(consultation, scenario) : null,
    })),
    standings: formatTable(buildStandingsTable(partners)),
    partners: partners.map((partner) => ({
      organisation: partner.organisation,
      name: partner.name,
      href: `${href}/partners/${encodeURIComponent(partner.organisation)}`,
      link: linkWords(partner),
    })),
    missing: partners.filter(({ link }) => link === null).length,
    fold: scenarios.map(({ id, name }) => ({ id, name })),
    replied: partners.filter(({ reply }) => reply !== null).length,
    events: eventLines(loaded),
  };
}

export const action = async (args: ActionFunctionArgs): Promise<Done> => actOnConsultation(args);

function linkWords({ link }: LoadedConsultation["partners"][number]): string | null {
  if (link === null) return null;
  const code = link.needsCode ? ", with a code" : "";
  if (link.locked) return "Locked: the code was wrong ten times. Make a new link.";
  return `Works to ${formatDateWords(link.expiresAt.slice(0, 10))}${code}`;
}

function eventLines({ events, partners }: LoadedConsultation) {
  const names = new Map(partners.map(({ organisation, name }) => [organisation, name]));
  return events.map(({ number, at, actor, kind, organisation, detail }) => ({
    number,
    when: formatMoment(at),
    who: names.get(actor) ?? actor,
    what: [EVENTS[kind] ?? kind, organisation === null ? "" : names.get(organisation), detail]
      .filter(Boolean)
      .join(": "),
  }));
}

export default function ConsultationPage() {
  const data = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const canEdit = useCanEdit();
  return (
    <>
      {done?.fault != null && <ErrorSummary errors={[{ href: "#closes", text: done.fault.message }]} />}
      {done != null && done.links.length > 0 && <LinkPanel links={done.links} />}
      {done?.said != null && <NotificationBanner type="success">{done.said}</NotificationBanner>}
      <h2 className="govuk-heading-m">Partners</h2>
      <ReportTable table={data.standings} captionSize="s" rowHref={(id) => `${data.href}/partners/${id}`} />
      {canEdit && (
        <EditForm className="app-no-print">
          <Checkboxes
            name="withCode"
            legend="Links"
            legendSize="s"
            hint="A link opens the page of one organisation. With a code, which you give by another way, a forwarded link opens nothing."
            items={[{ value: "on", text: "With a code for each" }]}
            small
          />
          <Button name="do" value="make-links" disabled={isBusy || data.missing === 0}>
            {data.missing === 0
              ? "Every partner has a link"
              : `Make links for the ${data.missing} without one`}
          </Button>
        </EditForm>
      )}
      {canEdit && <PartnersTable partners={data.partners} isBusy={isBusy} />}
      {canEdit && (
        <AsRepliedPart href={data.href} scenarios={data.fold} replied={data.replied} isBusy={isBusy} />
      )}
      <FrozenPart frozen={data.frozen} terms={data.terms} />
      {canEdit && (
        <section className="app-no-print" aria-labelledby="time">
          <h2 className="govuk-heading-m" id="time">
            {data.isClosed ? "Open again" : "Extend or close"}
          </h2>
          <EditForm>
            <Input
              name="closes"
              label="Last day of replies"
              width={20}
              defaultValue={done?.closes ?? data.closes}
              error={done?.fault?.message}
            />
            <div className="govuk-button-group">
              <Button look="secondary" name="do" value="extend" disabled={isBusy}>
                Change the last day
              </Button>
              {!data.isClosed && (
                <Button look="warning" name="do" value="close" disabled={isBusy}>
                  Close now
                </Button>
              )}
            </div>
          </EditForm>
        </section>
      )}
      <Details summary="Everything that happened">
        <ul className="govuk-list govuk-list--spaced">
          {data.events.map(({ number, when, who, what }) => (
            <li key={number}>
              {when}, {who}: {what}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}
