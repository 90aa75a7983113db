/** On an element that holds what was typed and waits to be saved: the page is not brought up to date meanwhile. */
export const HOLDS_PAGE = "data-holds-page";

/** Whether something on the page is typed and not saved yet: in a cell of a grid, or in a field of a form. */
export function isTyping(): boolean {
  if (document.querySelector(".ag-cell-inline-editing, .ag-popup-editor") !== null) return true;
  if (document.querySelector(`[${HOLDS_PAGE}]`) !== null) return true;
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "main form[method=post] :is(input:not([type=hidden]), textarea)",
  );
  return [...fields].some((field) =>
    field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue,
  );
}
