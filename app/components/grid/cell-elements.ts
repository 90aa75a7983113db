import type { ICellRendererParams } from "ag-grid-community";
import type { GridRow } from "./grid-rows";

/** The name of a row leads to its page or form. */
export function nameLink(hrefOf: (rowId: string) => string) {
  return ({ data, value, valueFormatted }: ICellRendererParams<GridRow, string>): HTMLElement => {
    const text = valueFormatted ?? value ?? "";
    if (data === undefined || data.isTotal || data.isNew) return textElement("span", text);
    return linkElement(text, hrefOf(data.id));
  };
}

/** A link that asks before a row goes. */
export function deleteLink(hrefOf: (rowId: string) => string) {
  return ({ data }: ICellRendererParams<GridRow, string>): HTMLElement =>
    data === undefined || data.isTotal || data.isNew
      ? textElement("span", "")
      : linkElement("Delete", hrefOf(data.id), data.texts);
}

/** The cell has the focus; Enter follows its link. */
function linkElement(text: string, href: string, of?: GridRow["texts"]): HTMLElement {
  const link = textElement("a", text);
  link.setAttribute("href", href);
  link.className = "govuk-link";
  link.tabIndex = -1;
  if (of !== undefined) link.setAttribute("aria-label", `${text} ${Object.values(of)[0] ?? ""}`);
  return link;
}

function textElement(tag: "a" | "span", text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
