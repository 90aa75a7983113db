import type { Evaluation } from "../../../scenarios/model/evaluation";
import { explainCostOfYear, explainProvisionCost, explainTotalCost } from "./cost";
import { explainDoubleRunning, explainUnconfirmed } from "./coverage";
import type { Explanation } from "./explanation";
import {
  explainContributions,
  explainFunding,
  explainShortfall,
  explainUnfunded,
  explainUnfundedYear,
} from "./money";
import { explainGap, explainGaps, explainService } from "./services";
import { explainShare } from "./shares";
import { explainShort, explainWait } from "./waits";

type Explain = (evaluation: Evaluation, about: readonly string[]) => Explanation | null;

/** Every figure that can be explained: its kind, how many parts its address has after that, and by what. */
const FIGURES: readonly (readonly [kind: string, parts: number, explain: Explain])[] = [
  ["total-cost", 0, explainTotalCost],
  ["cost", 1, (evaluation, [provision = ""]) => explainProvisionCost(evaluation, provision)],
  [
    "cost",
    2,
    (evaluation, [provision = "", year = ""]) => explainCostOfYear(evaluation, provision, Number(year)),
  ],
  ["unfunded", 0, explainUnfunded],
  ["unfunded", 1, (evaluation, [year = ""]) => explainUnfundedYear(evaluation, Number(year))],
  [
    "funding",
    2,
    (evaluation, [provision = "", year = ""]) => explainFunding(evaluation, provision, Number(year)),
  ],
  ["contributions", 0, explainContributions],
  ["shortfall", 0, (evaluation) => explainShortfall(evaluation)],
  ["shortfall", 1, (evaluation, [round = ""]) => explainShortfall(evaluation, round)],
  ["share", 2, (evaluation, [round = "", member = ""]) => explainShare(evaluation, round, member)],
  ["gaps", 0, explainGaps],
  ["unconfirmed", 0, explainUnconfirmed],
  ["double-running", 0, explainDoubleRunning],
  ["short-of-capacity", 0, explainShort],
  [
    "wait",
    3,
    (evaluation, [area = "", activity = "", month = ""]) =>
      explainWait(evaluation, { area, activity, month }),
  ],
  [
    "gap",
    3,
    (evaluation, [area = "", activity = "", from = ""]) => explainGap(evaluation, area, activity, from),
  ],
  [
    "service",
    4,
    (evaluation, [measure = "", area = "", activity = "", year = ""]) =>
      explainService(evaluation, measure, { area, activity, year: Number(year) }),
  ],
];

/** The explanation of a figure by its address below `explain/`; null when there is no such figure. */
export function explainAt(evaluation: Evaluation, path: string): Explanation | null {
  const [kind, ...about] = path.split("/");
  const found = FIGURES.find(([one, parts]) => one === kind && parts === about.length);
  return found?.[2](evaluation, about) ?? null;
}
