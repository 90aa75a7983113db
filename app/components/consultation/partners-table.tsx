import { EditForm } from "../forms/edit-form";
import { Button } from "../govuk";
import { WideTable } from "../report/wide-table";

export type PartnerRow = {
  readonly organisation: string;
  readonly name: string;
  readonly href: string;
  /** What its link does, or null when it has none. */
  readonly link: string | null;
};

/** What can be done for each partner: look at its page as it sees it, make or end its link, note a reminder. */
export function PartnersTable({
  partners,
  isBusy,
}: {
  readonly partners: readonly PartnerRow[];
  readonly isBusy: boolean;
}) {
  return (
    <div className="app-report app-no-print">
      <WideTable
        id="links-caption"
        caption="Links and reminders"
        captionSize="s"
        head={["Partner", "Link", "Actions"]}
      >
        {partners.map((partner) => (
          <Row key={partner.organisation} partner={partner} isBusy={isBusy} />
        ))}
      </WideTable>
    </div>
  );
}

function Row({ partner, isBusy }: { readonly partner: PartnerRow; readonly isBusy: boolean }) {
  const { organisation, name, href, link } = partner;
  const actions = [
    { value: "make-links", text: link === null ? "Make a link" : "Replace the link" },
    ...(link === null
      ? []
      : [
          { value: "remind", text: "Note a reminder" },
          { value: "end-link", text: "End the link" },
        ]),
  ];
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        <a className="govuk-link" href={href}>
          {name}
        </a>
      </th>
      <td className="govuk-table__cell">{link ?? "None"}</td>
      <td className="govuk-table__cell">
        <EditForm className="app-row-actions">
          <input type="hidden" name="organisation" value={organisation} />
          {actions.map(({ value, text }) => (
            <Button key={value} look="secondary" name="do" value={value} disabled={isBusy}>
              {text}
              <span className="govuk-visually-hidden">: {name}</span>
            </Button>
          ))}
        </EditForm>
      </td>
    </tr>
  );
}
