import { Form } from "@remix-run/react";
import { Button, Input, Select, type SelectItem } from "../govuk";

type Field = "activity" | "area" | "from" | "by" | "weeks" | "recruit";

/** What to aim at; the answer stands in the address, so it can be sent to someone and works without scripts. */
export function TrajectoryForm({
  choices,
  values,
  faults,
}: {
  readonly choices: Readonly<Record<"activity" | "area" | "from" | "by", readonly SelectItem[]>>;
  readonly values: Readonly<Record<Field, string>>;
  readonly faults: Readonly<Partial<Record<Field, string>>>;
}) {
  const field = (name: Field) => ({ name, defaultValue: values[name], error: faults[name] });
  return (
    <Form method="get" className="app-text" preventScrollReset noValidate>
      <Select {...field("activity")} label="Activity" items={choices.activity} />
      <Select {...field("area")} label="Area" items={choices.area} />
      <Select {...field("from")} label="The changed capacity begins in" items={choices.from} />
      <Select {...field("by")} label="The aim is met by the end of" items={choices.by} />
      <Input
        {...field("weeks")}
        label="Longest wait from then on"
        suffix="weeks"
        width={4}
        inputMode="decimal"
      />
      <Input
        {...field("recruit")}
        label="Time to recruit"
        hint="From the advertisement to the first working day."
        suffix="weeks"
        width={4}
        inputMode="numeric"
      />
      <Button look="secondary">Work it out</Button>
    </Form>
  );
}
