import type { ChangeEventHandler, ReactNode } from "react";
import { classes } from "./classes";
import { describedByOf, FormGroup, HintAndError } from "./field";
import { Fieldset, type Legend } from "./fieldset";

export type Choice = {
  readonly value: string;
  readonly text: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
};

type ChoicesProps = Legend & {
  readonly name: string;
  /** The first choice has this id, so that an error summary can link to it. */
  readonly id?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly items: readonly Choice[];
  readonly inline?: boolean | undefined;
  readonly small?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
};

export function Radios({ chosen, ...props }: ChoicesProps & { readonly chosen?: string | undefined }) {
  return <Choices {...props} kind="radios" chosen={chosen === undefined ? [] : [chosen]} />;
}

export function Checkboxes({
  chosen = [],
  ...props
}: ChoicesProps & { readonly chosen?: readonly string[] | undefined }) {
  return <Choices {...props} kind="checkboxes" chosen={chosen} />;
}

type Drawn = ChoicesProps & { readonly kind: "radios" | "checkboxes"; readonly chosen: readonly string[] };

function Choices(props: Drawn) {
  const { kind, name, id = name, hint, error, items, inline = false, small = false } = props;
  const { legend, legendSize, isPageHeading } = props;
  const describedBy = describedByOf({ id, hint, error });
  const block = `govuk-${kind}`;
  return (
    <FormGroup hasError={error !== undefined}>
      <Fieldset {...{ legend, legendSize, isPageHeading, describedBy }}>
        <HintAndError id={id} hint={hint} error={error} />
        <div className={classes(block, inline && `${block}--inline`, small && `${block}--small`)}>
          {items.map((item, place) => (
            <Item key={item.value} {...{ props, item }} id={place === 0 ? id : `${id}-${place + 1}`} />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

function Item({
  props: { kind, name, chosen, required, onChange },
  item: { value, text, hint, disabled },
  id,
}: {
  readonly props: Drawn;
  readonly item: Choice;
  readonly id: string;
}) {
  const block = `govuk-${kind}`;
  const hintId = hint === undefined ? undefined : `${id}-item-hint`;
  return (
    <div className={`${block}__item`}>
      <input
        className={`${block}__input`}
        id={id}
        name={name}
        type={kind === "radios" ? "radio" : "checkbox"}
        value={value}
        defaultChecked={chosen.includes(value)}
        disabled={disabled}
        required={required}
        onChange={onChange}
        aria-describedby={hintId}
      />
      <label className={`govuk-label ${block}__label`} htmlFor={id}>
        {text}
      </label>
      {hintId !== undefined && (
        <div id={hintId} className={`govuk-hint ${block}__hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
