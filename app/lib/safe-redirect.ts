import { redirect, type TypedResponse } from "@remix-run/node";

/**
 * Sends the browser to a page of the planner and nowhere else: the target starts with exactly one `/` and has no
 * backslash, which browsers read as a slash.
 */
export function safeRedirect(target: string, fallback = "/plans"): TypedResponse<never> {
  const isOwn = /^\/(?!\/)[^\\\s]*$/.test(target);
  return redirect(isOwn ? target : fallback, 303);
}
