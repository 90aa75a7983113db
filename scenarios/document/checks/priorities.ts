import { formatQuantity } from "../../model/quantity";
import type { Priorities, PriorityLevel } from "../../model/scenario";
import { type Fault, within } from "../fault";
import { isGiven, type Salvaged, type SalvagedScenario } from "../salvage";
import { sumOfPercents } from "./share-rules";
import { placed } from "./walk";

type SalvagedPriorities = Salvaged<Priorities>;

/** What the fields of the priorities mean together (rules §9). */
export function checkPriorities({ priorities }: SalvagedScenario): Fault[] {
  if (priorities === undefined) return [];
  const silentRules = placed(priorities.equity)
    .filter(([rule]) => !isGiven(rule, "minimumLines") && !isGiven(rule, "minimumBenefit"))
    .map(([, place]) => ({
      keys: ["equity", place, "minimumLines"],
      code: "missing",
      remedy: 'give "minimumLines" or "minimumBenefit", or remove the rule',
    }));
  return within(["priorities"], [...weightFaults(priorities), ...lineFaults(priorities), ...silentRules]);
}

/** Without criteria every level brings its own benefit, so there is nothing to weigh. */
function weightFaults({ criteria }: SalvagedPriorities): Fault[] {
  const sum = criteria === undefined ? null : sumOfPercents(criteria.map((criterion) => criterion?.weight));
  if (sum === null || criteria?.length === 0 || sum.equals(100)) return [];
  const state = `has weights of ${formatQuantity(sum.valueOf())} % together`;
  return [{ keys: ["criteria"], code: "does-not-sum", state, remedy: "make the weights sum to 100" }];
}

function lineFaults(priorities: SalvagedPriorities): Fault[] {
  return placed(priorities.lines).flatMap(([line, place]) => {
    const faults: Fault[] = placed(line.levels).flatMap(([level, levelPlace]) =>
      within(["levels", levelPlace], levelFaults(priorities, level)),
    );
    if (line.levels?.length === 0) {
      faults.push({ keys: ["levels"], code: "too-few", state: "is empty", remedy: "add at least one level" });
    }
    if (line.mustFund === true && line.mustNot === true) {
      faults.push({
        keys: ["mustNot"],
        code: "exclude-each-other",
        state: "stands beside must-fund",
        remedy: 'mark the line "mustFund" or "mustNot", not both',
      });
    }
    return within(["lines", place], faults);
  });
}

/** A level has a score for every criterion, and people where they count, unless its benefit is given. */
function levelFaults(priorities: SalvagedPriorities, level: Salvaged<PriorityLevel>): Fault[] {
  if (isGiven(level, "benefit")) return [];
  const faults: Fault[] = [];
  if (priorities.benefit === "score-times-people" && !isGiven(level, "people")) {
    faults.push({
      keys: ["people"],
      code: "missing",
      state: "is missing, though the benefit is score times people",
      remedy: 'add how many people it reaches, such as "120"',
    });
  }
  if (priorities.criteria?.length === 0) {
    faults.push({ keys: ["benefit"], code: "missing", remedy: "add it, or criteria and scores" });
  } else if (!isGiven(level, "scores")) {
    faults.push({ keys: ["scores"], code: "missing", remedy: 'score every criterion, or give "benefit"' });
  }
  const { scores } = level;
  const unscored = placed(priorities.criteria).flatMap(([{ id }]) =>
    id === undefined || scores === undefined || Object.hasOwn(scores, id) ? [] : [id],
  );
  return [
    ...faults,
    ...unscored.map((id) => ({
      keys: ["scores", id],
      code: "missing",
      remedy: 'add a score from 0 to 100, or give the level a "benefit"',
    })),
  ];
}
