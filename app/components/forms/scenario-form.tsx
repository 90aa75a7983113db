import type { FormEvent, ReactNode } from "react";
import type { FieldGroup as Group } from "../../forms/field-group";
import type { SaveAnswer } from "../../forms/save-answer";
import { BASE_REVISION, REASON } from "../../forms/submission";
import { type FormEffects, useFormEffects } from "../../live/use-form-effects";
import { Button, ButtonGroup, Input } from "../govuk";
import { WhatChanges } from "../live/what-changes";
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
  /** What the form moves, on a page that works it out together with what else is typed there. */
  readonly live?: LiveForm | undefined;
};

export type LiveForm = Pick<FormEffects, "effects" | "live" | "onFocus"> & {
  readonly onInput: (event: FormEvent<HTMLFormElement>) => void;
};

/** A page that is one form: its heading, its groups of fields, what they move, why, and a button that saves. */
export function ScenarioForm({
  caption,
  title,
  answer,
  back,
  above,
  children,
  live: ofPage,
  ...current
}: ScenarioFormProps) {
  const { groups, revision } = useHeld({ groups: current.groups, revision: current.revision });
  const baseRevision = answer !== undefined && "baseRevision" in answer ? answer.baseRevision : revision;
  const ofForm = useFormEffects(baseRevision);
  const { effects, live, onInput, onFocus } = ofPage ?? ofForm;
  return (
    <EditForm
      readable
      className="app-effects-beside"
      noValidate={answer?.outcome !== "conflict"}
      onInput={onInput}
      onFocus={onFocus}
    >
      <div className="app-text">
        <FormAnswer answer={answer} />
        <span className="govuk-caption-l">{caption}</span>
        <h2 className="govuk-heading-l">{title}</h2>
        {above}
        <input type="hidden" name={BASE_REVISION} value={baseRevision} />
        {groups.map((group) => (
          <FieldGroup key={group.id} group={group} answer={answer} />
        ))}
        {children}
      </div>
      <WhatChanges effects={effects} live={live} />
      <div className="app-text">
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
      </div>
    </EditForm>
  );
}
