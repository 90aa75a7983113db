import { parseMoney } from "../../scenarios/model/money";
import { formatPounds, formatTable } from "../reports/format-table";
import { benefitUnit, type Prioritised } from "../reports/priorities";
import { planSentences } from "../reports/priorities-figures";
import { rankingSentences } from "../reports/priorities-rankings";
import { buildChosenTable, buildRejectedTable } from "../reports/priorities-record";
import { buildConflictTable } from "../reports/priorities-rules";
import { SCENARIO_STATES } from "../reports/words";
import type { HistoryEntry, LoadedScenario } from "../services/services";
import { agreementsOf } from "../reports/panel-agreements";
import { buildPanelRecordTable } from "../reports/panel-findings";
import type { Panel } from "../../scenarios/panel/panel";
import { formatMoment } from "./moment";

const MOST_CHANGES = 5;

/** What was decided on, when, by which revision, and why: one page for the file. */
export function showDecisionRecord(
  view: Prioritised,
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
  const result =
    panel === null || panel.closedAt === null ? null : { panel, agreements: agreementsOf(history, panel) };
  const isPlan = view.plan.status !== "infeasible";
  const tables = isPlan ? [buildChosenTable(view), buildRejectedTable(view)] : [buildConflictTable(view)];
  const ofPriorities = history.filter(({ operations }) =>
    operations.some(({ path }) => path.startsWith("/priorities")),
  );
  return {
    facts: [
      { key: "Plan", value: loaded.plan.name },
      { key: "Scenario", value: loaded.scenario.name },
      ...(loaded.scenario.purpose === undefined ? [] : [{ key: "Purpose", value: loaded.scenario.purpose }]),
      ...budgetFacts(view),
      { key: "Criteria", value: criteriaWords(view) },
      { key: "Panel", value: panelWords(panel) },
      { key: "State", value: SCENARIO_STATES[loaded.scenario.status ?? "draft"] },
      {
        key: "Revision",
        value: `${loaded.revision}, saved ${formatMoment(loaded.updatedAt)} by ${loaded.updatedBy}`,
      },
      { key: "Content", value: loaded.contentHash.slice(0, 16) },
      { key: "Record made", value: formatMoment(now.toISOString()) },
    ],
    sentences: planSentences(view),
    rankings: rankingSentences(view),
    panel: result === null ? null : formatTable(buildPanelRecordTable(view, result)),
    tables: tables.map((table) => formatTable(table)),
    changes: ofPriorities.slice(0, MOST_CHANGES).map(({ number, changeName, reason, author, createdAt }) => ({
      number,
      text: `${changeName}${reason === null ? "" : ` (${reason})`}`,
      by: `${author}, ${formatMoment(createdAt)}`,
    })),
    moreChanges: Math.max(0, ofPriorities.length - MOST_CHANGES),
  };
}

function budgetFacts({ priorities, plan }: Prioritised) {
  return priorities.budgets.map(({ id, name, amount }) => {
    const cost = plan.costs.get(id) ?? 0n;
    const left = parseMoney(amount) - cost;
    const drawn =
      plan.status === "infeasible" ? "" : `; ${formatPounds(cost)} is drawn, ${formatPounds(left)} is left`;
    return { key: `Budget: ${name}`, value: `${formatPounds(parseMoney(amount))}${drawn}` };
  });
}

function panelWords(panel: Panel | null): string {
  if (panel === null) return "No panel scored the lines.";
  const who = panel.members.map(({ name }) => name).join("; ");
  const opened = `Round ${panel.number}, opened by ${panel.openedBy} on ${formatMoment(panel.openedAt)}`;
  if (panel.closedAt === null) return `${opened}, is still open. Asked: ${who}.`;
  return `${opened}, closed by ${panel.closedBy ?? "somebody"} on ${formatMoment(panel.closedAt)}. Each scored alone: ${who}.`;
}

/** "Prevention (20); Response (25)"; what benefit is. */
function criteriaWords({ priorities }: Prioritised): string {
  const weights = priorities.criteria.map(({ name, weight }) => `${name} (${weight})`);
  return `${weights.join("; ")}. Benefit is counted in ${benefitUnit(priorities)}.`;
}

export type ShownRecord = ReturnType<typeof showDecisionRecord>;
