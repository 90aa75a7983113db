import type { Evaluation } from "../../scenarios/model/evaluation";
import { parseMoney } from "../../scenarios/model/money";
import { rational } from "../../scenarios/model/rational";
import type { LotStructure } from "../../scenarios/model/scenario";
import { formatCell, formatPounds } from "./format-table";
import { listLotPatterns, type ShownPattern, twoDecimals } from "./lot-patterns";

/** What speaks for not dividing, and what speaks for it; the decision is the members'. */
export type LotReasons = {
  /** What the scenario procures, or that it does not say. */
  readonly chosen: string;
  /** Why, in the words of those who decided; null where nobody wrote it. */
  readonly why: string | null;
  readonly againstDividing: readonly string[];
  readonly counterweights: readonly { readonly name: string; readonly text: string }[];
};

/** The reasons in sentences with their figures; null without a lot structure. */
export function lotReasons(evaluation: Evaluation): LotReasons | null {
  const { lotStructure } = evaluation.scenario;
  const patterns = listLotPatterns(evaluation);
  const whole = patterns[0];
  if (lotStructure === undefined || whole === undefined) return null;
  const overhead = parseMoney(lotStructure.overheadPerLot);
  return {
    chosen: chosenSentence(patterns, whole),
    why: whyChosen(lotStructure),
    againstDividing: [
      `One lot leaves ${formatPounds(whole.direct)} a year for direct work, ${fteWords(whole)}, and hands nobody on from one lot to another.`,
      `Each further lot takes ${formatPounds(overhead)} of overhead, which is ${overheadInFte(lotStructure)} FTE.`,
      ...inTwo(patterns),
    ],
    counterweights: [
      {
        name: "Specialist “by and for” quality",
        text: "A lot of its own can be led by a specialist provider that is run by and for those whom it serves. In a larger lot such a provider can be a partner or a subcontractor. The figures do not weigh this.",
      },
      {
        name: "Who can bid",
        text: "A larger lot can be carried by fewer providers. More lots mean more bids to write, to evaluate and to manage, for providers and commissioners. The figures do not weigh this.",
      },
      { name: "If the largest provider fails", text: failureSentence(patterns) },
    ],
  };
}

/** The reason that stands beside a choice; null where none is chosen or none is given. */
export function whyChosen({ chosen, chosenReason }: LotStructure): string | null {
  return chosen === undefined ? null : (chosenReason ?? null);
}

function chosenSentence(patterns: readonly ShownPattern[], whole: ShownPattern): string {
  const chosen = patterns.find(({ isChosen }) => isChosen);
  if (chosen === undefined) return "The scenario does not say which of these patterns it procures.";
  const figures = `${fteWords(chosen)}, ${handOffWords(chosen)}`;
  if (chosen.lots === 1) return `The scenario procures one lot: ${figures}.`;
  const fewer = twoDecimals(whole.fte.sub(chosen.fte).valueOf()).words;
  return `The scenario procures ${chosen.lots} lots, ${chosen.name}: ${figures}, ${fewer} FTE fewer than one lot.`;
}

function inTwo(patterns: readonly ShownPattern[]): string[] {
  const best = patterns.find(({ lots, isBest }) => lots === 2 && isBest);
  if (best === undefined) return [];
  return [
    `Of the ways to divide into two lots, ${best.name} hands on the fewest: ${handOffWords(best)}, with ${fteWords(best)}.`,
  ];
}

function failureSentence(patterns: readonly ShownPattern[]): string {
  const percent = ({ lostPercent }: ShownPattern): string => formatCell(lostPercent, "percent");
  const least = patterns.reduce((best, one) => (one.lostPercent < best.lostPercent ? one : best));
  if (least.lots === 1) return "There is one block, so all of the capacity is lost for a time.";
  const chosen = patterns.find(({ isChosen, lots }) => isChosen && lots > 1);
  const ofChosen =
    chosen === undefined ? "" : ` With the lots that the scenario procures it is ${percent(chosen)}.`;
  return `With one lot all of the capacity is lost for a time.${ofChosen} The least is lost with ${least.name}: ${percent(least)}.`;
}

/** The overhead of a lot as the people whom the same money would pay: "1.43". */
export function overheadInFte({ overheadPerLot, costPerFte }: LotStructure): string {
  return twoDecimals(rational(parseMoney(overheadPerLot), parseMoney(costPerFte)).valueOf()).words;
}

export function fteWords({ fte }: ShownPattern): string {
  return `${twoDecimals(fte.valueOf()).words} FTE`;
}

export function handOffWords({ handOffs }: ShownPattern): string {
  return `${twoDecimals(handOffs.valueOf()).words} hand-offs a user`;
}
