import { z } from "zod";
import { isList, isObject, type Json } from "../changes/json";
import { type Keys, valueAt } from "../changes/pointer";
import type { Fault } from "./fault";
import { scenarioSchema } from "./schema/scenario";
import { shown, suggestion } from "./words";

type ZodIssue = z.core.$ZodIssue;

/** Objects that come in several forms, and the field by which each form is told. */
const FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["price", ["annual", "schedule"]],
  ["capacity", ["unitsPerYear", "fte", "units", "programmes"]],
  ["funding", ["annual", "percent", "rest"]],
]);

/** Everything in a document that is not of the shape of a scenario file. */
export function findShapeFaults(document: Json): readonly Fault[] {
  const parsed = scenarioSchema.safeParse(document, { error: usualRemedy });
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(document, issue, []));
}

function faultsOf(document: Json, issue: ZodIssue, above: Keys): Fault[] {
  const keys = [...above, ...(issue.path as (string | number)[])];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField(document, keys, key, issue.message.split(" ")));
    case "invalid_union":
      return unionFaults(document, issue, keys);
    case "invalid_key":
      return issue.issues.flatMap((inner) => ({ keys, code: codeOf(inner, ""), remedy: inner.message }));
    default:
      return [plainFault(issue, keys, valueAt(document, keys))];
  }
}

function plainFault(issue: ZodIssue, keys: Keys, value: unknown): Fault {
  const fault = { keys, code: codeOf(issue, value), remedy: issue.message };
  return fault.code === "too-many" && isList(value)
    ? { ...fault, state: `has ${value.length.toLocaleString("en-GB")} entries` }
    : fault;
}

/** A field that the format does not have; `known` are those that it has there. */
function unknownField(document: Json, keys: Keys, key: string, known: readonly string[]): Fault {
  const forms = formsAt(keys);
  const given = valueAt(document, keys);
  const rival = forms.find((form) => form !== key && isObject(given) && Object.hasOwn(given, form));
  return forms.includes(key) && rival !== undefined
    ? { keys: [...keys, key], code: "exclude-each-other", remedy: `give it or "${rival}", not both` }
    : {
        keys: [...keys, key],
        code: "unknown-field",
        remedy: `no such field is known here: correct its name or remove it${suggestion(key, known)}`,
      };
}

/** The faults of the form that was meant, told by its field; of the first when there are several, or that none was. */
function unionFaults(document: Json, issue: ZodIssue & { code: "invalid_union" }, keys: Keys): Fault[] {
  if (issue.discriminator !== undefined) {
    const options = "options" in issue ? (issue.options ?? []).map((option) => shown(option)).join(", ") : "";
    return [{ keys, code: "not-one-of", remedy: `choose one of ${options}` }];
  }
  const forms = formsAt(keys);
  const value = valueAt(document, keys);
  if (forms.length === 0) return [{ keys, code: "not-one-of", remedy: issue.message }];
  if (!isObject(value)) return [{ keys, code: "wrong-type", remedy: "write an object in braces" }];
  const form = forms.findIndex((name) => Object.hasOwn(value, name));
  return form < 0
    ? [{ keys, code: "missing", remedy: `give one of ${forms.map((name) => `"${name}"`).join(", ")}` }]
    : (issue.errors[form] ?? []).flatMap((inner) => faultsOf(document, inner, keys));
}

function formsAt(keys: Keys): readonly string[] {
  const [name, place] = keys.slice(-2);
  const forms = FORMS.get(typeof place === "number" ? String(name) : place === "price" ? place : "");
  return forms ?? [];
}

/** The stable name of a fault. */
function codeOf(issue: ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return value === undefined ? "missing" : "wrong-type";
    case "invalid_value":
      return value === undefined ? "missing" : "not-one-of";
    case "invalid_format":
      return "wrong-form";
    case "too_big":
      return issue.origin === "string" ? "too-long" : issue.origin === "array" ? "too-many" : "out-of-range";
    case "custom":
      return String(issue.params?.["code"] ?? "out-of-range");
    default:
      return "out-of-range";
  }
}

/** What to do about faults whose fields do not say it themselves; for unknown fields, which are known. */
function usualRemedy(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape).join(" ") : "";
    case "invalid_value":
      return issue.values.length === 1
        ? `write ${shown(issue.values[0])}`
        : `choose one of ${issue.values.map((value) => shown(value)).join(", ")}`;
    case "invalid_type":
      if (issue.expected === "array") return "write a list in square brackets";
      if (issue.expected === "boolean") return "write true or false, without quotation marks";
      return issue.expected === "object" || issue.expected === "record"
        ? "write an object in braces"
        : `write a value of the type ${issue.expected}`;
    case "too_big":
      return `keep it to ${issue.maximum}`;
    default:
      return "correct it";
  }
}
