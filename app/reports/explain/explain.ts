import type { Evaluation } from "../../../scenarios/model/evaluation";
import { explainColumn } from "./columns";
import { explainCostOfYear, explainProvisionCost, explainTotalCost } from "./cost";
import {
  explainCover,
  explainDoubleRunning,
  explainUnconfirmed,
  explainUnconfirmedStretch,
} from "./coverage";
import type { Explanation } from "./explanation";
import {
  explainContributions,
  explainFunding,
  explainShortfall,
  explainUnfunded,
  explainUnfundedYear,
} from "./money";
import { explainLevel } from "./priorities";
import { explainGap, explainGaps, explainService } from "./services";
import { explainAskedBy, explainPaidTo, explainShare } from "./shares";
import { explainSlice } from "./slices";
import { explainBeyond, explainFunded, explainSource, explainUnspent } from "./sources";
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
  [
    "money",
    3,
    (evaluation, [what = "", provision = "", year = ""]) =>
      explainSlice(evaluation, what, { provision, year }),
  ],
  [
    "source",
    3,
    (evaluation, [source = "", measure = "", year = ""]) =>
      explainSource(evaluation, source, { measure, year: Number(year) }),
  ],
  ["unspent", 2, (evaluation, [then = "", year = ""]) => explainUnspent(evaluation, then, Number(year))],
  ["funded", 1, (evaluation, [year = ""]) => explainFunded(evaluation, Number(year))],
  ["cover", 2, (evaluation, [area = "", activity = ""]) => explainCover(evaluation, area, activity)],
  ["paid-to", 1, (evaluation, [round = ""]) => explainPaidTo(evaluation, round)],
  ["asked-by", 1, (evaluation, [round = ""]) => explainAskedBy(evaluation, round)],
  ["beyond", 1, (evaluation, [year = ""]) => explainBeyond(evaluation, year)],
  ["level", 2, (evaluation, [line = "", level = ""]) => explainLevel(evaluation, line, level)],
  ["column", 2, (evaluation, [table = "", column = ""]) => explainColumn(evaluation, table, column)],
  ["gaps", 0, explainGaps],
  ["unconfirmed", 0, explainUnconfirmed],
  [
    "unconfirmed",
    3,
    (evaluation, [area = "", activity = "", from = ""]) =>
      explainUnconfirmedStretch(evaluation, { area, activity, from }),
  ],
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
