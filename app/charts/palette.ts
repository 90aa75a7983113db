import { element, type Markup, PAPER } from "./svg";

/**
 * The colours that the Government Analysis Function advises for charts: each at least 3 : 1 against white, neighbours
 * told apart by people who see few colours. Nothing rests on colour alone: each fill has its own pattern too.
 */
const COLOURS = {
  blue: "#12436d",
  turquoise: "#217f77",
  pink: "#801650",
  orange: "#d4541a",
  grey: "#3d3d3d",
  purple: "#7c5fb3",
  middle: "#6f777b",
  red: "#b5152b",
  amber: "#8a5a00",
} as const;

export type Colour = keyof typeof COLOURS;
export type Pattern = "solid" | "rows" | "dots" | "columns" | "grid" | "rising" | "falling" | "dense";

/** How a thing is filled: also in a print without colour it differs from the others. */
export type Fill = { readonly colour: Colour; readonly pattern: Pattern };

export const FILLS = {
  first: { colour: "blue", pattern: "solid" },
  second: { colour: "turquoise", pattern: "rows" },
  third: { colour: "pink", pattern: "dots" },
  fourth: { colour: "orange", pattern: "columns" },
  fifth: { colour: "grey", pattern: "grid" },
  contributions: { colour: "purple", pattern: "solid" },
  topUps: { colour: "amber", pattern: "dots" },
  others: { colour: "middle", pattern: "rows" },
  missing: { colour: "red", pattern: "rising" },
  unsure: { colour: "amber", pattern: "falling" },
} as const satisfies Record<string, Fill>;

export type FillName = keyof typeof FILLS;

/** The fills for things that are all of one kind, in the order in which they are stacked. */
export const SERIES_FILLS: readonly FillName[] = ["first", "second", "third", "fourth", "fifth"];

export function colourOf(colour: Colour): string {
  return COLOURS[colour];
}

export function strokeOf(fill: FillName): string {
  return colourOf(FILLS[fill].colour);
}

/** The value of a `fill` attribute. The pattern has to be among the {@link definitions} of the same chart. */
export function fillOf(chartId: string, fill: FillName): string {
  return FILLS[fill].pattern === "solid" ? strokeOf(fill) : `url(#${chartId}-${fill})`;
}

/** The patterns that a chart uses; their names begin with the chart's, because a page has several charts. */
export function definitions(chartId: string, fills: Iterable<FillName>): Markup {
  const patterns = [...new Set(fills)].filter((fill) => FILLS[fill].pattern !== "solid");
  return element(
    "defs",
    {},
    patterns.map((fill) => definition(chartId, fill)),
  );
}

function definition(chartId: string, name: FillName): Markup {
  const { colour, pattern } = FILLS[name];
  const { size, ground, marks, turn } = TILES[pattern](COLOURS[colour]);
  const attributes = {
    id: `${chartId}-${name}`,
    width: size,
    height: size,
    patternUnits: "userSpaceOnUse",
    patternTransform: turn === undefined ? undefined : `rotate(${turn})`,
  };
  return element("pattern", attributes, [
    element("rect", { width: size, height: size, fill: ground }),
    ...marks,
  ]);
}

type Tile = {
  readonly size: number;
  readonly ground: string;
  readonly marks: readonly Markup[];
  readonly turn?: number;
};

const line = (size: number, stroke: string, width: number): Markup =>
  element("path", { d: `M0 ${size / 2}H${size}`, stroke, "stroke-width": width });

const TILES: Readonly<Record<Pattern, (colour: string) => Tile>> = {
  solid: (colour) => ({ size: 8, ground: colour, marks: [] }),
  rows: (colour) => ({ size: 6, ground: colour, marks: [line(6, PAPER, 1.2)] }),
  columns: (colour) => ({ size: 6, ground: colour, marks: [line(6, PAPER, 1.2)], turn: 90 }),
  dots: (colour) => ({
    size: 7,
    ground: colour,
    marks: [element("circle", { cx: 3.5, cy: 3.5, r: 1.3, fill: PAPER })],
  }),
  grid: (colour) => ({
    size: 8,
    ground: colour,
    marks: [element("path", { d: "M0 4H8M4 0V8", stroke: PAPER, "stroke-width": 1 })],
    turn: 45,
  }),
  rising: (colour) => ({ size: 7, ground: PAPER, marks: [line(7, colour, 2.6)], turn: -45 }),
  falling: (colour) => ({ size: 7, ground: PAPER, marks: [line(7, colour, 1.8)], turn: 45 }),
  dense: (colour) => ({ size: 4, ground: PAPER, marks: [line(4, colour, 1.4)], turn: 45 }),
};
