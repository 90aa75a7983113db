import type { ReactNode } from "react";

type Text = { readonly children: ReactNode };

export function InsetText({ children }: Text) {
  return <div className="govuk-inset-text">{children}</div>;
}

export function WarningText({ children }: Text) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span> {children}
      </strong>
    </div>
  );
}

export function Details({
  summary,
  open = false,
  id,
  children,
}: Text & {
  readonly summary: ReactNode;
  readonly open?: boolean | undefined;
  readonly id?: string | undefined;
}) {
  return (
    <details id={id} className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}

/** A line at the top that holds for the whole page: a word, and what it means. */
export function PhaseBanner({ tag, children }: Text & { readonly tag: string }) {
  return (
    <div className="govuk-phase-banner">
      <p className="govuk-phase-banner__content">
        <strong className="govuk-tag govuk-phase-banner__content__tag">{tag}</strong>
        <span className="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
