import { isObject, type Json, type JsonObject } from "../../scenarios/changes/json";
import type { Operation } from "../../scenarios/changes/operation";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import type { Edit } from "./apply-edits";
import type { FieldRule } from "./field-rule";
import { valueOf } from "./fields";

/** The rule for when some decline is one value: its fields belong together, and another rule has other fields. */
const WHOLE_RULE: FieldRule = {
  path: "/contributions/*/whenSomeDecline",
  kind: "choice",
  label: "When some decline",
  absent: { rule: "fixed-share" },
};

/**
 * Puts the edits of a rule's fields together to one edit of the whole rule. The percentage and what follows it stay
 * only under a threshold, those who top up only under a fixed share.
 */
export function declineRuleEdits(scenario: Scenario, edits: readonly Edit[]): readonly Edit[] {
  const ofRules = edits.filter(
    ({ field: { rule, segments } }) => rule.path.startsWith(`${WHOLE_RULE.path}/`) && segments.length === 4,
  );
  const rounds = [...new Set(ofRules.map(({ field }) => field.segments[1] ?? ""))];
  const whole = rounds.map((round): Edit => {
    const segments = ["contributions", round, "whenSomeDecline"];
    const field = { name: `/${segments.join("/")}`, rule: WHOLE_RULE, segments };
    const ofRound = ofRules.filter((edit) => edit.field.segments[1] === round);
    return { field, value: changedRule(valueOf(scenario, field), ofRound) };
  });
  return [...whole, ...edits.filter((edit) => !ofRules.includes(edit))];
}

function changedRule(current: Json | undefined, edits: readonly Edit[]): Json {
  const before: JsonObject = isObject(current) ? current : { rule: "fixed-share" };
  const typed = edits.map(({ field, value }) => [field.segments.at(-1) ?? "", value] as const);
  const fields = { ...before, ...Object.fromEntries(typed) };
  const kept = (typeof fields["rule"] === "string" ? KEPT_BY_RULE[fields["rule"]] : undefined) ?? [];
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, Json] =>
        entry[1] !== undefined && (entry[0] === "rule" || kept.includes(entry[0])),
    ),
  );
}

const KEPT_BY_RULE: Readonly<Record<string, readonly string[]>> = {
  "fixed-share": ["toppedUpBy"],
  threshold: ["percent", "then"],
};

/**
 * Operations inside a rule, or inside the lots that are chosen, as one of the whole: two people's edits of its parts are
 * not put together.
 */
export function wholeRuleOperations(operations: readonly Operation[], after: Json): readonly Operation[] {
  const rounds = new Set(operations.flatMap(({ path }) => INSIDE_RULE.exec(path)?.[1] ?? []));
  const whole = [...rounds].map((path): Operation => {
    const keys = resolvePointer(after, path);
    return { op: "replace", path, value: (keys === null ? null : valueAt(after, keys)) as Json };
  });
  return [...operations.filter(({ path }) => !INSIDE_RULE.test(path)), ...whole];
}

const INSIDE_RULE = /^(\/contributions\/[^/]+\/whenSomeDecline|\/lotStructure\/chosen)\//;

/** Those who top up what is missing under the present rule, and would no longer under another. */
export function dropsTopUps(before: Json | undefined, after: Json | undefined): boolean {
  return hasTopUps(before) && !hasTopUps(after);
}

function hasTopUps(rule: Json | undefined): boolean {
  return isObject(rule) && Array.isArray(rule["toppedUpBy"]) && rule["toppedUpBy"].length > 0;
}
