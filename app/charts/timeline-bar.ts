import type { Certainty, ProvisionKind } from "../../scenarios/model/scenario";
import type { NumberedBar } from "../reports/timeline-rows";
import { CERTAINTIES, PROVISION_KINDS } from "../reports/words";
import { shorten, textWidth } from "./measure";
import { type FillName, fillOf, strokeOf } from "./palette";
import { type Attributes, element, label, type Markup, PAPER, words } from "./svg";
import { BAR } from "./timeline-layout";

/** How each kind of provision looks: a pattern at the head of its bar, a light ground on which text can be read. */
const KIND_LOOKS: Readonly<Record<ProvisionKind, { readonly fill: FillName; readonly tint: string }>> = {
  existing: { fill: "fifth", tint: "#eeefef" },
  bridging: { fill: "second", tint: "#ddf1ef" },
  "devolved-grant": { fill: "third", tint: "#f7e6f0" },
  lot: { fill: "first", tint: "#dfeaf4" },
  local: { fill: "fourth", tint: "#fce9e0" },
};

/** How certain a provision is: by its outline, and by its ground, which only a confirmed one has. */
const OUTLINES: Readonly<Record<Certainty, Attributes>> = {
  confirmed: {},
  planned: { "stroke-dasharray": "7 3" },
  "under-consideration": { "stroke-dasharray": "2 3" },
};

const HEAD = 10;
const FONT = 13;
/** Less of a name says nothing; the number leads to it. */
const LEAST_LETTERS = 10;

export function barFills(bars: readonly NumberedBar[]): FillName[] {
  return bars.map(({ kind }) => KIND_LOOKS[kind].fill);
}

/** One provision: its number and its name as far as it fits; all about it as the text that a pointer brings up. */
export function timelineBar(
  chartId: string,
  bar: NumberedBar,
  { from, to, y }: { readonly from: number; readonly to: number; readonly y: number },
): Markup {
  const number = `${bar.number}`;
  const name = shorten(`${number} ${bar.name}`, to - from - HEAD - 8, FONT);
  const about = `${bar.name}: ${bar.kindWords.toLowerCase()}, ${bar.certaintyWords.toLowerCase()}, ${bar.start} to ${bar.end}`;
  return element("g", {}, [
    element("title", {}, [words(about)]),
    ...box(
      chartId,
      { kind: bar.kind, certainty: bar.certainty },
      { x: from, y, width: Math.max(2, to - from - 1) },
    ),
    label(
      name.length < LEAST_LETTERS ? number : name,
      { x: from + HEAD + 4, y: y + BAR / 2 + 4.5 },
      { "font-size": FONT },
    ),
  ]);
}

type Entry = { readonly look: Look; readonly text: string };
type Look = { readonly kind: ProvisionKind; readonly certainty: Certainty };

function box(
  chartId: string,
  { kind, certainty }: Look,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): Markup[] {
  const { fill, tint } = KIND_LOOKS[kind];
  const ground = certainty === "confirmed" ? tint : PAPER;
  const outline = { stroke: strokeOf(fill), "stroke-width": 1.5, ...OUTLINES[certainty] };
  return [
    element("rect", { x, y, width, height: BAR, fill: ground, ...outline }),
    element("rect", { x, y, width: Math.min(HEAD, width), height: BAR, fill: fillOf(chartId, fill) }),
  ];
}

/** The kinds and certainties that the picture has, each with its look and its words, in as many lines as it takes. */
export function barKey(
  chartId: string,
  bars: readonly NumberedBar[],
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): { readonly markup: readonly Markup[]; readonly bottom: number } {
  const kinds = (Object.keys(PROVISION_KINDS) as ProvisionKind[])
    .filter((kind) => bars.some((bar) => bar.kind === kind))
    .map((kind): Entry => ({ look: { kind, certainty: "confirmed" }, text: PROVISION_KINDS[kind] }));
  const certainties = (Object.keys(CERTAINTIES) as Certainty[])
    .filter((certainty) => certainty !== "confirmed" && bars.some((bar) => bar.certainty === certainty))
    .map(
      (certainty): Entry => ({
        look: { kind: "existing", certainty },
        text: `${CERTAINTIES[certainty]} (outline)`,
      }),
    );
  const markup: Markup[] = [];
  const place = { x, y };
  for (const { look, text } of [...kinds, ...certainties]) {
    const needed = KEY_BOX + 8 + textWidth(text) + 22;
    if (place.x > x && place.x + needed > x + width) Object.assign(place, { x, y: place.y + 28 });
    markup.push(
      ...box(chartId, look, { x: place.x, y: place.y, width: KEY_BOX }),
      label(text, { x: place.x + KEY_BOX + 8, y: place.y + 15 }),
    );
    place.x += needed;
  }
  return { markup, bottom: place.y + 28 };
}

const KEY_BOX = 34;
