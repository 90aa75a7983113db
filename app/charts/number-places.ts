import { strokeOf } from "./palette";
import { element, INK, label, type Markup, PAPER } from "./svg";

type Place = { readonly x: number; readonly y: number };
type Numbered = Place & { readonly number: number };
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const RADIUS = 5.5;
const NUMBER = { width: 18, height: 15 };
const DISTANCES = [14, 22, 32, 44, 58, 74];
const DIRECTIONS = Array.from({ length: 12 }, (_, place) => (place * Math.PI) / 6);

/** A dot, filled or hollow: told apart without colour. */
export function dotMarkup({ x, y, isIn }: Place & { readonly isIn: boolean }): Markup {
  const fill = isIn ? strokeOf("first") : PAPER;
  return element("circle", {
    cx: x,
    cy: y,
    r: RADIUS,
    fill,
    stroke: isIn ? PAPER : INK,
    "stroke-width": 1.5,
  });
}

/** A number beside each dot, where it covers no dot and no other number; a thin line leads to one that stands away. */
export function placeNumbers(dots: readonly Numbered[], within: Box): Markup[] {
  const taken: Box[] = dots.map(({ x, y }) => boxAround({ x, y }, 2 * RADIUS, 2 * RADIUS));
  return dots.flatMap((dot) => {
    const { place, distance } = freePlace(dot, taken, within);
    taken.push(boxAround(place, NUMBER.width, NUMBER.height));
    const look = { "text-anchor": "middle", "font-weight": "bold" };
    const number = label(`${dot.number}`, { x: place.x, y: place.y + 5 }, look);
    if (distance === DISTANCES[0]) return [number];
    const leader = {
      d: `M${round(dot.x)} ${round(dot.y)}L${round(place.x)} ${round(place.y)}`,
      stroke: INK,
      "stroke-width": 0.8,
    };
    const paper = boxAround(place, NUMBER.width, NUMBER.height);
    const ground = { x: paper.left, y: paper.top, width: NUMBER.width, height: NUMBER.height, fill: PAPER };
    return [element("path", leader), element("rect", ground), number];
  });
}

function freePlace(dot: Place, taken: readonly Box[], within: Box): { place: Place; distance: number } {
  for (const distance of DISTANCES) {
    for (const direction of DIRECTIONS) {
      const place = { x: dot.x + distance * Math.cos(direction), y: dot.y - distance * Math.sin(direction) };
      const box = boxAround(place, NUMBER.width, NUMBER.height);
      const isInside =
        box.left >= within.left &&
        box.right <= within.right &&
        box.top >= within.top &&
        box.bottom <= within.bottom;
      if (isInside && !taken.some((other) => overlap(box, other))) return { place, distance };
    }
  }
  return { place: { x: dot.x, y: dot.y - 14 }, distance: 14 };
}

function boxAround({ x, y }: Place, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const round = (value: number): number => Math.round(value * 10) / 10;
