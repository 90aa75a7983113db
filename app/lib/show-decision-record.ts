import type { Panel } from "../../scenarios/panel/panel";
import { type FormattedTable, formatTable } from "../reports/format-table";
import { agreementsOf } from "../reports/panel-agreements";
import { buildPanelRecordTable } from "../reports/panel-findings";
import { planSentences } from "../reports/plan-words";
import { benefitUnit, type Prioritised } from "../reports/priorities";
import { buildBudgetsTable, buildEquityTable } from "../reports/priorities-money";
import { buildMustTable } from "../reports/priorities-must";
import { buildRankingsTable } from "../reports/priorities-rankings";
import { buildChosenTable, buildRejectedTable } from "../reports/priorities-record";
import { buildConflictTable, buildLineRulesTable } from "../reports/priorities-rules";
import { buildSavingsTable } from "../reports/priorities-savings";
import { buildCriteriaTable } from "../reports/priorities-scores";
import type { ReportTable } from "../reports/report-table";
import { SCENARIO_STATES } from "../reports/words";
import type { HistoryEntry, LoadedScenario } from "../services/services";
import { formatMoment } from "./moment";
import type { Moving } from "./priorities-page";

const MOST_CHANGES = 12;

/** What was decided on, when, by which revision, and why: one paper for the file. */
export function showDecisionRecord(
  { view, underWay }: Moving,
  {
    loaded,
    history,
    panel,
    now,
  }: {
    readonly loaded: LoadedScenario;
    readonly history: readonly HistoryEntry[];
    /** The latest round of its panel, as anybody may see it. */
    readonly panel: Panel | null;
    readonly now: Date;
  },
) {
  const isPlan = view.plan.status !== "infeasible";
  const ofPriorities = history.filter(({ operations }) =>
    operations.some(({ path }) => path.startsWith("/priorities")),
  );
  const rejected = isPlan ? buildRejectedTable(view) : null;
  return {
    sentences: planSentences(view),
    notKnown: underWay === null || !isPlan ? null : NOT_KNOWN,
    decision: formatAll(
      isPlan ? [buildBudgetsTable(view), buildChosenTable(view)] : [buildConflictTable(view)],
    ),
    leftOut: formatAll([rejected === null || rejected.rows.length === 0 ? null : rejected]),
    options: formatAll([buildRankingsTable(view), buildSavingsTable(view)]),
    ground: formatAll([
      buildCriteriaTable(view),
      isPlan ? buildMustTable(view) : null,
      isPlan ? buildEquityTable(view) : null,
      rulesTable(view),
    ]),
    panel: {
      words: `Benefit is counted in ${benefitUnit(view.priorities)}. ${panelWords(panel)}`,
      table: panelTable(view, panel, history),
    },
    facts: [
      { key: "Plan", value: loaded.plan.name },
      { key: "Scenario", value: loaded.scenario.name },
      ...(loaded.scenario.purpose === undefined ? [] : [{ key: "Purpose", value: loaded.scenario.purpose }]),
      { key: "State", value: SCENARIO_STATES[loaded.scenario.status ?? "draft"] },
      {
        key: "Revision",
        value: `${loaded.revision}, saved ${formatMoment(loaded.updatedAt)} by ${loaded.updatedBy}`,
      },
      {
        key: "Fingerprint",
        value: `${loaded.contentHash.slice(0, 16)}, the same for the same figures and no others`,
      },
      { key: "Record made", value: formatMoment(now.toISOString()) },
    ],
    changes: {
      shown: ofPriorities.slice(0, MOST_CHANGES).map(({ number, changeName, reason, author, createdAt }) => ({
        number,
        text: `${changeName}${reason === null ? "" : ` (${reason})`}`,
        by: `${author}, ${formatMoment(createdAt)}`,
      })),
      more: Math.max(0, ofPriorities.length - MOST_CHANGES),
    },
  };
}

const NOT_KNOWN =
  "How much more money would bring in each line left out was not worked out yet when this record was made.";

const formatAll = (tables: readonly (ReportTable | null)[]): FormattedTable[] =>
  tables.flatMap((table) => (table === null ? [] : [formatTable(table)]));

function rulesTable(view: Prioritised): ReportTable | null {
  const table = buildLineRulesTable(view);
  return table.rows.length === 0 ? null : table;
}

function panelTable(
  view: Prioritised,
  panel: Panel | null,
  history: readonly HistoryEntry[],
): FormattedTable | null {
  if (panel === null || panel.closedAt === null) return null;
  return formatTable(buildPanelRecordTable(view, { panel, agreements: agreementsOf(history, panel) }));
}

function panelWords(panel: Panel | null): string {
  if (panel === null) return "No panel scored the lines.";
  const who = panel.members.map(({ name }) => name).join("; ");
  const opened = `Round ${panel.number}, opened by ${panel.openedBy} on ${formatMoment(panel.openedAt)}`;
  if (panel.closedAt === null) return `${opened}, is still open. Asked: ${who}.`;
  return `${opened}, closed by ${panel.closedBy ?? "somebody"} on ${formatMoment(panel.closedAt)}. Each scored alone: ${who}.`;
}

export type ShownRecord = ReturnType<typeof showDecisionRecord>;
