import type { FieldGroup as Group } from "../../forms/provision-form";
import type { SaveAnswer } from "../../forms/save-answer";
import { Fieldset } from "../govuk";
import { ScenarioField } from "./scenario-field";

/** Fields under one heading, with what was typed and its faults after an answer. */
export function FieldGroup({
  group: { id, legend, note, hints = {}, fields },
  answer,
}: {
  readonly group: Group;
  readonly answer: SaveAnswer | undefined;
}) {
  const { values = {}, errors = {} } = answerParts(answer);
  return (
    <Fieldset legend={legend} legendSize="m" {...(note === undefined ? {} : { describedBy: `${id}-note` })}>
      {note !== undefined && (
        <p id={`${id}-note`} className="govuk-hint">
          {note}
        </p>
      )}
      {fields.map((field) => (
        <ScenarioField
          key={field.name}
          field={field}
          text={values[field.name]}
          error={errors[field.name]}
          {...(hints[field.name] === undefined ? {} : { hint: hints[field.name] })}
        />
      ))}
    </Fieldset>
  );
}

type Parts = {
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
};

function answerParts(answer: SaveAnswer | undefined): Parts {
  if (answer?.outcome === "refused") return answer;
  return answer?.outcome === "conflict" ? { values: answer.values } : {};
}
