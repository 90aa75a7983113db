import type { SaveAnswer } from "./save-answer";
import type { Edit } from "./saves";
import { BASE_REVISION } from "./submission";

/** Why an edit has no answer, for the person who typed it: what to do, and that nothing is lost. */
export class NotSent extends Error {
  readonly needsSignIn: boolean;

  constructor(message: string, needsSignIn = false) {
    super(message);
    this.needsSignIn = needsSignIn;
  }
}

/** Sends an edit of a page to the planner. Whatever goes wrong on the way is said in words; the edit stays with the page. */
export async function sendEdit(href: string, edit: Edit, baseRevision: number): Promise<SaveAnswer> {
  const form = new FormData();
  form.set(BASE_REVISION, String(baseRevision));
  for (const [name, text] of Object.entries(edit)) form.set(name, text);
  const response = await fetch(`${href}/changes`, { method: "POST", body: form }).catch(() => {
    throw new NotSent("The planner did not answer. Check your connection and try again.");
  });
  const isAnswer = response.headers.get("content-type")?.startsWith("application/json") === true;
  if (isAnswer && [200, 400, 409, 410].includes(response.status))
    return (await response.json()) as SaveAnswer;
  const words = WORDS[response.status] ?? "The planner could not save this. Try again.";
  throw new NotSent(words, response.status === 401);
}

const WORDS: Readonly<Record<number, string>> = {
  401: "You are no longer signed in. What you typed is kept and goes on once you have signed in again.",
  403: "The planner did not accept this. Reload the page in another tab and try again.",
  404: "This scenario is no longer there, so the change cannot be saved.",
};
