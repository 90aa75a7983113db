import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Table } from "../components/govuk";
import { consultationHref, consultationKeyOf, requireConsultation } from "../lib/consultation-route";
import { formatMoment } from "../lib/moment";
import { useCanEdit } from "../lib/signed-in";

export async function loader(args: LoaderFunctionArgs) {
  const { partners } = await requireConsultation(args);
  const key = consultationKeyOf(args);
  const names = new Map(partners.map(({ organisation, name }) => [organisation, name]));
  const files = await args.context.services.packs.list(key);
  const href = consultationHref(key);
  return {
    href,
    partners: partners.map(({ organisation, name }) => ({
      name,
      href: `${href}/download/packs/${encodeURIComponent(organisation)}`,
    })),
    files: files.map(({ number, organisation, name, author, createdAt }) => ({
      number,
      from: names.get(organisation) ?? organisation,
      name,
      received: `${formatMoment(createdAt)}, ${author}`,
      href: `${href}/packs/${number}`,
      original: `${href}/download/files/${number}`,
    })),
  };
}

/** The consultation as workbooks: what goes out to whom, and what came back. */
export default function PacksPage() {
  const { href, partners, files } = useLoaderData<typeof loader>();
  const canEdit = useCanEdit();
  return (
    <>
      <section aria-labelledby="out">
        <h2 className="govuk-heading-m" id="out">
          Packs to send
        </h2>
        <p className="govuk-body">
          A pack is the page of one partner as a workbook, with a sheet to reply on. It holds nothing of
          others that they have not declared, no price and no small count.
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {partners.map((partner) => (
            <li key={partner.href}>
              <a className="govuk-link" href={partner.href} download>
                {partner.name} (.xlsx)
              </a>
            </li>
          ))}
        </ul>
        <p className="govuk-body">
          <Link className="govuk-link" to={`${href}/packs/all`}>
            All {partners.length} packs in one file (.zip)
          </Link>
        </p>
      </section>
      <section aria-labelledby="back">
        <h2 className="govuk-heading-m" id="back">
          Packs that came back
        </h2>
        {canEdit && (
          <p className="govuk-body">
            <Link className="govuk-link" to={`${href}/packs/import`}>
              Upload a pack that a partner sent back
            </Link>
          </p>
        )}
        {files.length === 0 ? (
          <p className="govuk-body">None yet.</p>
        ) : (
          <Table
            caption="Files as they came; each is kept"
            captionSize="s"
            head={[{ text: "From" }, { text: "Answers" }, { text: "Original" }, { text: "Received" }]}
            rows={files.map((file) => [
              file.from,
              <Link key="answers" className="govuk-link" to={file.href}>
                Answers of file {file.number}
              </Link>,
              <a key="original" className="govuk-link" href={file.original} download>
                {file.name}
              </a>,
              file.received,
            ])}
          />
        )}
      </section>
    </>
  );
}
