import type { PlotOptions } from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { FONT, FONT_SIZE, INK, type Markup } from "./svg";

/**
 * What Plot draws, as markup to stand in a drawing of ours. Plot's style sheet is left out (the content security policy
 * blocks it, and it only says what our own style sheet says), and its labels of single marks, which nobody hears inside
 * a picture that has a title and a description of its own.
 */
export function plotMarkup(
  options: PlotOptions,
  place: { readonly x?: number; readonly y?: number } = {},
): Markup {
  const { document } = parseHTML("<html><body></body></html>");
  const plot = Plot.plot({ ...options, document: document });
  for (const style of plot.querySelectorAll("style")) style.remove();
  for (const named of plot.querySelectorAll("[aria-label], [aria-hidden]")) {
    named.removeAttribute("aria-label");
    named.removeAttribute("aria-hidden");
  }
  const look = { "font-family": FONT, "font-size": FONT_SIZE, fill: INK, x: place.x ?? 0, y: place.y ?? 0 };
  for (const [name, value] of Object.entries(look)) plot.setAttribute(name, String(value));
  plot.removeAttribute("class");
  return plot.outerHTML as Markup;
}
