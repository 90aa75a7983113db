import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PartnerSections } from "../components/partner/partner-sections";
import { InsetText, SummaryList, Tag } from "../components/govuk";
import { OnThisPage } from "../components/report/on-this-page";
import { requireConsultation } from "../lib/consultation-route";
import { formatMoment } from "../lib/moment";
import { partnerReportOf, showPartnerReport } from "../lib/partner-page";
import { notFound } from "../lib/scenario-route";
import { ownReplyRows } from "../reports/consultation/own-reply";
import { STANDINGS } from "../reports/consultation/words";

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireConsultation(args);
  const organisation = args.params["organisation"] ?? "";
  const partner = loaded.partners.find((one) => one.organisation === organisation);
  if (partner === undefined) throw notFound();
  return {
    name: partner.name,
    standing: STANDINGS[partner.standing].words,
    reply:
      partner.reply === null || partner.repliedAt === null
        ? null
        : {
            at: formatMoment(partner.repliedAt),
            versions: partner.versions,
            rows: ownReplyRows(partner.reply, partner.asked),
          },
    sections: showPartnerReport(partnerReportOf(loaded, organisation), null),
  };
}

/** One partner, as the commissioner sees it: its reply, and its page as it sees it. */
export default function PartnerPreviewPage() {
  const { name, standing, reply, sections } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="app-title">
        <h2 className="govuk-heading-l">{name}</h2>
        <Tag>{standing}</Tag>
      </div>
      {reply !== null && (
        <section aria-labelledby="its-reply">
          <h3 className="govuk-heading-m" id="its-reply">
            Its reply
          </h3>
          <SummaryList
            rows={[
              { key: "Sent", value: reply.at },
              { key: "Saved versions", value: `${reply.versions}, drafts too; all are kept` },
              ...reply.rows,
            ]}
          />
        </section>
      )}
      <InsetText>
        Below is the page of {name} as it sees it: nothing of others that they have not declared, no bidder’s
        price, no small count.
      </InsetText>
      <OnThisPage parts={sections.map(({ id, title }) => ({ id, text: title }))} />
      <PartnerSections sections={sections} />
    </>
  );
}
