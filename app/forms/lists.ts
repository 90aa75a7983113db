import type { JsonObject } from "../../scenarios/changes/json";
import type { Scenario } from "../../scenarios/model/scenario";
import type { ListRule } from "./list-rule";
import { CONTRACT_LISTS } from "./lists/contract-lists";
import { DATA_LISTS } from "./lists/data-lists";
import { LOT_LISTS } from "./lists/lot-lists";
import { MONEY_LISTS } from "./lists/money-lists";
import { PRIORITY_LISTS } from "./lists/priority-lists";
import { STRATEGY_LISTS } from "./lists/strategy-lists";

export const LISTS: readonly ListRule[] = [
  ...CONTRACT_LISTS,
  ...MONEY_LISTS,
  ...PRIORITY_LISTS,
  ...LOT_LISTS,
  ...STRATEGY_LISTS,
  ...DATA_LISTS,
];

/** The list that elements of a pattern stand in; undefined where they are only edited inside something else. */
export const listOf = (pattern: string): ListRule | undefined =>
  LISTS.find((list) => list.pattern === pattern);

/** What a new element of a list starts with. */
export const blankElement = (scenario: Scenario, pattern: string): JsonObject =>
  listOf(pattern)?.blank?.(scenario) ?? {};
