import type { Id } from "../../scenarios/model/identifiers";
import type { Choice } from "../../scenarios/optimise/plan";
import type { PlanThen, Sensitivity, TiePoint } from "../../scenarios/optimise/sensitivity";
import { joinFew } from "./names";
import { choiceIn, choiceName, inOrOut, lineName, linesWords, type Prioritised } from "./priorities";
import type { Cell, ReportTable, Tone } from "./report-table";

const ROBUSTNESS = "priorities-robustness";
const WEIGHT_RANGES = "priorities-weight-ranges";
export const SENSITIVITY_TABLES: readonly string[] = [ROBUSTNESS, WEIGHT_RANGES];

/** How sure each line's place is: in how many draws of the weights it is funded, and what a tenth more or less of its cost does. */
export function buildRobustnessTable(view: Prioritised, sensitivity: Sensitivity): ReportTable {
  const { draws, seed, funded, costs } = sensitivity;
  return {
    id: ROBUSTNESS,
    title: "How sure each line is",
    note: `Weights were drawn ${draws} times, each up to a quarter above or below the agreed one (seed ${seed}: the same every time). Then each line alone was made a tenth dearer and a tenth cheaper. Every plan is proved like the one shown.`,
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "now", label: "In the plan shown", kind: "text" },
      { id: "funded", label: "Funded in so many draws", kind: "percent" },
      { id: "says", label: "What that says", kind: "text" },
      { id: "dearer", label: "A tenth dearer", kind: "text" },
      { id: "cheaper", label: "A tenth cheaper", kind: "text" },
    ],
    rows: view.priorities.lines.map((line) => {
      const { id, name } = line;
      const isIn = choiceIn(view.plan, id) !== undefined;
      const share = ((funded.get(id) ?? 0) / draws) * 100;
      const { dearer, cheaper } = costs.get(id) ?? { dearer: null, cheaper: null };
      return {
        id,
        cells: [
          name,
          inOrOut(view.plan, line),
          share,
          sureness(share, isIn),
          planThenCell(view, id, dearer),
          planThenCell(view, id, cheaper),
        ],
      };
    }),
  };
}

/** How far each weight can move, the others keeping their proportions, before another plan is better. */
export function buildWeightRangesTable(view: Prioritised, { weights }: Sensitivity): ReportTable {
  return {
    id: WEIGHT_RANGES,
    title: "How far each weight can move",
    note: "One weight is moved at a time, in tenths of a point, and the others keep their proportions. Between the two the plan shown stays the best.",
    columns: [
      { id: "criterion", label: "Criterion", kind: "text" },
      { id: "weight", label: "Agreed weight", kind: "quantity" },
      { id: "below", label: "Changes at or below", kind: "quantity" },
      { id: "below-what", label: "What changes there", kind: "text" },
      { id: "above", label: "Changes at or above", kind: "quantity" },
      { id: "above-what", label: "What changes there", kind: "text" },
    ],
    rows: view.priorities.criteria.map(({ id, name, weight }) => {
      const { below, above } = weights.get(id) ?? { below: null, above: null };
      return {
        id,
        cells: [name, Number(weight), ...tieCells(view, below), ...tieCells(view, above)],
      };
    }),
  };
}

/** The whole in a few sentences. */
export function sensitivitySentences(view: Prioritised, sensitivity: Sensitivity): readonly string[] {
  const { draws, samePlan, funded, weights } = sensitivity;
  const { chosen } = view.plan;
  const always = chosen.filter(({ line }) => funded.get(line) === draws);
  const unsure = view.priorities.lines.filter(({ id }) => {
    const times = funded.get(id) ?? 0;
    return times > 0 && times < draws;
  });
  const still = view.priorities.criteria.filter(({ id }) => {
    const range = weights.get(id);
    return range?.below === null && range.above === null;
  });
  return [
    samePlan === draws
      ? `The plan shown is the best in all ${draws} draws of the weights.`
      : `In ${samePlan} of ${draws} draws of the weights the best plan is exactly the one shown.`,
    `Of the ${linesWords(chosen.length)} that it funds, ${always.length === chosen.length ? "all" : always.length} are funded in every draw.`,
    ...(unsure.length === 0
      ? []
      : [
          `It depends on the weights for ${joinFew(
            unsure.map(({ name }) => name),
            4,
          )}.`,
        ]),
    ...(still.length === 0
      ? []
      : [
          `The plan does not depend on the weight of ${joinFew(
            still.map(({ name }) => name),
            3,
          )} alone.`,
        ]),
  ];
}

function sureness(share: number, isIn: boolean): Cell {
  const words = (text: string, tone?: Tone): Cell =>
    tone === undefined ? text : { value: text, words: text, tone };
  if (share === 100) return words("Always funded");
  if (share === 0) return words("Never funded");
  if (share >= 90) return words("Nearly always funded");
  if (share <= 10) return words("Hardly ever funded");
  return words(isIn ? "Depends on the weights" : "Out, but it depends on the weights", "warn");
}

/** What becomes of the line itself, and whether anything else in the plan moves. */
function planThenCell(view: Prioritised, line: Id, then: PlanThen): Cell {
  if (then === null) return { value: null, words: "No plan obeys the rules", tone: "bad" };
  const now = choiceIn(view.plan, line);
  const later = choiceIn({ chosen: then }, line);
  const others = changedLines(view.plan.chosen, then).filter((id) => id !== line);
  const beside = others.length === 0 ? "" : `. Beside it: ${movesWords(view, others, then)}`;
  const says = (text: string, tone?: Tone): Cell => {
    const words = `${text}${beside}`;
    return tone === undefined ? words : { value: words, words, tone };
  };
  if (now === undefined) return later === undefined ? says("Stays out") : says("Comes in", "good");
  if (later === undefined) return says("Goes out", "warn");
  return now.level === later.level
    ? says("Stays in")
    : says(`Stays in as ${choiceName(view, later)}`, "warn");
}

/** "Tiered workforce training (Full); Recovery and restoration support out" */
function movesWords(view: Prioritised, lines: readonly Id[], then: readonly Choice[]): string {
  const words = lines.map((id) => {
    const later = choiceIn({ chosen: then }, id);
    if (later === undefined) return `${lineName(view, id)} out`;
    return choiceIn(view.plan, id) === undefined ? `${choiceName(view, later)} in` : choiceName(view, later);
  });
  const more = words.length - MOST_MOVES;
  return [...words.slice(0, MOST_MOVES), ...(more > 0 ? [`${more} more`] : [])].join("; ");
}

const MOST_MOVES = 3;

function tieCells(view: Prioritised, point: TiePoint | null): readonly Cell[] {
  if (point === null) return [{ value: null, words: "Never" }, null];
  const { weight, chosen } = point;
  const now = view.plan.chosen;
  const enters = chosen.filter(({ line }) => choiceIn({ chosen: now }, line) === undefined);
  const leaves = now.filter(({ line }) => choiceIn({ chosen }, line) === undefined);
  const levels = chosen.filter(({ line, level }) => {
    const before = choiceIn({ chosen: now }, line);
    return before !== undefined && before.level !== level;
  });
  const names = (choices: readonly Choice[]): string =>
    joinFew(
      choices.map(({ line }) => lineName(view, line)),
      4,
    );
  const words = [
    ...(enters.length === 0 ? [] : [`in: ${names(enters)}`]),
    ...(leaves.length === 0 ? [] : [`out: ${names(leaves)}`]),
    ...(levels.length === 0
      ? []
      : [
          `now ${joinFew(
            levels.map((choice) => choiceName(view, choice)),
            4,
          )}`,
        ]),
  ];
  return [Number(weight), words.length === 0 ? "The plan breaks a rule there" : words.join("; ")];
}

function changedLines(before: readonly Choice[], after: readonly Choice[]): readonly Id[] {
  const levelIn = (choices: readonly Choice[], line: Id) => choiceIn({ chosen: choices }, line)?.level;
  const all = new Set([...before, ...after].map(({ line }) => line));
  return [...all].filter((line) => levelIn(before, line) !== levelIn(after, line));
}
