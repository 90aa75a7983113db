import { formatTable } from "../reports/format-table";
import type { Prioritised } from "../reports/priorities";
import { planSentences } from "../reports/priorities-figures";
import { buildBudgetsTable } from "../reports/priorities-money";
import { buildRankingsTable } from "../reports/priorities-rankings";
import { buildChosenTable, buildRejectedTable } from "../reports/priorities-record";
import { buildConflictTable } from "../reports/priorities-rules";
import { buildCriteriaTable } from "../reports/priorities-scores";
import { withoutColumns } from "../reports/without-columns";
import { SCENARIO_STATES } from "../reports/words";
import type { HistoryEntry, LoadedScenario } from "../services/services";
import { formatMoment } from "./moment";

const MOST_CHANGES = 5;

/** What was decided on, when, by which revision, and why: one page for the file. */
export function showDecisionRecord(
  view: Prioritised,
  {
    loaded,
    history,
    now,
    href,
  }: {
    readonly loaded: LoadedScenario;
    readonly history: readonly HistoryEntry[];
    readonly now: Date;
    readonly href: string;
  },
) {
  const isPlan = view.plan.status === "optimal";
  const tables = isPlan
    ? [buildBudgetsTable(view), buildChosenTable(view), buildRejectedTable(view), buildRankingsTable(view)]
    : [buildBudgetsTable(view), buildConflictTable(view), buildRankingsTable(view)];
  const ofPriorities = history.filter(({ operations }) =>
    operations.some(({ path }) => path.startsWith("/priorities")),
  );
  return {
    back: `${href}/priorities`,
    facts: [
      { key: "Plan", value: loaded.plan.name },
      { key: "Scenario", value: loaded.scenario.name },
      ...(loaded.scenario.purpose === undefined ? [] : [{ key: "Purpose", value: loaded.scenario.purpose }]),
      { key: "State", value: SCENARIO_STATES[loaded.scenario.status ?? "draft"] },
      {
        key: "Revision",
        value: `${loaded.revision}, saved ${formatMoment(loaded.updatedAt)} by ${loaded.updatedBy}`,
      },
      { key: "Content", value: loaded.contentHash.slice(0, 16) },
      { key: "Record made", value: formatMoment(now.toISOString()) },
    ],
    sentences: planSentences(view),
    tables: tables.map(formatTable),
    criteria: formatTable(withoutColumns(buildCriteriaTable(view), ["low", "high"])),
    changes: ofPriorities.slice(0, MOST_CHANGES).map(({ number, changeName, reason, author, createdAt }) => ({
      number,
      text: `${changeName}${reason === null ? "" : ` (${reason})`}`,
      by: `${author}, ${formatMoment(createdAt)}`,
    })),
    moreChanges: Math.max(0, ofPriorities.length - MOST_CHANGES),
  };
}

export type ShownRecord = ReturnType<typeof showDecisionRecord>;
