import type { FrontierPoints } from "../reports/frontier-points";
import { axisEnd } from "./measure";

export const PLOT_SIDES = { left: 64, right: 736 };

/** Where a budget stands across the picture: the page moves its mark while a person drags the budget. */
export type FrontierScale = { readonly left: number; readonly right: number; readonly mostPounds: number };

export function frontierScale({ points }: FrontierPoints, presentPounds: number): FrontierScale {
  const last = (points.at(-1)?.pence ?? 0) / 100;
  return { ...PLOT_SIDES, mostPounds: axisEnd(Math.max(last, presentPounds)) };
}

export function placeOnScale({ left, right, mostPounds }: FrontierScale, pounds: number): number {
  return left + Math.min(1, Math.max(0, pounds / mostPounds)) * (right - left);
}

/** The id of the mark at the budget that is looked at. */
export const markId = (chartId: string): string => `${chartId}-mark`;
