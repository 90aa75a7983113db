import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";

type Look = { readonly look?: "secondary" | "warning" | "inverse" | undefined };

const lookOf = ({ look }: Look): string => classes("govuk-button", look && `govuk-button--${look}`);

export function Button({
  look,
  className,
  type = "submit",
  ...rest
}: Look & ComponentPropsWithoutRef<"button">) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(lookOf({ look }), className)}
      aria-disabled={rest.disabled === true ? true : undefined}
    />
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ look, className, ...rest }: Look & ComponentPropsWithoutRef<"a">) {
  return (
    <a {...rest} role="button" draggable={false} className={classes(lookOf({ look }), className)}>
      {rest.children}
    </a>
  );
}

export function ButtonGroup({ children }: Pick<ComponentPropsWithoutRef<"div">, "children">) {
  return <div className="govuk-button-group">{children}</div>;
}
