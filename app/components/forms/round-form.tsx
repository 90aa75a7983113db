import { useEffect, useRef, useSyncExternalStore } from "react";
import type { ShownField } from "../../forms/fields";
import { type MemberForm, type RoundForm as Round, stillNeeded } from "../../forms/round-form";
import type { SaveAnswer } from "../../forms/save-answer";
import type { Edit, SaveEvent, Saves } from "../../forms/saves";
import { BASE_REVISION, REASON } from "../../forms/submission";
import type { Typing } from "../../live/use-typing";
import { Button, Details, Input } from "../govuk";
import { EditForm } from "./edit-form";
import { FormAnswer } from "./save-answers";
import { ScenarioField } from "./scenario-field";
import { UnsavedEdits } from "./unsaved-edits";
import { WeightSliders, weightsNeeded } from "./weight-sliders";

/** A figure beside a district's choice. */
export type MemberFigure = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly was?: string;
};

type RoundFormProps = {
  readonly round: Round;
  /** By district; `was` where the saved scenario says something else. */
  readonly figures: Readonly<Record<string, readonly MemberFigure[]>>;
  readonly workingHref: (member: string) => string;
  readonly revision: number;
  readonly answer: SaveAnswer | undefined;
  readonly saves: Saves;
  readonly dispatch: (event: SaveEvent) => void;
  readonly typing: Typing;
  readonly onReady: () => void;
};

/**
 * A round of contributions to fill in. A form like any other; where script runs, a choice is saved as it is made and
 * the figures beside it move, and the button saves what is typed.
 */
export function RoundForm(props: RoundFormProps) {
  const { round, revision, answer, dispatch, typing, onReady } = props;
  const isScripted = useScript();
  const later = useLater();
  const fields = fieldsOf(round);
  const save = (edit: Edit): void => {
    const isWeights = round.weights.some(({ name }) => name in edit);
    const weights = round.weights.map((field) => edit[field.name] ?? shownText(field, props));
    const needed = stillNeeded(edit) ?? (isWeights ? weightsNeeded(round.weights, weights) : null);
    if (needed === null) dispatch({ type: "typed", edit });
    else {
      const messages = { [needed.name]: needed.why };
      dispatch({ type: "held", edit: { [needed.name]: "", ...edit }, messages });
    }
  };
  const saveTogether = (element: HTMLElement): void => {
    const together = element.closest<HTMLElement>("[data-together]");
    if (together === null) return;
    const edit = textsIn(together);
    if (fields.some((field) => field.name in edit && edit[field.name] !== shownText(field, props)))
      save(edit);
    typing.settle(Object.keys(edit));
  };
  return (
    <EditForm
      readable
      noValidate={answer?.outcome !== "conflict"}
      onFocus={onReady}
      onInput={typing.onInput}
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement) later.run(() => saveTogether(target));
      }}
      onBlur={({ target, relatedTarget }) => {
        later.cancel();
        // Weights are right only together: they wait until the last is left.
        if (target.closest("[data-together=whole]")?.contains(relatedTarget) !== true) saveTogether(target);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const edit = typedIn(event.currentTarget, fields);
        if (Object.keys(edit).length > 0) save(edit);
        typing.settle(Object.keys(edit));
      }}
    >
      <input type="hidden" name={BASE_REVISION} value={baseOf(answer) ?? revision} />
      <FormAnswer answer={answer} />
      <h4 className="govuk-heading-m app-round__part">What each district chooses</h4>
      {round.members.map((member) => (
        <Member key={member.id} member={member} {...props} />
      ))}
      <DeclineRule {...props} />
      <Sharing
        {...props}
        isScripted={isScripted}
        onRest={(slider) => later.run(() => saveTogether(slider))}
      />
      <Details summary="Figures agreed instead of the formula">
        <p className="govuk-body">
          An agreed figure stands beside the formula’s, never in its place. It counts where the district takes
          B.
        </p>
        {round.members.map(({ id, name, agreed }) => (
          <div key={id} role="group" aria-label={`Agreed with ${name}`} className="app-round__agreed">
            <h5 className="govuk-heading-s">{name}</h5>
            {agreed.map((field) => (
              <RoundField key={field.name} field={field} {...props} />
            ))}
          </div>
        ))}
      </Details>
      <Input
        name={REASON}
        label="Why (optional)"
        hint="It stands beside the change in the history. Name no person."
      />
      <Button>Save</Button>
      {isScripted && <RoundSaves {...props} fields={fields} />}
    </EditForm>
  );
}

function RoundSaves({
  saves,
  dispatch,
  fields,
}: RoundFormProps & { readonly fields: readonly ShownField[] }) {
  return (
    <UnsavedEdits
      saves={saves}
      dispatch={dispatch}
      labelOf={(name) => fields.find((field) => field.name === name)?.label ?? null}
      onGoTo={(name) => document.getElementById(name)?.focus()}
    />
  );
}

function Member({
  member,
  figures,
  workingHref,
  ...props
}: RoundFormProps & { readonly member: MemberForm }) {
  const { id, name, choice, status, units } = member;
  const buys = shownText(choice, props).includes("A");
  return (
    <div role="group" aria-label={name} className="app-member" data-together>
      <h5 className="govuk-heading-s app-member__name">
        {name}
        <a className="govuk-link app-member__working" href={workingHref(id)}>
          Show the working<span className="govuk-visually-hidden"> of the share of {name}</span>
        </a>
      </h5>
      <RoundField field={choice} label="Choice" {...props} />
      <RoundField field={status} {...props} />
      {units !== null && (
        <div hidden={!buys}>
          <RoundField field={units} {...props} />
        </div>
      )}
      <dl className="app-member__figures">
        {(figures[id] ?? []).map(({ label, text, was }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {text}
              {was !== undefined && <span className="app-was">saved: {was}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function DeclineRule({ round: { rule, topUps }, ...props }: RoundFormProps) {
  const isThreshold = shownText(rule.choice, props) === "threshold";
  return (
    <div role="group" aria-label="When some decline" data-together className="app-text">
      <h4 className="govuk-heading-m app-round__part">When some decline</h4>
      <RoundField
        field={rule.choice}
        label="What happens to the shares of those who decline"
        hint={topUps}
        {...props}
      />
      <div hidden={!isThreshold}>
        <RoundField field={rule.percent} {...props} />
        <RoundField field={rule.then} {...props} />
      </div>
    </div>
  );
}

function Sharing({
  round: { pot, weights, bounds },
  isScripted,
  onRest,
  ...props
}: RoundFormProps & { readonly isScripted: boolean; readonly onRest: (slider: HTMLElement) => void }) {
  const { typing } = props;
  if (pot.length + weights.length === 0) return null;
  return (
    <div role="group" aria-label="How the pot is shared" className="app-text">
      <h4 className="govuk-heading-m app-round__part">How the pot is shared</h4>
      {pot.map((field) => (
        <RoundField key={field.name} field={field} {...props} />
      ))}
      <WeightSliders
        fields={weights}
        texts={weights.map((field) => typing.typing[field.name] ?? shownText(field, props))}
        hasSliders={isScripted}
        numberField={(field, text) => <RoundField field={field} text={text} {...props} />}
        onMove={typing.note}
        onRest={onRest}
      />
      <div className="app-round__weights">
        {bounds.map((field) => (
          <RoundField key={field.name} field={field} {...props} />
        ))}
      </div>
    </div>
  );
}

type Shown = Pick<RoundFormProps, "saves" | "answer">;

function RoundField({
  field,
  label,
  hint,
  text,
  ...shown
}: Shown & {
  readonly field: ShownField;
  readonly text?: string;
  readonly label?: string;
  readonly hint?: string | null;
}) {
  const error =
    shown.saves.drafts[field.name]?.message ??
    (shown.answer?.outcome === "refused" ? shown.answer.errors[field.name] : undefined);
  return (
    <ScenarioField
      field={field}
      text={text ?? shownText(field, shown)}
      error={error}
      {...(label === undefined ? {} : { label })}
      {...(hint == null ? {} : { hint })}
    />
  );
}

/** What was typed and is not in the scenario yet, else what is. */
function shownText({ name, value }: ShownField, { saves, answer }: Shown): string {
  const kept = answer !== undefined && "values" in answer ? answer.values[name] : undefined;
  return saves.drafts[name]?.text ?? kept ?? value;
}

function baseOf(answer: SaveAnswer | undefined): number | undefined {
  return answer !== undefined && "baseRevision" in answer ? answer.baseRevision : undefined;
}

function fieldsOf({ members, rule, weights, bounds, pot }: Round): readonly ShownField[] {
  const ofMembers = members.flatMap(({ name, choice, status, units, agreed }) =>
    [choice, status, ...(units === null ? [] : [units]), ...agreed].map((field) => ({
      ...field,
      label: `${field.label}, ${name}`,
    })),
  );
  return [...ofMembers, rule.choice, rule.percent, rule.then, ...weights, ...bounds, ...pot];
}

/** The fields inside an element, as typed. */
function textsIn(element: HTMLElement): Edit {
  const inputs = [...element.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  return Object.fromEntries(
    inputs.filter(({ name }) => name.startsWith("/")).map(({ name, value }) => [name, value]),
  );
}

/** The fields of a form in which something else is typed than is there, and why. */
function typedIn(form: HTMLFormElement, fields: readonly ShownField[]): Edit {
  const texts = textsIn(form);
  const changed = fields.filter(({ name, value }) => name in texts && texts[name] !== value);
  const reason = new FormData(form).get(REASON);
  return {
    ...Object.fromEntries(changed.map(({ name }) => [name, texts[name] ?? ""])),
    ...(typeof reason === "string" && reason !== "" && changed.length > 0 ? { [REASON]: reason } : {}),
  };
}

/** A choice made by arrow keys passes others: it is saved when the keys rest. */
const REST_MILLISECONDS = 400;

function useLater(): { readonly run: (task: () => void) => void; readonly cancel: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const cancel = (): void => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    run: (task) => {
      cancel();
      timer.current = setTimeout(task, REST_MILLISECONDS);
    },
    cancel,
  };
}

/** Whether the page's script runs: the first drawing is the one that needs none. */
function useScript(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
