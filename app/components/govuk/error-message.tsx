import type { ReactNode } from "react";

export function ErrorMessage({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {children}
    </p>
  );
}
