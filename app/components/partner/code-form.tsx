import { Form } from "@remix-run/react";
import { Button, ErrorSummary, Input } from "../govuk";

/** Asks for the code that came by another way than the link. */
export function CodeForm({
  error,
  isBusy,
}: {
  readonly error: string | undefined;
  readonly isBusy: boolean;
}) {
  return (
    <div className="app-text">
      {error !== undefined && <ErrorSummary errors={[{ href: "#code", text: error }]} />}
      <Form method="post" action="/reply" noValidate>
        <Input
          name="code"
          label="Enter your code"
          labelSize="l"
          isPageHeading
          hint="Six figures, which the commissioners gave you by another way than the link."
          width={10}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={error}
        />
        <Button name="do" value="code" disabled={isBusy}>
          Continue
        </Button>
      </Form>
    </div>
  );
}
