import type { ICellEditorComp, ICellEditorParams } from "ag-grid-community";
import type { FieldChoice } from "../../forms/read-value";

export type ChoiceEditorParams = { readonly choices: readonly FieldChoice[]; readonly label: string };

/** A cell with a few possible values: the browser's own list, which everyone's tools know. A letter chooses by its words. */
export class ChoiceEditor implements ICellEditorComp {
  readonly #select = document.createElement("select");

  init({ value, eventKey, choices, label }: ICellEditorParams & ChoiceEditorParams): void {
    this.#select.className = "app-grid__choices";
    this.#select.setAttribute("aria-label", label);
    for (const { value: text, words } of choices) this.#select.add(new Option(words, text));
    const typed = choices.find(({ words }) => eventKey?.length === 1 && startsWith(words, eventKey));
    this.#select.value = typed?.value ?? String(value);
  }

  getGui(): HTMLElement {
    return this.#select;
  }

  afterGuiAttached(): void {
    this.#select.focus();
  }

  getValue(): string {
    return this.#select.value;
  }
}

function startsWith(words: string, letter: string): boolean {
  return words.toLowerCase().startsWith(letter.toLowerCase());
}
