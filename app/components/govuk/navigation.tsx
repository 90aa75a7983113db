import type { ReactNode } from "react";
import { classes } from "./classes";

export type NavigationItem = { readonly href: string; readonly text: string };

export function SkipLink({ href, text }: NavigationItem) {
  return (
    <a href={href} className="govuk-skip-link">
      {text}
    </a>
  );
}

/** The header for services that are not on GOV.UK: no crown, no GOV.UK name. Beside the name stands what is within. */
export function GenericHeader({ href, text, children }: NavigationItem & { readonly children?: ReactNode }) {
  return (
    <div className="govuk-generic-header">
      <div className="govuk-generic-header__container govuk-width-container">
        <div className="govuk-generic-header__logo">
          <a href={href} className="govuk-generic-header__homepage-link">
            {text}
          </a>
        </div>
        {children}
      </div>
    </div>
  );
}

/** The last one without `href` is the page itself. */
export function Breadcrumbs({
  items,
}: {
  readonly items: readonly { readonly href?: string | undefined; readonly text: string }[];
}) {
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ href, text }) =>
          href === undefined ? (
            <li key={text} className="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ) : (
            <li key={href} className="govuk-breadcrumbs__list-item">
              <a className="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

/** The pages of one thing, side by side: links, so that each has its own address. */
export function SubNavigation({
  label,
  items,
  current,
  isSecond = false,
}: {
  readonly label: string;
  readonly items: readonly NavigationItem[];
  /** The address that is open: one of the items, or a page below it. */
  readonly current: string;
  /** Of pages below one of another navigation: smaller than that. */
  readonly isSecond?: boolean;
}) {
  const isAboveOthers = (href: string): boolean => items.some((item) => item.href.startsWith(`${href}/`));
  const open = items.find(
    ({ href }) => current === href || (current.startsWith(`${href}/`) && !isAboveOthers(href)),
  )?.href;
  return (
    <div
      className={classes(
        "govuk-service-navigation app-sub-navigation",
        isSecond && "app-sub-navigation--second",
      )}
    >
      <nav aria-label={label} className="govuk-service-navigation__wrapper">
        <ul className="govuk-service-navigation__list">
          {items.map(({ href, text }) => (
            <li
              key={href}
              className={classes(
                "govuk-service-navigation__item",
                href === open && "govuk-service-navigation__item--active",
              )}
            >
              <a
                className="govuk-service-navigation__link"
                href={href}
                aria-current={href === open ? (href === current ? "page" : "true") : undefined}
              >
                {href === open ? (
                  <strong className="govuk-service-navigation__active-fallback">{text}</strong>
                ) : (
                  text
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
