import type { PointsField } from "../../lib/panel-page";
import { Fieldset, Input } from "../govuk";

/** Points for each criterion, level by level. */
export function PointsFields({
  fields,
  faults,
  typed,
}: {
  readonly fields: readonly PointsField[];
  readonly faults: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>> | undefined;
}) {
  const levels = [...new Set(fields.map(({ level }) => level))];
  return levels.map((level) => {
    const inputs = fields
      .filter((field) => field.level === level)
      .map(({ name, label, hint, value }) => (
        <Input
          key={name}
          name={name}
          label={label}
          hint={hint ?? undefined}
          inputMode="decimal"
          width={5}
          autoComplete="off"
          defaultValue={typed?.[name] ?? value}
          error={faults[name]}
        />
      ));
    return level === null ? (
      <div key="only">{inputs}</div>
    ) : (
      <Fieldset key={level} legend={level} legendSize="m">
        {inputs}
      </Fieldset>
    );
  });
}
