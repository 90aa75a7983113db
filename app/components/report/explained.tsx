import type { ReactNode } from "react";

/** A figure that leads to how it comes about; without an address it only stands there. */
export function Explained({
  href,
  label,
  children,
}: {
  readonly href: string | undefined;
  /** What the figure is, for those who hear it without its heading. */
  readonly label: string;
  readonly children: ReactNode;
}) {
  if (href === undefined) return children;
  return (
    <a className="app-explained" href={href}>
      {children}
      <span className="govuk-visually-hidden"> ({label}: explain)</span>
    </a>
  );
}
