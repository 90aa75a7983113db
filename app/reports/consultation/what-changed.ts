import type { SilenceDefault } from "../../../scenarios/consultation/consultation";
import { type Folded, scenarioAsReplied } from "../../../scenarios/consultation/fold-replies";
import type { Reply } from "../../../scenarios/consultation/reply";
import { evaluateScenario, reevaluateScenario } from "../../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { type Pence, sumPence } from "../../../scenarios/model/money";
import type { Scenario } from "../../../scenarios/model/scenario";
import { namesOf } from "../names";
import type { ReportRow, ReportTable } from "../report-table";
import { moneyNote, totalRow } from "../table-parts";
import { choiceWords, MEMBER_STATES } from "../words";
import { REASONS } from "./words";

/** What the replies do to one frozen scenario. */
export type WhatChanged = {
  readonly scenario: Scenario;
  readonly table: ReportTable;
  /** In a sentence each: what the replies do to the money as a whole. */
  readonly sentences: readonly { readonly about: string; readonly before: Pence; readonly after: Pence }[];
};

/**
 * The frozen scenario against itself as replied: by member its choice and what it pays. Null when the scenario as
 * replied could not be evaluated.
 */
export function whatChanged(
  frozen: Scenario,
  replies: readonly Reply[],
  silence: SilenceDefault,
): WhatChanged | null {
  const replied = scenarioAsReplied(frozen, replies, silence);
  if (!replied.ok) return null;
  const before = evaluateScenario(frozen);
  const after = reevaluateScenario(replied.scenario, before);
  const unfunded = (evaluation: Evaluation): Pence => sumPence(evaluation.funding.unfunded);
  return {
    scenario: frozen,
    table: changesTable(before, after, replied.folded),
    sentences: [
      { about: "Partners pay", before: paidByAll(before), after: paidByAll(after) },
      { about: "Unfunded", before: unfunded(before), after: unfunded(after) },
    ],
  };
}

function changesTable(before: Evaluation, after: Evaluation, folded: readonly Folded[]): ReportTable {
  const names = namesOf(before.scenario);
  const rounds = before.scenario.contributions ?? [];
  const columns: ReportTable["columns"] = [
    { id: "partner", label: "Partner", kind: "text" },
    ...(rounds.length < 2 ? [] : [{ id: "round", label: "Round", kind: "text" } as const]),
    { id: "before", label: "As frozen", kind: "text" },
    { id: "after", label: "As replied", kind: "text" },
    { id: "status", label: "Now counts as", kind: "text" },
    { id: "paid-before", label: "Paid, as frozen", kind: "money" },
    { id: "paid-after", label: "Paid, as replied", kind: "money" },
    { id: "difference", label: "Difference", kind: "money" },
    { id: "why", label: "Why", kind: "text" },
  ];
  const rows = folded.map((line): ReportRow => {
    const { organisation, round, replied } = line;
    const [was, is] = [paidBy(before, line), paidBy(after, line)];
    return {
      id: `${round}-${organisation}`,
      cells: [
        names.organisation(organisation),
        ...(rounds.length < 2 ? [] : [names.round(round)]),
        choiceWords(line.before),
        choiceWords(line.after),
        MEMBER_STATES[line.status],
        was,
        is,
        is - was,
        line.reasons.map((reason) => REASONS[reason]).join("; "),
      ],
      ...(replied ? {} : { tone: "warn" as const }),
    };
  });
  return {
    id: `what-changed-${before.scenario.id}`,
    title: `What the replies change: ${before.scenario.name}`,
    note: moneyNote(before, "Paid: shares, agreed figures and buy-ins over the whole period."),
    columns,
    rows,
    total: totalRow(columns, rows),
  };
}

function paidBy({ contributions }: Evaluation, { round, organisation }: Folded): Pence {
  const members = contributions.get(round)?.members ?? [];
  return members.find((member) => member.organisation === organisation)?.total ?? 0n;
}

function paidByAll({ contributions }: Evaluation): Pence {
  return sumPence([...contributions.values()].flatMap(({ members }) => members.map(({ total }) => total)));
}
