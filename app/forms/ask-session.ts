/** Why a form cannot be sent now. */
export type Obstacle = "signed-out" | "no-answer";

/** Where a page asks whether somebody is signed in; the answer is an empty 204, or 401. */
export const SESSION_PATH = "/session";

/** What stands between a form and the planner, or null. */
export async function askSession(): Promise<Obstacle | null> {
  const answer = await fetch(SESSION_PATH, { cache: "no-store" }).catch(() => null);
  if (answer?.status === 401) return "signed-out";
  return answer?.ok === true ? null : "no-answer";
}
