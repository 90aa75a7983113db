import type { Evaluation } from "../../scenarios/model/evaluation";
import { compareIds } from "../../scenarios/model/identifiers";
import type { Risk } from "../../scenarios/model/scenario";
import { namesOf } from "./names";
import type { Cell, ReportColumn, ReportTable } from "./report-table";

const COLUMNS: readonly ReportColumn[] = [
  { id: "risk", label: "Risk", kind: "text" },
  { id: "likelihood", label: "Likelihood (1 to 5)", kind: "whole" },
  { id: "impact", label: "Impact (1 to 5)", kind: "whole" },
  { id: "score", label: "Score (1 to 25)", kind: "whole" },
  { id: "owner", label: "Owner", kind: "text" },
  { id: "mitigation", label: "What is done about it", kind: "text" },
];

/** The risks that people have written down, worst first: by score, then by impact. */
export function buildRiskRegisterTable({ scenario }: Evaluation): ReportTable {
  const names = namesOf(scenario);
  return {
    id: "risks",
    title: "Risk register",
    note: "Worst first. The score is likelihood × impact; of equal scores the one with more impact stands first.",
    columns: COLUMNS,
    rows: worstFirst(scenario.risks ?? []).map(({ id, text, likelihood, impact, owner, mitigation }) => ({
      id,
      cells: [
        text,
        likelihood,
        impact,
        likelihood * impact,
        owner === undefined ? missing("No owner") : names.organisation(owner),
        mitigation ?? missing("Nothing recorded"),
      ],
    })),
  };
}

function worstFirst(risks: readonly Risk[]): readonly Risk[] {
  const score = ({ likelihood, impact }: Risk): number => likelihood * impact;
  return risks.toSorted((a, b) => score(b) - score(a) || b.impact - a.impact || compareIds(a.id, b.id));
}

function missing(words: string): Cell {
  return { value: null, words, tone: "warn" };
}
