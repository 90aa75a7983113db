import { type FrontierPoints, lastPlace } from "../reports/frontier-points";
import { axisEnd } from "./measure";

export const PLOT_SIDES = { left: 64, right: 736 };

/** Where a budget or a share stands across the picture: the page moves its mark while a person drags the budget. */
export type FrontierScale = { readonly left: number; readonly right: number; readonly most: number };

export function frontierScale(frontier: FrontierPoints, present: number): FrontierScale {
  return { ...PLOT_SIDES, most: axisEnd(Math.max(lastPlace(frontier), present)) };
}

export function placeOnScale({ left, right, most }: FrontierScale, at: number): number {
  return left + Math.min(1, Math.max(0, at / most)) * (right - left);
}

/** The id of the mark at the budget that is looked at. */
export const markId = (chartId: string): string => `${chartId}-mark`;
