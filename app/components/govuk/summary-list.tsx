import type { ReactNode } from "react";
import { classes } from "./classes";

export type SummaryAction = {
  readonly href: string;
  readonly text: string;
  /** Says which row the action is about, for those who hear it alone. */
  readonly hiddenText?: string | undefined;
};

export type SummaryRow = {
  readonly key: string;
  readonly value: ReactNode;
  readonly actions?: readonly SummaryAction[] | undefined;
};

export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const anyActions = rows.some(({ actions = [] }) => actions.length > 0);
  return (
    <dl className="govuk-summary-list">
      {rows.map(({ key, value, actions = [] }) => (
        <div
          key={key}
          className={classes(
            "govuk-summary-list__row",
            anyActions && actions.length === 0 && "govuk-summary-list__row--no-actions",
          )}
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          <RowActions actions={actions} />
        </div>
      ))}
    </dl>
  );
}

export function SummaryCard({
  title,
  headingLevel: Heading = "h2",
  actions = [],
  children,
}: {
  readonly title: string;
  readonly headingLevel?: "h2" | "h3" | "h4" | undefined;
  readonly actions?: readonly SummaryAction[] | undefined;
  readonly children: ReactNode;
}) {
  const items = actions.map((action) => (
    <ActionLink key={action.text} action={action} about={`(${title})`} />
  ));
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{title}</Heading>
        {items.length === 1 && <div className="govuk-summary-card__actions">{items}</div>}
        {items.length > 1 && (
          <ul className="govuk-summary-card__actions">
            {items.map((item) => (
              <li key={item.key} className="govuk-summary-card__action">
                {item}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  );
}

function RowActions({ actions }: { readonly actions: readonly SummaryAction[] }) {
  const items = actions.map((action) => <ActionLink key={action.text} action={action} />);
  if (items.length === 0) return null;
  return (
    <dd className="govuk-summary-list__actions">
      {items.length === 1 ? (
        items
      ) : (
        <ul className="govuk-summary-list__actions-list">
          {items.map((item) => (
            <li key={item.key} className="govuk-summary-list__actions-list-item">
              {item}
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function ActionLink({
  action: { href, text, hiddenText },
  about,
}: {
  readonly action: SummaryAction;
  readonly about?: string;
}) {
  const hidden = classes(hiddenText, about);
  return (
    <a className="govuk-link" href={href}>
      {text}
      {hidden !== "" && <span className="govuk-visually-hidden"> {hidden}</span>}
    </a>
  );
}
