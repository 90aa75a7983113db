import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";
import { Field, type FieldProps } from "./field";

type Native = Omit<ComponentPropsWithoutRef<"textarea">, keyof FieldProps | "aria-describedby">;

export function Textarea(props: FieldProps & Native) {
  const { name, id, label, labelSize, isPageHeading, hint, error, className, rows = 5, ...native } = props;
  return (
    <Field
      field={{ name, id, label, labelSize, isPageHeading, hint, error }}
      control={({ id, describedBy }) => (
        <textarea
          {...native}
          id={id}
          name={name}
          rows={rows}
          className={classes("govuk-textarea", error !== undefined && "govuk-textarea--error", className)}
          aria-describedby={describedBy}
        />
      )}
    />
  );
}
