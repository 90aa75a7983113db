import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";
import { Field, type FieldProps } from "./field";

export type SelectItem = {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean | undefined;
};

type Native = Omit<ComponentPropsWithoutRef<"select">, keyof FieldProps | "aria-describedby" | "children">;

export function Select(props: FieldProps & Native & { readonly items: readonly SelectItem[] }) {
  const { name, id, label, labelSize, isPageHeading, hint, error, className, items, ...native } = props;
  return (
    <Field
      field={{ name, id, label, labelSize, isPageHeading, hint, error }}
      control={({ id, describedBy }) => (
        <select
          {...native}
          id={id}
          name={name}
          className={classes("govuk-select", className, error !== undefined && "govuk-select--error")}
          aria-describedby={describedBy}
        >
          {items.map(({ value, text, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
}
