import { Form } from "@remix-run/react";
import { Button, Select, type SelectItem } from "../govuk";

export type Choice = {
  readonly name: string;
  readonly label: string;
  readonly items: readonly SelectItem[];
  readonly value: string;
  /** The part of the page that the choice is about, where it is not the whole. */
  readonly anchor?: string | undefined;
  /** What else was chosen on the page, by name: it stays. */
  readonly kept?: Readonly<Record<string, string>> | undefined;
};

/** Chooses what a page shows. The choice stands in the address, so it can be sent to someone and works without scripts. */
export function ChooseForm({ name, label, items, value, anchor, kept = {} }: Choice) {
  return (
    <Form
      method="get"
      {...(anchor === undefined ? {} : { action: `#${anchor}` })}
      className="app-choose"
      preventScrollReset
    >
      {Object.entries(kept).map(([other, chosen]) => (
        <input key={other} type="hidden" name={other} value={chosen} />
      ))}
      <Select key={value} name={name} label={label} items={items} defaultValue={value} />
      <Button look="secondary">Show</Button>
    </Form>
  );
}
