import { NotificationBanner } from "../govuk";
import { CopyText } from "./copy-text";

export type MadeLink = {
  readonly organisation: string;
  readonly name: string;
  readonly href: string;
  readonly mailto: string;
  readonly code: string | null;
};

/** New links, shown this once: the planner keeps only what it needs to recognise them. */
export function LinkPanel({ links }: { readonly links: readonly MadeLink[] }) {
  return (
    <NotificationBanner type="success">
      <h3 className="govuk-notification-banner__heading">
        {links.length === 1 ? "One link was made" : `${links.length} links were made`}
      </h3>
      <p className="govuk-body">
        Copy or send them now: they are not shown again. Each opens the page of one organisation only.
      </p>
      {links.map(({ organisation, name, href, mailto, code }) => (
        <div key={organisation} className="app-link">
          <CopyText id={`link-${organisation}`} label={name} text={href}>
            <a className="govuk-link govuk-body" href={mailto}>
              Write an email<span className="govuk-visually-hidden"> to {name}</span>
            </a>
          </CopyText>
          {code !== null && (
            <p className="govuk-body">
              Code: <strong>{code}</strong>. Give it by another way than the link, such as by telephone.
            </p>
          )}
        </div>
      ))}
    </NotificationBanner>
  );
}
