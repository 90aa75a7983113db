import type { PageRequest } from "./page-request";

export type ShowPage = (request: PageRequest, subject: string) => unknown;

/**
 * The pages whose figures answer while someone types. What a page shows is one function of the evaluation: its loader
 * calls it on the server, and the browser calls the same one on what is not saved yet. Each is loaded when it is needed.
 */
export const LIVE_PAGES = {
  lots: async () => (await import("./show-lots")).showLots,
  provision: async () => (await import("./show-provision")).showProvision,
  contributions: async () => (await import("./show-contributions")).showContributions,
  transition: async () => (await import("./show-transition")).showTransition,
  funding: async () => (await import("./show-funding")).showFunding,
  drawOrder: async () => (await import("./show-draw-order")).showDrawOrder,
  headlines: async () => (await import("./show-headlines")).showHeadlines,
  effects: async () => (await import("./show-effects")).showEffects,
} satisfies Readonly<Record<string, () => Promise<ShowPage>>>;

export type LivePage = keyof typeof LIVE_PAGES;
