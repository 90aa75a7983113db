import { type Decision, SIGN_OFF_LEVELS, type SignOff } from "../../../scenarios/consultation/reply";

/** What is offered in a list of the Reply sheet, short enough for its cell, and what each means. */
export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  "takes-options": "We take options",
  declines: "We decline",
  undecided: "Not decided yet",
};

export const SIGN_OFF_WORDS: Readonly<Record<SignOff, string>> = {
  officer: "Officers only",
  "cabinet-member": "Cabinet member",
  cabinet: "Cabinet",
  "full-council": "Full council",
  "signed-agreement": "Signed agreement",
};

export const SIGN_OFF_CHOICES: readonly string[] = SIGN_OFF_LEVELS.map((level) => SIGN_OFF_WORDS[level]);
