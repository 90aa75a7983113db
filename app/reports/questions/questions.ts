import type { Evaluation } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { askDeclines } from "./declines";
import { askLots } from "./lots";
import { askCost, askPayers } from "./money";
import { askPromises } from "./promises";
import type { Question } from "./question";
import { askGaps, askResidents } from "./services";

/** Whose residents are asked about, and whose no; undefined where the plan has no area, or asks nobody for a contribution. */
export type Asked = { readonly area: Id | undefined; readonly partner: Id | undefined };

/** What a board or scrutiny member asks of a scenario, each answered in one sentence with its figure. */
export function answerQuestions(evaluation: Evaluation, { area, partner }: Asked): readonly Question[] {
  return [
    askCost(evaluation),
    askPayers(evaluation),
    ...(area === undefined ? [] : [askResidents(evaluation, area)]),
    askGaps(evaluation),
    ...(partner === undefined ? [] : [askDeclines(evaluation, partner)]),
    askLots(evaluation),
    askPromises(evaluation),
  ];
}
