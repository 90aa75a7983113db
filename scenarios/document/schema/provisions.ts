import { z } from "zod";
import { LIMITS } from "../limits";
import {
  byFinancialYear,
  changePercent,
  date,
  freeText,
  id,
  ids,
  listOf,
  money,
  nameText,
  optional,
  partPercent,
  positiveQuantity,
  quantity,
  wholeNumber,
} from "./fields";

const price = z.union([
  z.strictObject({
    annual: money,
    premiumPercent: optional(changePercent),
    index: optional(id),
    firstUplift: optional(date),
    upliftFloor: optional(changePercent),
    upliftCap: optional(changePercent),
  }),
  z.strictObject({ schedule: byFinancialYear(money) }),
]);

const oneOff = z.strictObject({ name: nameText, amount: money, date });

const capacityOf = { activity: id, areas: optional(ids(LIMITS.areas)) };
const capacity = z.union([
  z.strictObject({ ...capacityOf, unitsPerYear: quantity }),
  z.strictObject({
    ...capacityOf,
    fte: quantity,
    openCases: optional(quantity),
    weeks: optional(positiveQuantity),
    contactHours: optional(quantity),
    hoursPerCase: optional(positiveQuantity),
  }),
  z.strictObject({
    ...capacityOf,
    units: quantity,
    occupancyPercent: partPercent,
    stayDays: positiveQuantity,
  }),
  z.strictObject({
    ...capacityOf,
    programmes: quantity,
    places: quantity,
    startPercent: partPercent,
    completePercent: partPercent,
  }),
]);

const fundingLine = z.union([
  z.strictObject({ source: id, annual: money }),
  z.strictObject({ source: id, percent: partPercent }),
  z.strictObject({ source: id, rest: z.literal(true) }),
]);

const weeks = wholeNumber(0, 520);

export const provision = z.strictObject({
  id,
  name: nameText,
  kind: z.enum(["existing", "bridging", "devolved-grant", "lot", "local"]),
  lead: optional(id),
  provider: optional(nameText),
  activities: ids(LIMITS.activities),
  areas: ids(LIMITS.areas),
  start: date,
  end: date,
  certainty: optional(z.enum(["confirmed", "planned", "under-consideration"])),
  price: optional(price),
  oneOffs: optional(listOf(oneOff, LIMITS.oneOffs)),
  capacity: optional(listOf(capacity, LIMITS.capacityEntries)),
  funding: optional(listOf(fundingLine, LIMITS.fundingLines)),
  drawOrder: optional(wholeNumber(1, LIMITS.drawOrder)),
  framework: optional(z.enum(["signed", "outside"])),
  extends: optional(id),
  commitments: optional(ids(LIMITS.commitments)),
  vat: optional(z.strictObject({ percent: partPercent, recoverablePercent: optional(partPercent) })),
  payment: optional(z.enum(["monthly-arrears", "monthly-advance", "quarterly-arrears", "quarterly-advance"])),
  extensions: optional(listOf(z.strictObject({ months: wholeNumber(1, LIMITS.horizonMonths) }), 20)),
  noticeMonths: optional(wholeNumber(0, LIMITS.horizonMonths)),
  procurement: optional(
    z.strictObject({
      tenderWeeks: weeks,
      evaluationWeeks: weeks,
      approvalWeeks: weeks,
      standstillWeeks: weeks,
      mobilisationWeeks: weeks,
    }),
  ),
  directory: optional(
    z.strictObject({
      offer: optional(freeText),
      audience: optional(freeText),
      eligibility: optional(freeText),
      access: optional(freeText),
    }),
  ),
});
