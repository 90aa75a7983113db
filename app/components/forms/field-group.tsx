import type { FieldGroup as Group } from "../../forms/field-group";
import type { SaveAnswer } from "../../forms/save-answer";
import { Details, Fieldset } from "../govuk";
import { FieldTable } from "./field-table";
import { ScenarioField } from "./scenario-field";

/** Fields under one heading, with what was typed and its faults after an answer. What few people need is folded away. */
export function FieldGroup({ group, answer }: GroupProps) {
  const { values = {}, errors = {} } = answerParts(answer);
  if (group.isExtra !== true) return <OpenGroup group={group} answer={answer} />;
  const isInUse = group.fields.some(
    ({ name, value, kind }) => name in errors || ((values[name] ?? value) !== "" && kind !== "choice"),
  );
  return (
    <Details summary={group.legend} open={isInUse}>
      <OpenGroup group={group} answer={answer} />
    </Details>
  );
}

type GroupProps = { readonly group: Group; readonly answer: SaveAnswer | undefined };

function OpenGroup({
  group: { id, legend, note, hints = {}, fields, table, isSmall, ...layout },
  answer,
}: GroupProps) {
  const { values = {}, errors = {} } = answerParts(answer);
  return (
    <Fieldset
      legend={legend}
      legendSize={isSmall === true ? "s" : "m"}
      {...(note === undefined ? {} : { describedBy: `${id}-note` })}
    >
      {note !== undefined && (
        <p id={`${id}-note`} className="govuk-hint">
          {note}
        </p>
      )}
      {table !== undefined ? (
        <FieldTable {...{ legend, table, values, errors }} />
      ) : (
        <div className={layoutOf(layout)}>
          {fields.map((field) =>
            field.isSentAlong === true ? (
              <input key={field.name} type="hidden" name={field.name} value={field.value} />
            ) : (
              <ScenarioField
                key={field.name}
                field={field}
                text={values[field.name]}
                error={errors[field.name]}
                {...hintOf(hints[field.name] ?? field.help)}
              />
            ),
          )}
        </div>
      )}
    </Fieldset>
  );
}

function layoutOf({
  isCompact,
  isOrder,
  isScale,
}: Pick<Group, "isCompact" | "isOrder" | "isScale">): string | undefined {
  if (isOrder === true) return "app-fields--order";
  if (isScale === true) return "app-fields--scale";
  return isCompact === true ? "app-fields--compact" : undefined;
}

const hintOf = (hint: string | undefined) => (hint === undefined ? {} : { hint });

type Parts = {
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
};

function answerParts(answer: SaveAnswer | undefined): Parts {
  if (answer?.outcome === "refused") return answer;
  return answer?.outcome === "conflict" ? { values: answer.values } : {};
}
