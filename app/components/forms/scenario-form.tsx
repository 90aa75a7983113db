import type { FormEventHandler, ReactNode } from "react";
import type { FieldGroup as Group } from "../../forms/field-group";
import type { SaveAnswer } from "../../forms/save-answer";
import { BASE_REVISION, REASON } from "../../forms/submission";
import { Button, ButtonGroup, Input } from "../govuk";
import { EditForm } from "./edit-form";
import { FieldGroup } from "./field-group";
import { FormAnswer } from "./save-answers";
import { useHeld } from "./use-held";

export type ScenarioFormProps = {
  readonly caption: string;
  readonly title: string;
  readonly groups: readonly Group[];
  readonly revision: number;
  readonly answer: SaveAnswer | undefined;
  /** Where the form was opened from. */
  readonly back: string;
  /** Between the heading and the fields: the figures that move while something is typed. */
  readonly above?: ReactNode;
  /** Between the fields and the reason. */
  readonly children?: ReactNode;
  readonly onInput?: FormEventHandler<HTMLElement>;
  readonly onFocus?: () => void;
};

/** A page that is one form: its heading, its groups of fields, why, and a button that saves. */
export function ScenarioForm({
  caption,
  title,
  answer,
  back,
  above,
  children,
  onInput,
  onFocus,
  ...current
}: ScenarioFormProps) {
  const { groups, revision } = useHeld({ groups: current.groups, revision: current.revision });
  const baseRevision = answer !== undefined && "baseRevision" in answer ? answer.baseRevision : revision;
  return (
    <div className="app-text">
      <EditForm readable noValidate={answer?.outcome !== "conflict"} onInput={onInput} onFocus={onFocus}>
        <FormAnswer answer={answer} />
        <span className="govuk-caption-l">{caption}</span>
        <h2 className="govuk-heading-l">{title}</h2>
        {above}
        <input type="hidden" name={BASE_REVISION} value={baseRevision} />
        {groups.map((group) => (
          <FieldGroup key={group.id} group={group} answer={answer} />
        ))}
        {children}
        <Input
          name={REASON}
          label="Why (optional)"
          hint="It stands beside the change in the history. Name no person."
        />
        <ButtonGroup>
          <Button>Save</Button>
          <a className="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonGroup>
      </EditForm>
    </div>
  );
}
