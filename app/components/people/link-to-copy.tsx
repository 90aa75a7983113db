import { useState } from "react";
import { Button, Input } from "../govuk";

/** A one-time link, shown this once: to copy by hand or by button, and to give to one person. */
export function LinkToCopy({ href, name, days }: { href: string; name: string; days: number }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(href).then(() => setIsCopied(true));
  };
  return (
    <section className="app-link" aria-labelledby="link-title">
      <h2 className="govuk-heading-m" id="link-title">
        The link for {name}
      </h2>
      <p className="govuk-body">
        Give it to nobody else. It opens once, within {days} days, and is shown only now; you can make a new
        one at any time.
      </p>
      <Input name="link" label="Link" value={href} readOnly />
      <div aria-live="polite">
        <Button type="button" look="secondary" onClick={copy}>
          {isCopied ? "Copied" : "Copy the link"}
        </Button>
      </div>
    </section>
  );
}
