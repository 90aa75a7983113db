import { type ReactNode, useState, useSyncExternalStore } from "react";
import { Button, Input } from "../govuk";

/** A text to take along. The button is there when scripts are; without them the field is marked and copied by hand. */
export function CopyText({
  id,
  label,
  text,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}) {
  const canCopy = useSyncExternalStore(neverChanges, canCopyHere, () => false);
  const [said, setSaid] = useState("");
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Not copied: mark the text and copy it"),
    );
  };
  return (
    <div className="app-copy">
      <Input
        name={id}
        label={`Link for ${label}`}
        value={text}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      {canCopy && (
        <Button type="button" look="secondary" onClick={copy}>
          Copy<span className="govuk-visually-hidden"> the link for {label}</span>
        </Button>
      )}
      {children}
      <span role="status" className="govuk-body">
        {said}
      </span>
    </div>
  );
}

const neverChanges = () => () => undefined;
const canCopyHere = (): boolean => window.isSecureContext;
