import { parseHTML } from "linkedom";
import type { ChartText } from "../../../app/charts/svg";

export const TEXT: ChartText = { id: "chart", title: "What it is", description: "What it shows" };

/** A chart as a browser reads it from the page. */
export function readChart(markup: string): SVGSVGElement {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
  const chart = document.querySelector("svg");
  if (chart === null) throw new Error("no picture");
  return chart;
}

/** All the words that a chart shows, its title and description left out. */
export function wordsOf(markup: string): string[] {
  const lines = [...readChart(markup).querySelectorAll("text")].map((text) => {
    const spans = [...text.querySelectorAll("tspan")];
    return spans.length === 0 ? text.textContent : spans.map((span) => span.textContent).join(" ");
  });
  return lines.map((line) => line.trim());
}

export function numberOf(element: Element, attribute: string): number {
  const value = Number(element.getAttribute(attribute));
  if (!Number.isFinite(value)) throw new Error(`${attribute} is not a number: ${element.outerHTML}`);
  return value;
}

/** How far two colours are apart for the eye (WCAG 2.2). */
export function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
