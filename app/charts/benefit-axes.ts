import { axisTicks } from "./axis-ticks";
import { element, GRID, INK, label, type Markup, QUIET_INK } from "./svg";

/** Benefit upwards, with a line at each mark; across what it is set against, each mark in its own words. */
export function benefitAxes({
  plot: { left, right, bottom },
  places: { x, y },
  most,
  across,
}: {
  readonly plot: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly places: { readonly x: (across: number) => number; readonly y: (benefit: number) => number };
  /** The ends of the two axes. */
  readonly most: { readonly across: number; readonly benefit: number };
  readonly across: { readonly name: string; readonly words: (at: number) => string };
}): Markup[] {
  const benefit = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
  return [
    label("Benefit", { x: 0, y: 16 }, { "font-weight": "bold" }),
    label(across.name, { x: right, y: bottom + 46 }, { "font-weight": "bold", "text-anchor": "end" }),
    ...axisTicks(most.benefit).flatMap((value) => [
      element("path", { d: `M${left} ${y(value)}H${right}`, stroke: value === 0 ? INK : GRID }),
      label(
        benefit.format(value),
        { x: left - 8, y: y(value) + 5 },
        { "text-anchor": "end", fill: QUIET_INK },
      ),
    ]),
    ...axisTicks(most.across).map((at) =>
      label(across.words(at), { x: x(at), y: bottom + 22 }, { "text-anchor": "middle", fill: QUIET_INK }),
    ),
  ];
}
