import { z } from "zod";
import { dayFromText, financialYearFromText, monthFromText } from "../../model/calendar";
import { ID_PATTERN } from "../../model/identifiers";
import { LIMITS } from "../limits";

// zod would otherwise compile its checks with `new Function`, which the content security policy of the pages forbids.
z.config({ jitless: true });

/** A field that may be absent, but not be undefined. */
export const optional = z.exactOptional;

/** Texts that a person writes: names, notes. Never empty: an absent field says that there is none. */
export const freeText = z
  .string({ error: "write it as text in quotation marks" })
  .regex(/\S/, { error: "write at least one letter, or leave the field out" })
  .max(LIMITS.textCharacters, {
    error: `shorten it to ${LIMITS.textCharacters.toLocaleString("en-GB")} characters`,
  });

export const nameText = freeText.max(LIMITS.nameCharacters, {
  error: `shorten it to ${LIMITS.nameCharacters} characters`,
});

const ID_REMEDY = `write an id of lower-case letters, digits and hyphens, at most ${LIMITS.idCharacters}, such as "joint-lot"`;

/** `constructor` would be found in every JavaScript object, also where nobody wrote it. */
export const id = z
  .string({ error: ID_REMEDY })
  .regex(ID_PATTERN, { error: ID_REMEDY, abort: true })
  .max(LIMITS.idCharacters, { error: ID_REMEDY })
  .refine((text) => text !== "constructor", {
    error: 'choose another id: "constructor" is reserved',
    params: { code: "reserved-name" },
  });

type Form = {
  readonly pattern: RegExp;
  readonly remedy: string;
  /** The range, or that the day exists. */
  readonly accepts?: (text: string) => boolean;
  readonly code?: string;
};

function textOfForm({ pattern, remedy, accepts, code = "out-of-range" }: Form): z.ZodString {
  const schema = z.string({ error: remedy }).regex(pattern, { error: remedy, abort: true });
  return accepts === undefined ? schema : schema.refine(accepts, { error: remedy, params: { code } });
}

const POUNDS = new RegExp(`^\\d{1,${LIMITS.moneyDigits}}(\\.\\d{1,2})?$`);
const ANY_DECIMAL = new RegExp(`^-?\\d{1,${LIMITS.moneyDigits}}(\\.\\d{1,${LIMITS.decimals}})?$`);
const DECIMAL = new RegExp(`^\\d{1,${LIMITS.moneyDigits}}(\\.\\d{1,${LIMITS.decimals}})?$`);

/** Pounds, zero or more. */
export const money = textOfForm({
  pattern: POUNDS,
  remedy: `write pounds of 0 or more as text with at most two decimals and ${LIMITS.moneyDigits} digits, such as "1234.50"`,
});

/** Pounds, more than nothing, because something is divided by it. */
export const positiveMoney = textOfForm({
  pattern: POUNDS,
  remedy: `write pounds of more than 0 as text with at most two decimals and ${LIMITS.moneyDigits} digits, such as "42000.00"`,
  accepts: (text) => Number(text) > 0,
});

/** A decimal of any sign: the low or high end of a figure's range. */
export const decimal = textOfForm({
  pattern: ANY_DECIMAL,
  remedy: `write a number as text with at most ${LIMITS.decimals} decimals, such as "12.5"`,
});

/** A quantity, zero or more. */
export const quantity = textOfForm({
  pattern: DECIMAL,
  remedy: `write a number from 0 to 1,000,000,000,000 as text with at most ${LIMITS.decimals} decimals, such as "12.5"`,
  accepts: (text) => Number(text) <= LIMITS.quantity,
});

/** A quantity, more than nothing, because something is divided by it. */
export const positiveQuantity = textOfForm({
  pattern: DECIMAL,
  remedy: `write a number of more than 0, to 1,000,000,000,000, as text with at most ${LIMITS.decimals} decimals, such as "12.5"`,
  accepts: (text) => Number(text) > 0 && Number(text) <= LIMITS.quantity,
});

/** A part of a whole, 0 to 100 %. */
export const partPercent = textOfForm({
  pattern: DECIMAL,
  remedy: `write a percentage from 0 to 100 as text with at most ${LIMITS.decimals} decimals, such as "12.5"`,
  accepts: (text) => Number(text) <= 100,
});

/** A rise or a fall; nothing falls by 100 % or more. */
export const changePercent = textOfForm({
  pattern: ANY_DECIMAL,
  remedy: `write a percentage of more than -100, to 1,000, as text with at most ${LIMITS.decimals} decimals, such as "2.5"`,
  accepts: (text) => Number(text) > -100 && Number(text) <= LIMITS.risePercent,
});

/** A rise, nothing or more. */
export const risePercent = textOfForm({
  pattern: DECIMAL,
  remedy: `write a percentage from 0 to 1,000 as text with at most ${LIMITS.decimals} decimals, such as "15"`,
  accepts: (text) => Number(text) <= LIMITS.risePercent,
});

/** A score on an anchored scale, 0 to 100 (rules §9). */
export const score = textOfForm({
  pattern: DECIMAL,
  remedy: `write a number from 0 to 100 as text with at most ${LIMITS.decimals} decimals, such as "75"`,
  accepts: (text) => Number(text) <= 100,
});

export const date = textOfForm({
  pattern: /^\d{4}-\d{2}-\d{2}$/,
  remedy: 'write a day that exists, from 1900 to 2199, such as "2015-04-01"',
  accepts: (text) => dayFromText(text) !== null,
  code: "no-such-day",
});

export const month = textOfForm({
  pattern: /^\d{4}-\d{2}$/,
  remedy: 'write a month that exists, from 1900 to 2199, such as "2015-04"',
  accepts: (text) => monthFromText(text) !== null,
  code: "no-such-month",
});

export const financialYear = textOfForm({
  pattern: /^\d{4}\/\d{2}$/,
  remedy: 'write a financial year whose two years follow each other, such as "2015/16"',
  accepts: (text) => financialYearFromText(text) !== null,
  code: "no-such-financial-year",
});

/** The name of an apportionment basis: a key of `bases`; not `equal`, nor a name that every JavaScript object has. */
export const basisName = z
  .string()
  .regex(/^[^/\s][^/]{0,99}$/, {
    error: "name the basis with 1 to 100 characters without a slash",
    abort: true,
  })
  .refine((text) => text !== "equal" && !(text in {}), {
    error: "choose another name: this one is reserved",
    params: { code: "reserved-name" },
  });

/** A whole number in a range. */
export function wholeNumber(least: number, most: number): z.ZodInt {
  const remedy = `write a whole number from ${least} to ${most}, without quotation marks`;
  return z.int({ error: remedy }).min(least, { error: remedy }).max(most, { error: remedy });
}

/** A list with a limit of its length. */
export function listOf<Element extends z.ZodType>(element: Element, most: number): z.ZodArray<Element> {
  return z.array(element).max(most, { error: `keep it to ${most.toLocaleString("en-GB")}` });
}

export const ids = (most: number) => listOf(id, most);
export const byFinancialYear = <Value extends z.ZodType>(value: Value) => z.record(financialYear, value);
export const byId = <Value extends z.ZodType>(value: Value) => z.record(id, value);
