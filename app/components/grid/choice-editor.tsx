import type { CustomCellEditorProps } from "ag-grid-react";
import { useLayoutEffect, useRef } from "react";
import type { FieldChoice } from "../../forms/field-value";

export type ChoiceEditorParams = { readonly choices: readonly FieldChoice[]; readonly label: string };

/** A cell with a few possible values: the browser's own list, which everyone's tools know. A letter chooses by its words. */
export function ChoiceEditor({
  value,
  onValueChange,
  eventKey,
  choices,
  label,
}: CustomCellEditorProps & ChoiceEditorParams) {
  const select = useRef<HTMLSelectElement>(null);
  const opened = useRef({ eventKey, choices, onValueChange });
  useLayoutEffect(() => {
    const { eventKey: letter, choices: all, onValueChange: choose } = opened.current;
    const typed = all.find(({ words }) => letter?.length === 1 && startsWith(words, letter));
    if (typed !== undefined) choose(typed.value);
    select.current?.focus();
  }, []);
  return (
    <select
      ref={select}
      className="app-grid__choices"
      aria-label={label}
      value={String(value)}
      onChange={({ target }) => onValueChange(target.value)}
    >
      {choices.map(({ value: text, words }) => (
        <option key={text} value={text}>
          {words}
        </option>
      ))}
    </select>
  );
}

function startsWith(words: string, letter: string): boolean {
  return words.toLowerCase().startsWith(letter.toLowerCase());
}
