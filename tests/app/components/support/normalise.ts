import { parseHTML } from "linkedom";

/** What govuk-frontend's own scripts look for or set; our components do without those scripts. */
const OF_THE_SCRIPTS = ["data-module", "data-disable-auto-focus", "tabindex"];

export type Normalised =
  | string
  | { readonly tag: string; readonly attributes: object; readonly inside: readonly Normalised[] };

/** Two pieces of HTML mean the same when this makes them equal: order of attributes and blank space do not count. */
export function normaliseHtml(html: string): readonly Normalised[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return insideOf(document.body);
}

function insideOf(parent: Node): readonly Normalised[] {
  return Array.from(parent.childNodes).flatMap((node): readonly Normalised[] => {
    if (node.nodeType === 3) {
      const text = (node.textContent ?? "").replace(/\s+/g, " ").trim();
      return text === "" ? [] : [text];
    }
    return node.nodeType === 1 ? [normaliseElement(node as Element)] : [];
  });
}

function normaliseElement(element: Element): Normalised {
  const attributes = Object.fromEntries(
    Array.from(element.attributes)
      .filter(({ name }) => !OF_THE_SCRIPTS.includes(name))
      .map(({ name, value }) => [
        name,
        name === "class" ? value.trim().split(/\s+/).sort().join(" ") : value,
      ]),
  );
  return { tag: element.tagName.toLowerCase(), attributes, inside: insideOf(element) };
}
