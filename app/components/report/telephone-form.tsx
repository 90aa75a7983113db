import { Form } from "@remix-run/react";
import { Button, Input } from "../govuk";

type Field = "calls" | "minutes" | "patience" | "wait" | "hours" | "fte";

/** What a line is like; the answer stands in the address, so it can be sent to someone and works without scripts. */
export function TelephoneForm({
  values,
  faults,
}: {
  readonly values: Readonly<Record<Field, string>>;
  readonly faults: Readonly<Partial<Record<Field, string>>>;
}) {
  const field = (name: Field) =>
    ({ name, defaultValue: values[name], error: faults[name], width: 5, inputMode: "decimal" }) as const;
  return (
    <Form method="get" className="app-text" preventScrollReset noValidate>
      <Input {...field("calls")} label="Calls in a busy hour" suffix="calls" />
      <Input {...field("minutes")} label="A call takes" hint="With the notes after it." suffix="minutes" />
      <Input
        {...field("patience")}
        label="Callers hold on for"
        hint="On average, before they hang up. Empty: nobody hangs up."
        suffix="minutes"
      />
      <Input {...field("wait")} label="Callers who may have to wait" suffix="%" />
      <Input
        {...field("hours")}
        label="Hours a year in which the line is open"
        hint="8,760 is day and night."
        suffix="hours"
      />
      <Input
        {...field("fte")}
        label="Working hours of one full-time equivalent"
        hint="A year, after leave, training and sickness."
        suffix="hours"
      />
      <Button look="secondary">Work it out</Button>
    </Form>
  );
}
