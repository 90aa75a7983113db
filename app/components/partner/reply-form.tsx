import { Form } from "@remix-run/react";
import { Button, Fieldset, Input, Radios, Select, Textarea } from "../govuk";

export type ReplyFormProps = {
  readonly rounds: readonly ReplyRound[];
  readonly questions: readonly { readonly name: string; readonly text: string }[];
  readonly signOffs: readonly { readonly value: string; readonly text: string }[];
  readonly decisions: readonly { readonly value: string; readonly text: string }[];
  /** By the names of the fields. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly baseVersion: number;
  readonly closes: string;
  readonly isBusy: boolean;
};

export type ReplyRound = {
  readonly title: string;
  readonly decision: string;
  readonly options: readonly { readonly name: string; readonly text: string; readonly hint: string }[];
  /** Null where nothing can be bought in. */
  readonly units: { readonly name: string; readonly hint: string } | null;
  /** Null where no share is asked. */
  readonly maximum: string | null;
  readonly conditions: string;
};

const PLACES = [
  { value: "", text: "No place" },
  { value: "1", text: "First choice" },
  { value: "2", text: "Second choice" },
  { value: "3", text: "Third choice" },
];

/** The reply, as one form that works before any script runs. A draft is kept as it is; a reply is checked first. */
export function ReplyForm(props: ReplyFormProps) {
  const { rounds, questions, signOffs, values, errors, baseVersion, closes, isBusy } = props;
  const wired = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] });
  return (
    <Form method="post" action="/reply" className="app-text" noValidate>
      <input type="hidden" name="baseVersion" value={baseVersion} />
      {rounds.map((round) => (
        <RoundFields key={round.decision} round={round} {...props} />
      ))}
      {questions.map(({ name, text }) => (
        <Textarea key={name} {...wired(name)} label={text} labelSize="s" rows={3} />
      ))}
      <Textarea {...wired("/comments")} label="Comments (optional)" labelSize="s" rows={4} />
      <Radios
        name="/signOff"
        legend="Who has agreed to this reply?"
        legendSize="s"
        hint="You can send an officers’ view now, and send again when your members have decided."
        items={signOffs}
        chosen={values["/signOff"]}
        error={errors["/signOff"]}
      />
      <Input {...wired("/repliedBy")} label="Your name and post" labelSize="s" autoComplete="name" />
      <div className="govuk-button-group">
        <Button name="do" value="send" disabled={isBusy}>
          Send the reply
        </Button>
        <Button name="do" value="draft" look="secondary" disabled={isBusy}>
          Save as a draft
        </Button>
      </div>
      <p className="govuk-body">You can change what you sent until {closes}. The newest counts.</p>
    </Form>
  );
}

function RoundFields({
  round,
  decisions,
  values,
  errors,
}: Pick<ReplyFormProps, "decisions" | "values" | "errors"> & { readonly round: ReplyRound }) {
  const { title, decision, options, units, maximum, conditions } = round;
  const wired = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] });
  return (
    <Fieldset legend={title} legendSize="m">
      <Radios
        name={decision}
        legend="Your decision"
        legendSize="s"
        items={decisions}
        chosen={values[decision]}
        error={errors[decision]}
      />
      <p className="govuk-body">
        If you would take options, put them in order. Options with the same place are taken together.
      </p>
      {options.map(({ name, text, hint }) => (
        <Select key={name} {...wired(name)} label={text} hint={hint} items={PLACES} />
      ))}
      {units !== null && (
        <Input
          {...wired(units.name)}
          label="Units that you would buy a year (option A)"
          hint={units.hint}
          width={10}
          inputMode="decimal"
        />
      )}
      {maximum !== null && (
        <Input
          {...wired(maximum)}
          label="Most you would pay a year (optional)"
          hint="For a full year, as your share. Leave it empty if there is no limit."
          prefix="£"
          width={10}
          inputMode="decimal"
        />
      )}
      <Textarea
        {...wired(conditions)}
        label="Conditions (optional)"
        hint="What has to hold for this reply. A reply with conditions counts as an indication."
        rows={3}
      />
    </Fieldset>
  );
}
