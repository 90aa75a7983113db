import type { Evaluation } from "../../../scenarios/model/evaluation";
import { parseMoney } from "../../../scenarios/model/money";
import { formatCell, formatPounds } from "../format-table";
import { listLotPatterns, type ShownPattern } from "../lot-patterns";
import { fteWords, handOffWords, overheadInFte, whyChosen } from "../lot-reasons";
import type { Question } from "./question";

/** The lots that are procured, and what speaks for them and against them. */
export function askLots(evaluation: Evaluation): Question {
  const { lotStructure } = evaluation.scenario;
  const about = {
    id: "lots",
    question: "Why this lot structure?",
    page: { path: "lot-structure", text: "Every way to divide, and the reasons" },
  } as const;
  const patterns = listLotPatterns(evaluation);
  const [whole] = patterns;
  if (lotStructure === undefined || whole === undefined)
    return {
      ...about,
      tone: "muted",
      lead: "Not compared",
      rest: ": the scenario does not say how its services could be divided into lots.",
    };
  const chosen = patterns.find(({ isChosen }) => isChosen);
  if (chosen === undefined)
    return { ...about, tone: "warn", lead: "Not decided", rest: undecided(patterns, whole) };
  const why = whyChosen(lotStructure);
  const reason = why === null ? "" : ` The reason given: ${why.replace(/[.\s]+$/, "")}.`;
  if (chosen.lots > 1)
    return { ...about, lead: `${chosen.lots} lots`, rest: `${divided(chosen, whole)}${reason}` };
  const overhead = `each further lot would take ${formatPounds(parseMoney(lotStructure.overheadPerLot))} of overhead, which is ${overheadInFte(lotStructure)} FTE`;
  return { ...about, lead: "One lot", rest: ` ${wholeWords(whole)}; ${overhead}.${reason}` };
}

function wholeWords(whole: ShownPattern): string {
  return `leaves ${formatPounds(whole.direct)} a year for direct work, ${fteWords(whole)}, and hands nobody on from one lot to another`;
}

function undecided(patterns: readonly ShownPattern[], whole: ShownPattern): string {
  const two = patterns.find(({ lots, isBest }) => lots === 2 && isBest);
  const best =
    two === undefined
      ? ""
      : `; the best two lots, ${two.name}, have ${fteWords(two)} and ${handOffWords(two)}`;
  return ` in this scenario: one lot ${wholeWords(whole)}${best}.`;
}

function divided(chosen: ShownPattern, whole: ShownPattern): string {
  const fewest = chosen.isBest ? `, the fewest of all ways to make ${chosen.lots} lots` : "";
  const lost = formatCell(Math.round(chosen.lostPercent), "whole");
  return `, ${chosen.name}, have ${fteWords(chosen)} against ${fteWords(whole)} in one lot, and ${handOffWords(chosen)}${fewest}; if the largest provider fails, ${lost}% of the capacity is lost for a time instead of all.`;
}
