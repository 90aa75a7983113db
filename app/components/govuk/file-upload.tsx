import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";
import { Field, type FieldProps } from "./field";

type Native = Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps | "aria-describedby" | "type">;

/** Inside a form with `encType="multipart/form-data"`. */
export function FileUpload(props: FieldProps & Native) {
  const { name, id, label, labelSize, isPageHeading, hint, error, className, ...native } = props;
  return (
    <Field
      field={{ name, id, label, labelSize, isPageHeading, hint, error }}
      control={({ id, describedBy }) => (
        <input
          {...native}
          id={id}
          name={name}
          type="file"
          className={classes(
            "govuk-file-upload",
            className,
            error !== undefined && "govuk-file-upload--error",
          )}
          aria-describedby={describedBy}
        />
      )}
    />
  );
}
