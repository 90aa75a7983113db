import { type FormEvent, useCallback, useState } from "react";
import { LIST_SEPARATOR } from "../forms/read-list";
import type { Edit } from "../forms/saves";

export type Typing = {
  /** What is typed right now and not handed on, by field. */
  readonly typing: Edit;
  readonly note: (edit: Edit) => void;
  /** These fields were handed on to be saved, or taken back. */
  readonly settle: (names: readonly string[]) => void;
  /** For a form: notes what is typed into its fields. */
  readonly onInput: (event: FormEvent<HTMLElement>) => void;
};

/** What is being typed on a page, letter by letter, before it is handed on to be saved. */
export function useTyping(): Typing {
  const [typing, setTyping] = useState<Edit>({});
  const note = useCallback((edit: Edit) => setTyping((before) => ({ ...before, ...edit })), []);
  const settle = useCallback(
    (names: readonly string[]) =>
      setTyping((before) =>
        names.some((name) => name in before)
          ? Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name)))
          : before,
      ),
    [],
  );
  const onInput = useCallback(
    ({ target }: FormEvent<HTMLElement>) => {
      const isField =
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement;
      if (isField && target.name.startsWith("/")) note({ [target.name]: textOf(target) });
    },
    [note],
  );
  return { typing, note, settle, onInput };
}

/** Of several boxes with one name all that are ticked, as a form sends them. */
function textOf(input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string {
  if (input.type !== "checkbox") return input.value;
  const boxes = [...(input.form?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  return boxes
    .filter(({ name, checked }) => name === input.name && checked)
    .map(({ value }) => value)
    .join(LIST_SEPARATOR);
}
