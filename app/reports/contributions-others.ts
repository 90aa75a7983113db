import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Pence } from "../../scenarios/model/money";
import { roundOf } from "./contributions";
import { namesOf } from "./names";
import type { Cell, ReportTable } from "./report-table";
import { horizonWords, known } from "./table-parts";

/** If others decline: each district's share when it takes B and all do, the others do as declared, or no other does. */
export function buildIfOthersDeclineTable(evaluation: Evaluation, roundId: Id): ReportTable {
  const { round, outcome } = roundOf(evaluation, roundId);
  const outlook = known(evaluation.ifOthersDecline.get(roundId), `if others decline in ${roundId}`);
  const names = namesOf(evaluation.scenario);
  return {
    id: `if-others-decline-${roundId}`,
    title: `${round.name}: if others decline`,
    note: `A district's share over ${horizonWords(evaluation)} when it joins, in pounds. "Cannot be met" means that the least and the most that the payers may pay do not allow the pot.`,
    columns: [
      { id: "organisation", label: "District", kind: "text" },
      { id: "all", label: "All join", kind: "money" },
      { id: "as-declared", label: "The others as declared", kind: "money" },
      { id: "only", label: "No other joins", kind: "money" },
    ],
    rows: outcome.members.map(({ organisation }) => {
      const { all, asDeclared, onlyThisOne } = known(
        outlook.get(organisation),
        `${organisation} if others decline`,
      );
      return {
        id: organisation,
        cells: [names.organisation(organisation), ...[all, asDeclared, onlyThisOne].map(shareOrWords)],
      };
    }),
  };
}

function shareOrWords(share: Pence | null): Cell {
  return share === null ? { value: null, words: "Cannot be met", tone: "warn" } : share;
}
