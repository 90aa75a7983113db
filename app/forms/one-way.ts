import type { Scenario } from "../../scenarios/model/scenario";
import type { Edit } from "./apply-edits";
import { findField, valueOf } from "./fields";
import { LISTS } from "./lists";

/** What is filled in now counts: values in the other ways of its row are taken out with it. */
export function withOneWay(scenario: Scenario, edits: readonly Edit[]): readonly Edit[] {
  const given = new Set(edits.filter(({ value }) => value !== undefined).map(({ field }) => field.name));
  const others = new Set(edits.filter(({ field }) => given.has(field.name)).flatMap(otherWays));
  const gone = [...others].flatMap((name): Edit[] => {
    const field = given.has(name) ? null : findField(name);
    return field === null || valueOf(scenario, field) === undefined ? [] : [{ field, value: undefined }];
  });
  const goes = new Set(gone.map(({ field }) => field.name));
  return [...edits.filter(({ field }) => !goes.has(field.name)), ...gone];
}

/** The fields of the same row that say it in another way. */
function otherWays({ field: { rule, name } }: Edit): readonly string[] {
  const list = LISTS.find(({ pattern, ways }) => ways !== undefined && rule.path.startsWith(`${pattern}/`));
  if (list?.ways === undefined) return [];
  const key = rule.path.slice(list.pattern.length + 1);
  const isOfWay = list.ways.some(({ keys }) => keys.includes(key));
  const row = name.slice(0, name.length - key.length);
  return isOfWay
    ? list.ways
        .filter(({ keys }) => !keys.includes(key))
        .flatMap(({ keys }) => keys.map((other) => row + other))
    : [];
}
