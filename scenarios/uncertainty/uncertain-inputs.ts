import { type Keys, type Pointer, resolvePointer, valueAt } from "../changes/pointer";
import type { Issue } from "../model/issue";
import { isDecimalText } from "../model/rational";
import type { Scenario } from "../model/scenario";
import { type Range, triangularQuantile } from "./triangular";
import { uniform } from "./uniform";

/** A figure of a scenario that has a range in its provenance, and how it is drawn. */
export type UncertainInput = {
  readonly path: Pointer;
  readonly keys: Keys;
  readonly range: Range;
  /** Inputs of one name rise and fall together. */
  readonly name: string;
  readonly decimals: number;
};

/**
 * The inputs with a range, each once, as (low, the figure itself, high). Growth of demand is drawn once a trial and
 * shared by all areas, and so is inflation by all indexes and years (rules §11). A range without one end ends at the
 * figure. Ranges of figures that have to sum to a whole cannot be drawn one by one: an issue each.
 */
export function uncertainInputsOf(scenario: Scenario): {
  readonly inputs: readonly UncertainInput[];
  readonly issues: readonly Issue[];
} {
  const inputs = new Map<Pointer, UncertainInput>();
  const issues: Issue[] = [];
  for (const [place, { path, low, high }] of (scenario.provenance ?? []).entries()) {
    const keys = resolvePointer(scenario, path);
    const value = keys === null ? undefined : valueAt(scenario, keys);
    if (keys === null || typeof value !== "string" || !isDecimalText(value)) continue;
    if (low === undefined && high === undefined) continue;
    if (SUMS_TO_A_WHOLE.test(path)) issues.push(notDrawn(place, path));
    const range = { low: Number(low ?? value), mode: Number(value), high: Number(high ?? value) };
    inputs.set(path, { path, keys, range, name: nameOf(path), decimals: MONEY.test(path) ? 2 : 6 });
  }
  return { inputs: [...inputs.values()], issues };
}

/** One trial: the scenario with every uncertain input at its drawn value. What has no range is shared, not copied. */
export function drawScenario(
  scenario: Scenario,
  inputs: readonly UncertainInput[],
  { seed, trial }: { readonly seed: number; readonly trial: number },
): Scenario {
  return inputs.reduce((drawn, { keys, range, name, decimals }) => {
    const value = triangularQuantile(range, uniform({ seed, trial, name }));
    return withValue(drawn, keys, value.toFixed(decimals));
  }, scenario);
}

/** Every uncertain input at one end of its range: what has to be possible before anything is drawn. */
export function scenarioAtEnd(
  scenario: Scenario,
  inputs: readonly UncertainInput[],
  end: "low" | "high",
): Scenario {
  return inputs.reduce(
    (drawn, { keys, range, decimals }) => withValue(drawn, keys, range[end].toFixed(decimals)),
    scenario,
  );
}

const MONEY =
  /^\/(provisions\/[^/]+\/(price\/(annual|schedule\/.+)|oneOffs\/\d+\/amount|funding\/\d+\/annual)|fundingSources\/[^/]+\/amounts\/.+|contributions\/[^/]+\/(.+\/)?(annual|price|minimum|maximum|historic\/.+))$/;

const SUMS_TO_A_WHOLE =
  /^\/(demand\/[^/]+\/seasonal|contributions\/[^/]+\/(share\/weights|whenSomeDecline\/toppedUpBy|buyIn\/bands\/\d+\/upTo))/;

function nameOf(path: Pointer): string {
  if (/^\/demand\/[^/]+\/growthPercent$/.test(path)) return "growth";
  if (/^\/indexes\/[^/]+\/rates\//.test(path)) return "inflation";
  return path;
}

function notDrawn(place: number, path: Pointer): Issue {
  return {
    path: `/provenance/${place}`,
    code: "range-cannot-be-drawn",
    message: `The figure of ${path} depends on others beside it, such as weights that sum to 100, so it cannot be drawn by itself: take "low" and "high" out.`,
  };
}

function withValue<Container extends object>(container: Container, keys: Keys, text: string): Container {
  const [key, ...below] = keys;
  if (key === undefined) throw new Error("no figure is the whole document");
  const copy = Array.isArray(container) ? ([...container] as unknown as Container) : { ...container };
  const held = (container as Record<string | number, unknown>)[key];
  (copy as Record<string | number, unknown>)[key] =
    below.length === 0 ? text : withValue(held as object, below, text);
  return copy;
}
