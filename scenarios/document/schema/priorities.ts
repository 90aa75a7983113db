import { z } from "zod";
import { LIMITS } from "../limits";
import {
  byId,
  freeText,
  id,
  ids,
  listOf,
  money,
  nameText,
  optional,
  partPercent,
  positiveMoney,
  quantity,
  score,
  wholeNumber,
} from "./fields";

const level = z.strictObject({
  id,
  name: optional(nameText),
  costs: byId(money),
  scores: optional(byId(score)),
  benefit: optional(quantity),
  people: optional(quantity),
});

const line = z.strictObject({
  id,
  name: nameText,
  provision: optional(id),
  areas: optional(ids(LIMITS.areas)),
  objective: optional(id),
  mustFund: optional(z.boolean()),
  mustFundReason: optional(freeText),
  lagMonths: optional(wholeNumber(0, LIMITS.horizonMonths)),
  mustNot: optional(z.boolean()),
  requires: optional(ids(LIMITS.lines)),
  excludes: optional(ids(LIMITS.lines)),
  levels: listOf(level, LIMITS.levels),
});

export const priorities = z.strictObject({
  criteria: listOf(
    z.strictObject({
      id,
      name: nameText,
      weight: partPercent,
      low: optional(freeText),
      high: optional(freeText),
    }),
    LIMITS.criteria,
  ),
  benefit: optional(z.enum(["score", "score-times-people"])),
  budgets: listOf(z.strictObject({ id, name: nameText, amount: money }), LIMITS.budgets),
  lines: listOf(line, LIMITS.lines),
  equity: optional(
    listOf(
      z.strictObject({
        areas: ids(LIMITS.areas),
        minimumLines: optional(wholeNumber(0, LIMITS.lines)),
        minimumBenefit: optional(quantity),
      }),
      LIMITS.equityRules,
    ),
  ),
});

export const lotStructure = z.strictObject({
  envelope: money,
  overheadPerLot: money,
  costPerFte: positiveMoney,
  blocks: listOf(z.strictObject({ id, name: nameText }), LIMITS.blocks),
  needs: listOf(z.strictObject({ blocks: ids(LIMITS.blocks), percent: partPercent }), LIMITS.needs),
  chosen: optional(listOf(ids(LIMITS.blocks), LIMITS.blocks)),
  chosenReason: optional(freeText),
});
