import type { Option, Scenario } from "../../../scenarios/model/scenario";
import { choiceWords } from "../../reports/words";
import type { FieldChoice } from "../field-value";

/** A fixed list of words as the choices of a field. */
export function fromWords(words: Readonly<Record<string, string>>): readonly FieldChoice[] {
  return Object.entries(words).map(([value, text]) => ({ value, words: text }));
}

/** Things of the scenario as the choices of a field. What is being added has no name yet, and cannot be chosen. */
export function named(
  list: readonly { readonly id: string; readonly name?: string }[],
): readonly FieldChoice[] {
  return list.flatMap(({ id, name }) => (name === undefined ? [] : { value: id, words: name }));
}

export const organisations = (scenario: Scenario) => named(scenario.organisations);
export const areas = (scenario: Scenario) => named(scenario.areas);
export const activities = (scenario: Scenario) => named(scenario.activities);
export const provisions = (scenario: Scenario) => named(scenario.provisions);
export const indexes = ({ indexes: list = [] }: Scenario) => named(list);
export const fundingSources = ({ fundingSources: list = [] }: Scenario) => named(list);
export const objectives = ({ objectives: list = [] }: Scenario) => named(list);
export const priorityLines = ({ priorities }: Scenario) => named(priorities?.lines ?? []);
export const commitments = ({ commitments: list = [] }: Scenario) => named(list);
export const evidence = ({ sources = [] }: Scenario) =>
  sources.map(({ id, title }) => ({ value: id, words: title }));

/** Everything that a member of a round may choose. */
export function optionChoices(): readonly FieldChoice[] {
  return [
    { value: "undecided", words: choiceWords("undecided") },
    ...OPTIONS.map((options) => ({ value: options.join("+"), words: choiceWords(options) })),
    { value: "", words: choiceWords([]) },
  ];
}

const OPTIONS: readonly (readonly Option[])[] = [
  ["B"],
  ["A"],
  ["C"],
  ["A", "B"],
  ["A", "C"],
  ["B", "C"],
  ["A", "B", "C"],
];

/** What shares can go by: every basis that some area has, and equal shares. */
export function bases({ areas: list }: Scenario): readonly string[] {
  return [...new Set(list.flatMap((area) => Object.keys(area.bases))), "equal"];
}
