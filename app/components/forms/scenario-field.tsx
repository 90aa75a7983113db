import { type ChangeEventHandler, memo, type ReactNode, useEffect, useRef } from "react";
import type { ShownField } from "../../forms/fields";
import { entriesOf } from "../../forms/read-list";
import type { FieldKind } from "../../forms/field-value";
import { Checkboxes, Input, Select, Textarea } from "../govuk";

const WIDTHS: Readonly<Record<FieldKind, 4 | 5 | 10 | 20 | undefined>> = {
  money: 10,
  percent: 5,
  quantity: 5,
  whole: 4,
  date: 20,
  month: 20,
  year: 10,
  decimals: undefined,
  ids: undefined,
  texts: undefined,
  lots: undefined,
  choice: undefined,
  options: undefined,
  text: undefined,
  flag: undefined,
};

/**
 * The input of one value of the scenario. Its name is the value's pointer, so that every page is edited in one way. It
 * works before any script does: what is typed by then stays. A page is drawn at every letter: a field of which nothing
 * changed is not.
 */
export const ScenarioField = memo(function ScenarioField(props: ScenarioFieldProps) {
  if (props.field.kind === "ids")
    return hasManyChoices(props.field) ? <NamesField {...props} /> : <SeveralField {...props} />;
  return props.field.kind === "flag" ? <FlagField {...props} /> : <TextField {...props} />;
});

/** More boxes than this are worse than names to type. */
const MOST_BOXES = 40;
const hasManyChoices = ({ choices = [] }: ShownField): boolean => choices.length > MOST_BOXES;

function NamesField({ field: { choices: _choices, ...field }, ...rest }: ScenarioFieldProps) {
  return <TextField {...rest} field={field} hint={rest.hint ?? HINTS.texts} />;
}

type ScenarioFieldProps = {
  readonly field: ShownField;
  /** What was typed and is not in the scenario yet. */
  readonly text?: string | undefined;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly label?: string;
  readonly isLabelHidden?: boolean;
  readonly onChange?: ChangeEventHandler<HTMLElement>;
};

/** A box to tick. The hidden input before it says that it was there where it is not ticked. */
function FlagField({ field, text = field.value, error, hint, label = field.label }: ScenarioFieldProps) {
  return (
    <>
      <input type="hidden" name={field.name} value="" />
      <Checkboxes
        name={field.name}
        legend={<span className="govuk-visually-hidden">{label}</span>}
        small
        error={error}
        {...(hint === undefined ? {} : { hint })}
        chosen={text === "true" ? ["true"] : []}
        items={[{ value: "true", text: label }]}
      />
    </>
  );
}

/** Boxes to tick, several of them. */
function SeveralField({ field, text = field.value, error, hint, label = field.label }: ScenarioFieldProps) {
  const { name, choices = [] } = field;
  const chosen = entriesOf(text);
  const items = choices.map(({ value, words }) => ({ value, text: words }));
  return (
    <>
      <input type="hidden" name={name} value="" />
      <Checkboxes
        name={name}
        legend={label}
        legendSize="s"
        small
        error={error}
        hint={hint ?? (items.length === 0 ? "There is nothing to choose from yet." : undefined)}
        chosen={choices
          .filter(({ value, words }) => chosen.includes(value) || chosen.includes(words))
          .map(({ value }) => value)}
        items={items}
      />
    </>
  );
}

function TextField({
  field,
  text = field.value,
  error,
  hint = HINTS[field.kind],
  label = field.label,
  isLabelHidden = false,
  onChange,
}: ScenarioFieldProps) {
  const { name, kind, choices, mayBeEmpty } = field;
  useShownText(name, text);
  const shared = {
    name,
    error,
    label: isLabelHidden ? <span className="govuk-visually-hidden">{label}</span> : label,
    ...(hint === undefined ? {} : { hint }),
    ...(onChange === undefined ? {} : { onChange }),
    defaultValue: text,
  };
  if (choices !== undefined) {
    const items = choices.map(({ value, words }) => ({ value, text: words }));
    return <Select {...shared} items={mayBeEmpty ? [{ value: "", text: "Not given" }, ...items] : items} />;
  }
  if (field.isLong === true) return <Textarea {...shared} rows={2} autoComplete="off" spellCheck />;
  const isFigure = kind === "money" || kind === "percent" || kind === "quantity" || kind === "whole";
  return (
    <Input
      {...shared}
      width={WIDTHS[kind]}
      {...(isFigure ? { inputMode: kind === "whole" ? "numeric" : "decimal" } : {})}
      {...(kind === "money" ? { prefix: "£" } : {})}
      {...(kind === "percent" ? { suffix: "%" } : {})}
      autoComplete="off"
      spellCheck={kind === "text"}
    />
  );
}

const HINTS: Readonly<Partial<Record<FieldKind, string>>> = {
  date: "For example, 1 October 2015 or 1/10/2015",
  month: "For example, October 2015",
  texts: "With a semicolon between them",
  decimals: "Twelve numbers that sum to 12, with a semicolon between them",
};

/**
 * The input keeps its own text, so that nothing typed before the page's script is lost; where the text that it should
 * show changes later (saved, dropped, changed by someone else), it is told, unless something else is typed there by then.
 */
function useShownText(name: string, text: string): void {
  const shown = useRef(text);
  useEffect(() => {
    if (shown.current === text) return;
    const before = shown.current;
    shown.current = text;
    const element = document.getElementById(name);
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement;
    if (isField && element.value === before) element.value = text;
  }, [name, text]);
}
