import { buildEffects, type Effects } from "../reports/effects";
import type { PageRequest } from "./page-request";

/** What is typed into a form does to the whole scenario; nothing where nothing is typed. */
export function showEffects({ evaluation, saved }: PageRequest): Effects | null {
  return saved === undefined ? null : buildEffects(saved, evaluation);
}
