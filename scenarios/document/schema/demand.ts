import { z } from "zod";
import { LIMITS } from "../limits";
import {
  byFinancialYear,
  changePercent,
  financialYear,
  id,
  ids,
  money,
  month,
  nameText,
  optional,
  partPercent,
  quantity,
} from "./fields";

export const riskLevel = z.enum(["high", "medium", "standard"]);

export const requirement = z.strictObject({
  activity: id,
  areas: ids(LIMITS.areas),
  from: month,
  to: month,
});

export const demand = z.strictObject({
  id,
  area: id,
  activity: id,
  risk: optional(riskLevel),
  annual: optional(quantity),
  funnel: optional(
    z.strictObject({
      incidents: quantity,
      sharePercent: partPercent,
      referralPercent: partPercent,
      engagePercent: partPercent,
    }),
  ),
  baseYear: financialYear,
  growthPercent: optional(changePercent),
  byYear: optional(byFinancialYear(quantity)),
  seasonal: optional(z.array(quantity)),
  waitingAtStart: optional(quantity),
  leavingPercent: optional(partPercent),
});

export const fundingSource = z.strictObject({
  id,
  name: nameText,
  owner: id,
  certainty: optional(z.enum(["confirmed", "indicative", "at-risk"])),
  amounts: byFinancialYear(money),
  carryForward: optional(z.boolean()),
  onlyFor: optional(
    z.strictObject({
      provisions: optional(ids(LIMITS.provisions)),
      activities: optional(ids(LIMITS.activities)),
      areas: optional(ids(LIMITS.areas)),
    }),
  ),
});
