import type { Scenario } from "../../scenarios/model/scenario";
import { formatMoment } from "../lib/moment";
import type { Clash } from "../services/saving";
import { findField, labelOf, showField, subjectOf } from "./fields";
import type { ShownClash } from "./save-answer";

/** Clashes field by field, as a person sees them: what was typed, what is there now, and who was first. */
export function showClashes(
  now: Scenario,
  clashes: readonly Clash[],
  typed: Readonly<Record<string, string>>,
): readonly ShownClash[] {
  return clashes.flatMap(({ path, by, at }) =>
    Object.entries(typed)
      .filter(([name]) => isWithin(name, path) || isWithin(path, name))
      .map(([name, yours]) => showClash(now, name, yours, { by, at: formatMoment(at) })),
  );
}

function isWithin(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}/`);
}

function showClash(
  now: Scenario,
  name: string,
  yours: string,
  first: Pick<ShownClash, "by" | "at">,
): ShownClash {
  const field = findField(name);
  if (field === null) throw new Error(`no field has the name ${name}`);
  const { value, choices = [] } = showField(now, name);
  const words = (text: string): string =>
    choices.find((choice) => choice.value === text)?.words ?? (text === "" ? "nothing" : text);
  return {
    name,
    label: `${labelOf(now, field)}, ${subjectOf(now, field)}`,
    yours: words(yours),
    theirs: words(value),
    ...first,
  };
}
