import type { ReactNode } from "react";
import { classes } from "./classes";
import { ErrorMessage } from "./error-message";

/** What every form field has in common. `id` is the name unless said otherwise: error summaries link to it. */
export type FieldProps = {
  readonly name: string;
  readonly id?: string | undefined;
  readonly label: ReactNode;
  readonly labelSize?: "s" | "m" | "l" | "xl" | undefined;
  readonly isPageHeading?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string | undefined;
};

type Wiring = { readonly id: string; readonly describedBy: string | undefined };

/** Label, hint and error message around one control, which is told what describes it. */
export function Field({
  field: { name, id = name, label, labelSize, isPageHeading = false, hint, error },
  control,
}: {
  readonly field: FieldProps;
  readonly control: (wiring: Wiring) => ReactNode;
}) {
  const labelElement = (
    <label className={classes("govuk-label", labelSize && `govuk-label--${labelSize}`)} htmlFor={id}>
      {label}
    </label>
  );
  return (
    <FormGroup hasError={error !== undefined}>
      {isPageHeading ? <h1 className="govuk-label-wrapper">{labelElement}</h1> : labelElement}
      <HintAndError id={id} hint={hint} error={error} />
      {control({ id, describedBy: describedByOf({ id, hint, error }) })}
    </FormGroup>
  );
}

export function FormGroup({
  hasError,
  children,
}: {
  readonly hasError: boolean;
  readonly children: ReactNode;
}) {
  return <div className={classes("govuk-form-group", hasError && "govuk-form-group--error")}>{children}</div>;
}

type Remarks = {
  readonly id: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
};

export function HintAndError({ id, hint, error }: Remarks) {
  return (
    <>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {error !== undefined && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
    </>
  );
}

export function describedByOf({ id, hint, error }: Remarks): string | undefined {
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`];
  return classes(...ids) || undefined;
}
