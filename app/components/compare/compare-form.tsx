import { Form } from "@remix-run/react";
import { Button, Checkboxes, Select } from "../govuk";

type Option = { readonly value: string; readonly text: string };

export type CompareFormProps = {
  readonly scenarios: readonly { readonly value: string; readonly text: string; readonly hint?: string }[];
  readonly chosen: readonly string[];
  readonly references: readonly Option[];
  readonly reference: string;
  readonly orders: readonly Option[];
  readonly order: string;
  readonly hideEqual: boolean;
  readonly errors: {
    readonly scenario?: string | undefined;
    readonly reference?: string | undefined;
    readonly sort?: string | undefined;
  };
};

/** Chooses what is compared. It only asks for another address, so it works without scripts and can be sent to someone. */
export function CompareForm(props: CompareFormProps) {
  const { scenarios, chosen, references, reference, orders, order, hideEqual, errors } = props;
  return (
    // The choices of an address are those of its form, also after the address has changed under it.
    <Form method="get" key={JSON.stringify(props)} className="app-compare-form">
      <Checkboxes
        name="scenario"
        legend="Scenarios to compare"
        legendSize="s"
        hint="Choose up to 8, the reference among them."
        items={scenarios}
        chosen={chosen}
        error={errors.scenario}
        small
      />
      <Select
        name="reference"
        label="Reference"
        hint="The scenario that every other one is measured against: a difference is what another scenario has more or less than this one. Often it is the plan as it stands today."
        items={references}
        defaultValue={reference}
        error={errors.reference}
      />
      <Select name="sort" label="Order of the rows" items={orders} defaultValue={order} error={errors.sort} />
      <Checkboxes
        name="hide-equal"
        legend={<span className="govuk-visually-hidden">Rows to hide</span>}
        items={[{ value: "on", text: "Hide rows where all scenarios are equal" }]}
        chosen={hideEqual ? ["on"] : []}
        small
      />
      <Button>Compare</Button>
    </Form>
  );
}
