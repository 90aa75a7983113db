import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";
import { Field, type FieldProps } from "./field";

type Native = Omit<
  ComponentPropsWithoutRef<"input">,
  keyof FieldProps | "prefix" | "aria-describedby" | "width"
>;

type InputProps = FieldProps &
  Native & {
    readonly prefix?: string | undefined;
    readonly suffix?: string | undefined;
    /** The width in characters that the answer is expected to have. */
    readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  };

/** One line of text. Figures are text too: `inputMode="decimal"`, never `type="number"`. */
export function Input(props: InputProps) {
  const { name, id, label, labelSize, isPageHeading, hint, error, className, ...own } = props;
  const { prefix, suffix, width, type = "text", ...native } = own;
  return (
    <Field
      field={{ name, id, label, labelSize, isPageHeading, hint, error }}
      control={({ id, describedBy }) => (
        <Affixes prefix={prefix} suffix={suffix}>
          <input
            {...native}
            id={id}
            name={name}
            type={type}
            className={classes(
              "govuk-input",
              width !== undefined && `govuk-input--width-${width}`,
              className,
              error !== undefined && "govuk-input--error",
            )}
            aria-describedby={describedBy}
          />
        </Affixes>
      )}
    />
  );
}

function Affixes({
  prefix,
  suffix,
  children,
}: Pick<InputProps, "prefix" | "suffix"> & { readonly children: ReactNode }) {
  if (prefix === undefined && suffix === undefined) return children;
  return (
    <div className="govuk-input__wrapper">
      {prefix !== undefined && (
        <div className="govuk-input__prefix" aria-hidden="true">
          {prefix}
        </div>
      )}
      {children}
      {suffix !== undefined && (
        <div className="govuk-input__suffix" aria-hidden="true">
          {suffix}
        </div>
      )}
    </div>
  );
}
