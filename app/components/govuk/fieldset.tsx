import type { ReactNode } from "react";
import { classes } from "./classes";

export type Legend = {
  readonly legend: ReactNode;
  readonly legendSize?: "s" | "m" | "l" | "xl" | undefined;
  readonly isPageHeading?: boolean | undefined;
};

export function Fieldset({
  legend,
  legendSize,
  isPageHeading = false,
  describedBy,
  children,
}: Legend & { readonly describedBy?: string | undefined; readonly children: ReactNode }) {
  return (
    <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
      <legend
        className={classes("govuk-fieldset__legend", legendSize && `govuk-fieldset__legend--${legendSize}`)}
      >
        {isPageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
