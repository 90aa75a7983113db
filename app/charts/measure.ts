import { FONT_SIZE } from "./svg";

const NARROW = /[iljtfrI.,:;'’|!()[\] ]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /[A-Z&£]/;

/** About how wide a text is in Arial, in units of the picture; rather too wide than too narrow. */
export function textWidth(text: string, fontSize: number = FONT_SIZE): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.test(letter)) ems += 0.34;
    else if (WIDE.test(letter)) ems += 0.9;
    else ems += CAPITAL.test(letter) ? 0.7 : 0.56;
  }
  return ems * fontSize;
}

/** As much of a text as fits, with an ellipsis where something is missing; empty when not even three letters fit. */
export function shorten(text: string, width: number, fontSize: number = FONT_SIZE): string {
  if (textWidth(text, fontSize) <= width) return text;
  let kept = text;
  while (kept.length > 0 && textWidth(`${kept}…`, fontSize) > width) kept = kept.slice(0, -1);
  return kept.trimEnd().length < 3 ? "" : `${kept.trimEnd()}…`;
}

/** A text in lines that fit, broken between words; what does not fit in so many lines is left out with an ellipsis. */
export function wrap(
  text: string,
  {
    width,
    lines,
    fontSize = FONT_SIZE,
  }: { readonly width: number; readonly lines: number; readonly fontSize?: number },
): string[] {
  const broken: string[] = [];
  for (const word of text.split(" ")) {
    const last = broken.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || textWidth(longer, fontSize) > width) broken.push(word);
    else broken[broken.length - 1] = longer;
  }
  if (broken.length <= lines) return broken.map((line) => shorten(line, width, fontSize));
  const rest = broken.slice(lines - 1).join(" ");
  return [...broken.slice(0, lines - 1), shorten(rest, width, fontSize)];
}

/**
 * Places for labels that want to stand at given heights, moved apart so that none covers another and none leaves the
 * picture. The order stays.
 */
export function moveApart(
  wanted: readonly number[],
  { distance, from, to }: { readonly distance: number; readonly from: number; readonly to: number },
): number[] {
  const order = wanted.map((_, place) => place).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const places = [...wanted];
  let lowest = from;
  for (const index of order) {
    lowest = Math.max(lowest, wanted[index] as number);
    places[index] = lowest;
    lowest += distance;
  }
  let highest = to;
  for (const index of order.toReversed()) {
    places[index] = Math.min(places[index] as number, highest);
    highest = places[index] - distance;
  }
  return places;
}

/** The end of an axis that holds a value: one, two, two and a half or five times a power of ten; 1 for nothing. */
export function axisEnd(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= most * (1 - 1e-9)) ?? 10;
  return step * power;
}
