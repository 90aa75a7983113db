declare const checked: unique symbol;

/** Markup that has gone through {@link element} or {@link words}: nothing of a scenario gets into a page unescaped. */
export type Markup = string & { readonly [checked]: true };

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What every chart is told: a name that no other chart of the page has, what it is, and what it shows in words. */
export type ChartText = {
  readonly id: string;
  readonly title: string;
  /** What a person who cannot see the picture should know from it. The figures stand in the table below. */
  readonly description: string;
};

export type Size = { readonly width: number; readonly height: number };

export const FONT = "Arial, Helvetica, sans-serif";
export const FONT_SIZE = 14;
export const INK = "#0b0c0c";
export const QUIET_INK = "#484949";
export const GRID = "#cecece";
export const PAPER = "#ffffff";

/**
 * The whole of a chart. It is drawn with attributes only, because the content security policy lets no style through,
 * and on paper of its own, so that a page with other colours does not swallow the text.
 */
export function drawing(text: ChartText, size: Size, children: readonly Markup[]): string {
  const { width, height } = roundSize(size);
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: width > 800 ? "app-chart app-chart--wide" : "app-chart",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-labelledby": `${text.id}-title ${text.id}-description`,
    "font-family": FONT,
    "font-size": FONT_SIZE,
    fill: INK,
  };
  return element("svg", attributes, [
    element("title", { id: `${text.id}-title` }, [words(text.title)]),
    element("desc", { id: `${text.id}-description` }, [words(text.description)]),
    element("rect", { width, height, fill: PAPER }),
    ...children,
  ]);
}

export function element(name: string, attributes: Attributes, children: readonly Markup[] = []): Markup {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${escape(typeof value === "number" ? round(value) : value)}"`,
  );
  return `<${name}${written.join("")}>${children.join("")}</${name}>` as Markup;
}

export function words(text: string): Markup {
  return escape(text) as Markup;
}

/** A line of text at a place; its anchor and look through attributes. */
export function label(
  text: string,
  place: { readonly x: number; readonly y: number },
  look: Attributes = {},
): Markup {
  return element("text", { ...place, ...look }, [words(text)]);
}

/** Lines of text below each other. */
export function labelLines(
  lines: readonly string[],
  { x, y, lineHeight = 17 }: { readonly x: number; readonly y: number; readonly lineHeight?: number },
  look: Attributes = {},
): Markup {
  return element(
    "text",
    { x, y, ...look },
    lines.map((line, place) => element("tspan", { x, dy: place === 0 ? 0 : lineHeight }, [words(line)])),
  );
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Hundredths of a unit are finer than any screen: longer numbers only make the page longer. */
function round(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a place in a picture: ${value}`);
  return String(Math.round(value * 100) / 100);
}

function roundSize({ width, height }: Size): Size {
  return { width: Math.ceil(width), height: Math.ceil(height) };
}
