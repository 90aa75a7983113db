import type { Id } from "../../scenarios/model/identifiers";
import { formatMoney } from "../../scenarios/model/money";
import type { WayOut } from "../../scenarios/optimise/plan";
import type { EquityRule } from "../../scenarios/optimise/problem";
import { isSaidBack } from "../../scenarios/optimise/ways-out";
import { formatPounds } from "../reports/format-table";
import type { Prioritised } from "../reports/priorities";
import { equityAreas, leastWords, roundDown, ruleAt } from "../reports/priorities-rules";
import { LIST_SEPARATOR } from "./read-list";
import { showValue } from "./read-value";
import type { Edit } from "./saves";

/** A way out of a conflict as the edit that takes it: what the button says, and what the history calls it. */
export type WayOutEdit = { readonly button: string; readonly change: string; readonly fields: Edit };

/** The edit that takes a way out (rules §9), such as a budget's amount; null where no change of its rule is enough. */
export function wayOutEdit(view: Prioritised, wayOut: WayOut): WayOutEdit | null {
  if (!wayOut.enough) return null;
  switch (wayOut.way) {
    case "raise":
      return raised(view, wayOut);
    case "lower":
      return lowered(view, wayOut);
    case "drop":
      return dropped(view, wayOut.rule);
  }
}

type Taken<Way extends string> = Extract<WayOut, { readonly way: Way }>;

function raised(view: Prioritised, { rule: path, to }: Taken<"raise">): WayOutEdit {
  const rule = ruleAt(view, path);
  const name = "budget" in rule ? view.priorities.budgets[rule.budget]?.name : undefined;
  return {
    button: `Raise “${name ?? ""}” to ${formatPounds(to)}`,
    change: `Raised to ${formatPounds(to)} so that a plan fits: ${name ?? ""}`,
    fields: { [`${path}/amount`]: showValue("money", formatMoney(to)) },
  };
}

function lowered(view: Prioritised, { rule: path, ...least }: Taken<"lower">): WayOutEdit {
  const rule = ruleAt(view, path) as EquityRule;
  const areas = equityAreas(view, rule);
  const { minimumLines, minimumBenefit } = least;
  return {
    button: `Ask for ${leastWords(least)} for ${areas}, not ${leastWords(rule)}`,
    change: `Lowered to at least ${leastWords(least)} so that a plan fits: ${areas}`,
    fields: {
      ...(minimumLines === null ? {} : { [`${path}/minimumLines`]: String(minimumLines) }),
      ...(minimumBenefit === null
        ? {}
        : { [`${path}/minimumBenefit`]: roundDown(minimumBenefit).toString() }),
    },
  };
}

function dropped(view: Prioritised, path: string): WayOutEdit {
  const rule = ruleAt(view, path);
  const [id, name] = "line" in rule ? lineAt(view, rule.line) : ["", ""];
  const [, other] = "other" in rule ? lineAt(view, rule.other) : ["", ""];
  switch (rule.kind) {
    case "must-fund":
      return {
        button: `Take “must be funded” off “${name}”`,
        change: `No longer must be funded, so that a plan fits: ${name}`,
        fields: { [`/priorities/lines/${id}/mustFund`]: "" },
      };
    case "must-not":
      return {
        button: `Take “must not be funded” off “${name}”`,
        change: `May be funded, so that a plan fits: ${name}`,
        fields: { [`/priorities/lines/${id}/mustNot`]: "" },
      };
    case "requires":
      return {
        button: `Let “${name}” be funded without “${other}”`,
        change: `May be funded without ${other}, so that a plan fits: ${name}`,
        fields: withoutRules(view, path),
      };
    case "excludes":
      return {
        button: `Let “${name}” and “${other}” be funded together`,
        change: `May be funded together with ${other}, so that a plan fits: ${name}`,
        fields: withoutRules(view, path),
      };
    case "budget":
    case "equity":
      throw new Error(`not a rule to drop: ${path}`);
  }
}

const lineAt = ({ problem, priorities }: Prioritised, place: number): readonly [Id, string] => [
  problem.lines[place]?.id ?? "",
  priorities.lines[place]?.name ?? "",
];

/** The lists that hold a rule about two lines, without it: both lists where two lines exclude each other. */
function withoutRules({ problem, priorities }: Prioritised, path: string): Edit {
  const rule = ruleAt({ problem }, path);
  const same = problem.rules.filter((other) => other.path === path || isSaidBack(rule, other));
  return Object.fromEntries(
    same.map((one) => {
      const [, , , line = "", list = "", id = ""] = one.path.split("/");
      const { requires = [], excludes = [] } = priorities.lines.find((each) => each.id === line) ?? {};
      const left = (list === "requires" ? requires : excludes).filter((each) => each !== id);
      return [`/priorities/lines/${line}/${list}`, left.join(LIST_SEPARATOR)];
    }),
  );
}
