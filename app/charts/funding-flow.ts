import { type FlowLink, type FlowNode, type FundingFlow, UNFUNDED } from "../reports/funding-flow";
import { wrap } from "./measure";
import { definitions, fillOf, SERIES_FILLS, strokeOf } from "./palette";
import { poundsForDrawing, shortPounds } from "./short-figures";
import { type ChartText, drawing, element, label, labelLines, type Markup, words } from "./svg";

const NAMES = 300;
const NODE = 14;
const SPACE = 320;
const TOP = 34;
const LINE = 17;
const GAP = 8;
/** The shorter side is spread as far as this between its nodes, to stand beside the longer. */
const MOST_GAP = 34;
const AMOUNTS = 58;
/** The height that all money of the year has when it stands in one block. */
const MONEY_HEIGHT = 300;

/** Bands from the money on the left to what it pays for on the right; what nobody pays comes hatched. */
export function fundingFlowChart(flow: FundingFlow, text: ChartText): string {
  const total = flow.payers.reduce((sum, { amount }) => sum + amount, 0n);
  const scale = MONEY_HEIGHT / Math.max(1, poundsForDrawing(total));
  const { payers, provisions } = placeSides(flow, scale);
  const height = Math.max(bottomOf(payers), bottomOf(provisions)) + 8;
  const right = NAMES + NODE + SPACE;
  return drawing(text, { width: right + NODE + NAMES, height }, [
    definitions(text.id, ["missing"]),
    label("Money", { x: NAMES - 8, y: 16 }, { "font-weight": "bold", "text-anchor": "end" }),
    label(`Pays for, ${flow.year}`, { x: right + NODE + 8, y: 16 }, { "font-weight": "bold" }),
    ...bands(flow, { payers, provisions, scale, chartId: text.id }),
    ...payers.flatMap((node) =>
      drawNode(node, { x: NAMES, side: "left", fill: nodeFill(text.id, flow, node) }),
    ),
    ...provisions.flatMap((node) => drawNode(node, { x: right, side: "right", fill: strokeOf("fifth") })),
  ]);
}

type Placed = FlowNode & {
  readonly top: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly slot: { readonly top: number; readonly height: number };
};

/** Each node in the middle of a slot that is high enough for its name. */
function placeNodes(nodes: readonly FlowNode[], scale: number, gap = GAP): Placed[] {
  let y = TOP;
  return nodes.map((node) => {
    const lines = wrap(node.name, { width: NAMES - 16 - AMOUNTS, lines: 2 });
    const height = Math.max(2, poundsForDrawing(node.amount) * scale);
    const slot = { top: y, height: Math.max(height, lines.length * LINE) };
    y += slot.height + gap;
    return { ...node, lines, height, slot, top: slot.top + (slot.height - height) / 2 };
  });
}

/** Both sides end at about the same height. */
function placeSides(flow: FundingFlow, scale: number): Pick<Layout, "payers" | "provisions"> {
  const payers = placeNodes(flow.payers, scale);
  const provisions = placeNodes(orderByPayers(flow, payers), scale);
  const missing = bottomOf(provisions) - bottomOf(payers);
  const spread = (nodes: readonly Placed[], by: number): Placed[] =>
    placeNodes(nodes, scale, Math.min(MOST_GAP, GAP + by / Math.max(1, nodes.length - 1)));
  return missing > 0
    ? { payers: spread(payers, missing), provisions }
    : { payers, provisions: spread(provisions, -missing) };
}

/** The provisions in the order of the money that pays for them, so that the bands cross as little as they can. */
function orderByPayers({ provisions, links }: FundingFlow, payers: readonly Placed[]): FlowNode[] {
  const middles = new Map(payers.map(({ id, top, height }) => [id, top + height / 2]));
  const pull = ({ id, amount }: FlowNode): number =>
    links
      .filter(({ provision }) => provision === id)
      .reduce((sum, link) => sum + (middles.get(link.payer) ?? 0) * Number(link.amount), 0) / Number(amount);
  return provisions.toSorted((a, b) => pull(a) - pull(b));
}

function bottomOf(nodes: readonly Placed[]): number {
  const last = nodes.at(-1);
  return last === undefined ? TOP : last.slot.top + last.slot.height;
}

type Layout = {
  readonly payers: readonly Placed[];
  readonly provisions: readonly Placed[];
  readonly scale: number;
  readonly chartId: string;
};

/** Each band leaves its payer below the one before it, and arrives below the one before it. */
function bands(flow: FundingFlow, { payers, provisions, scale, chartId }: Layout): Markup[] {
  const used = new Map<string, number>();
  const next = (node: Placed, side: string, height: number): number => {
    const key = `${side} ${node.id}`;
    const from = used.get(key) ?? 0;
    used.set(key, from + height);
    return node.top + from;
  };
  return payers.flatMap((payer) =>
    provisions.flatMap((provision) => {
      const link = flow.links.find((one) => one.payer === payer.id && one.provision === provision.id);
      if (link === undefined) return [];
      const height = Math.max(1, poundsForDrawing(link.amount) * scale);
      const ends = { from: next(payer, "from", height), to: next(provision, "to", height), height };
      return [band(link, ends, { payer, provision, fill: nodeFill(chartId, flow, payer) })];
    }),
  );
}

function band(
  link: FlowLink,
  { from, to, height }: { readonly from: number; readonly to: number; readonly height: number },
  { payer, provision, fill }: { readonly payer: Placed; readonly provision: Placed; readonly fill: string },
): Markup {
  const [left, right] = [NAMES + NODE, NAMES + NODE + SPACE];
  const middle = (left + right) / 2;
  const [start, end] = [from + height / 2, to + height / 2].map((y) => Math.round(y * 10) / 10);
  const d = `M${left} ${start}C${middle} ${start} ${middle} ${end} ${right} ${end}`;
  const about = `${payer.name} to ${provision.name}: ${shortPounds(poundsForDrawing(link.amount))}`;
  const opacity = link.payer === UNFUNDED ? 1 : 0.36;
  const line = { fill: "none", stroke: fill, "stroke-width": height, "stroke-opacity": opacity };
  return element("path", { d, ...line }, [element("title", {}, [words(about)])]);
}

function drawNode(
  node: Placed,
  { x, side, fill }: { readonly x: number; readonly side: "left" | "right"; readonly fill: string },
): Markup[] {
  const amount = shortPounds(poundsForDrawing(node.amount));
  const middle = node.slot.top + node.slot.height / 2;
  const anchor = side === "left" ? "end" : "start";
  const away = side === "left" ? -1 : 1;
  const edge = side === "left" ? x - 8 : x + NODE + 8;
  const nameY = middle + 5 - ((node.lines.length - 1) * LINE) / 2;
  return [
    element("rect", { x, y: node.top, width: NODE, height: node.height, fill }),
    label(amount, { x: edge, y: middle + 5 }, { "text-anchor": anchor, "font-weight": "bold" }),
    labelLines(node.lines, { x: edge + away * AMOUNTS, y: nameY }, { "text-anchor": anchor }),
  ];
}

/** Payers take the colours in turn: a band is known by where it begins, the colour only helps to follow it. */
function nodeFill(chartId: string, { payers }: FundingFlow, { id }: FlowNode): string {
  if (id === UNFUNDED) return fillOf(chartId, "missing");
  const place = payers.findIndex((payer) => payer.id === id);
  return strokeOf(SERIES_FILLS[place % SERIES_FILLS.length] ?? "others");
}
