import type { FieldRule } from "./field-rule";
import { CONTRIBUTION_RULES } from "./rules/contribution-rules";
import { DATA_RULES } from "./rules/data-rules";
import { LOT_RULES } from "./rules/lot-rules";
import { MONEY_RULES } from "./rules/money-rules";
import { PRIORITY_RULES } from "./rules/priority-rules";
import { PROVISION_RULES } from "./rules/provision-rules";
import { SCENARIO_RULES } from "./rules/scenario-rules";
import { STRATEGY_RULES } from "./rules/strategy-rules";

export const FIELD_RULES: readonly FieldRule[] = [
  ...PROVISION_RULES,
  ...CONTRIBUTION_RULES,
  ...PRIORITY_RULES,
  ...LOT_RULES,
  ...MONEY_RULES,
  ...DATA_RULES,
  ...STRATEGY_RULES,
  ...SCENARIO_RULES,
];

/** Parts that go when the last of their fields is emptied. */
export const OPTIONAL_PARTS: readonly string[] = [
  "price",
  "schedule",
  "override",
  "vat",
  "procurement",
  "directory",
  "pot",
  "share",
  "phaseIn",
  "collar",
  "historic",
  "percentByYear",
  "buyIn",
  "capacity",
  "funnel",
  "byYear",
  "onlyFor",
];
