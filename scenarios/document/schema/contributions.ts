import { z } from "zod";
import { LIMITS } from "../limits";
import {
  byFinancialYear,
  byId,
  date,
  freeText,
  id,
  listOf,
  money,
  nameText,
  optional,
  partPercent,
  positiveQuantity,
  quantity,
  risePercent,
} from "./fields";

const share = z.strictObject({
  weights: listOf(z.strictObject({ basis: nameText, percent: partPercent }), LIMITS.bases),
  minimum: optional(money),
  maximum: optional(money),
  phaseIn: optional(z.strictObject({ historic: byId(money), percentByYear: byFinancialYear(partPercent) })),
  collar: optional(z.strictObject({ historic: byId(money), maximumRisePercent: risePercent })),
});

const whenSomeDecline = z.discriminatedUnion("rule", [
  z.strictObject({
    rule: z.literal("fixed-share"),
    toppedUpBy: optional(
      listOf(z.strictObject({ organisation: id, percent: partPercent }), LIMITS.organisations),
    ),
  }),
  z.strictObject({ rule: z.literal("re-spread") }),
  z.strictObject({ rule: z.literal("scale") }),
  z.strictObject({
    rule: z.literal("threshold"),
    percent: partPercent,
    then: z.enum(["fixed-share", "re-spread", "scale"]),
  }),
]);

const member = z.strictObject({
  organisation: id,
  area: id,
  choice: z.union([z.literal("undecided"), z.array(z.enum(["A", "B", "C"])).max(3)], {
    error:
      'write "undecided", or a list of the options taken, each once: ["A", "B", "C"]; an empty list declines',
  }),
  status: optional(z.enum(["asked", "indicative", "confirmed", "signed"])),
  buyInUnits: optional(quantity),
  minimum: optional(money),
  maximum: optional(money),
  override: optional(z.strictObject({ annual: money, agreedBy: freeText, reason: freeText })),
});

export const contributionRound = z.strictObject({
  id,
  name: nameText,
  provision: id,
  from: date,
  to: date,
  pot: optional(z.strictObject({ annual: money, index: optional(id), firstUplift: optional(date) })),
  share: optional(share),
  whenSomeDecline: optional(whenSomeDecline),
  capacity: optional(
    z.strictObject({
      activity: id,
      unitsPerYear: quantity,
      access: z.enum(["open", "members", "by-contribution"]),
    }),
  ),
  buyIn: optional(
    z.strictObject({
      activity: id,
      bands: listOf(z.strictObject({ upTo: z.nullable(positiveQuantity), price: money }), LIMITS.bands),
      method: z.enum(["incremental", "all-units"]),
    }),
  ),
  members: listOf(member, LIMITS.areas),
});
