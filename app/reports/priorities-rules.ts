import { parseMoney } from "../../scenarios/model/money";
import type { WayOut } from "../../scenarios/optimise/plan";
import type { EquityRule, Rule } from "../../scenarios/optimise/problem";
import type { Rational } from "../../scenarios/model/rational";
import { formatPounds } from "./format-table";
import { joinWords, namesOf } from "./names";
import { formatBenefit, lineName, lineOf, linesWords, type Prioritised } from "./priorities";
import type { ReportTable } from "./report-table";

/** A rule of the prioritisation in words: "Refuge support must be funded: statutory duty". */
export function ruleWords(view: Prioritised, path: string): string {
  const { priorities } = view;
  const rule = ruleAt(view, path);
  const name = (place: number): string => `“${priorities.lines[place]?.name ?? place}”`;
  switch (rule.kind) {
    case "budget": {
      const budget = priorities.budgets[rule.budget];
      return `The budget “${budget?.name ?? ""}” is ${formatPounds(parseMoney(budget?.amount ?? "0"))}`;
    }
    case "must-fund": {
      const reason = priorities.lines[rule.line]?.mustFundReason;
      return `${name(rule.line)} must be funded${reason === undefined ? "" : `: ${reason}`}`;
    }
    case "must-not":
      return `${name(rule.line)} must not be funded`;
    case "requires":
      return `${name(rule.line)} requires ${name(rule.other)}`;
    case "excludes":
      return `${name(rule.line)} and ${name(rule.other)} exclude each other`;
    case "equity":
      return equityWords(view, rule);
  }
}

export function ruleAt({ problem }: Pick<Prioritised, "problem">, path: string): Rule {
  const rule = problem.rules.find((one) => one.path === path);
  if (rule === undefined) throw new Error(`no such rule: ${path}`);
  return rule;
}

export function equityAreas({ scenario, priorities }: Prioritised, { path }: EquityRule): string {
  const place = Number(path.split("/").at(-1));
  return joinWords((priorities.equity?.[place]?.areas ?? []).map(namesOf(scenario).area));
}

function equityWords(view: Prioritised, rule: EquityRule): string {
  const areas = equityAreas(view, rule);
  return `At least ${leastWords(rule)} for ${areas}`;
}

/** "2 lines and a benefit of 60.00" */
export function leastWords({
  minimumLines,
  minimumBenefit,
}: Pick<EquityRule, "minimumLines" | "minimumBenefit">): string {
  return joinWords([
    ...(minimumLines === null ? [] : [linesWords(minimumLines)]),
    ...(minimumBenefit === null ? [] : [`a benefit of ${formatBenefit(roundDown(minimumBenefit))}`]),
  ]);
}

/** To the hundredth at or below it: a least benefit that a plan is to reach is never rounded up beyond it. */
export const roundDown = (benefit: Rational): Rational => benefit.floor(2);

/** The field in which a rule is written: the form that has it, and the name of its input there. */
export function ruleField(
  view: Prioritised,
  path: string,
): { readonly page: string; readonly field: string } {
  const rule = ruleAt(view, path);
  if (rule.kind === "budget") return { page: `edit${path}`, field: `${path}/amount` };
  if (rule.kind === "equity") {
    const field = rule.minimumLines === null ? "minimumBenefit" : "minimumLines";
    return { page: `edit${path}`, field: `${path}/${field}` };
  }
  const line = view.problem.lines[rule.line]?.id ?? "";
  const isList = rule.kind === "requires" || rule.kind === "excludes";
  return { page: `priorities/lines/${line}`, field: isList ? path.slice(0, path.lastIndexOf("/")) : path };
}

/** What could be done about one rule of a conflict, the others as they are. */
export function wayOutWords(wayOut: WayOut): string {
  if (!wayOut.enough)
    return "To change this rule alone is not enough: others, not listed here, stand against it too.";
  switch (wayOut.way) {
    case "raise":
      return `Raise it to ${formatPounds(wayOut.to)}, which is ${formatPounds(wayOut.by)} more.`;
    case "lower": {
      return `Lower it to at least ${leastWords(wayOut)}.`;
    }
    case "drop":
      return "Drop it.";
  }
}

/** The smallest set of rules that no plan obeys together, each with its cheapest way out. */
export function buildConflictTable(view: Prioritised): ReportTable {
  const ways = new Map(view.plan.waysOut.map((wayOut) => [wayOut.rule, wayOut]));
  return {
    id: "priorities-conflict",
    title: "The rules that conflict",
    note: "No plan obeys all of these together, and without any one of them the others could be obeyed. For each: the least change of it alone with which a plan obeys every rule, also those that are not listed.",
    columns: [
      { id: "rule", label: "Rule", kind: "text" },
      { id: "way-out", label: "Way out", kind: "text" },
    ],
    rows: view.plan.conflict.map((path) => {
      const wayOut = ways.get(path);
      return {
        id: path,
        cells: [ruleWords(view, path), wayOut === undefined ? "Not worked out." : wayOutWords(wayOut)],
        tone: "bad",
      };
    }),
  };
}

/** What is agreed about single lines: must they be funded and why, what they need, when their benefit comes. */
export function buildLineRulesTable(view: Prioritised): ReportTable {
  const { lines } = view.priorities;
  const names = (ids: readonly string[] = []): string => joinWords(ids.map((id) => lineName(view, id)));
  const withRules = lines.filter(
    ({ mustFund, mustNot, requires = [], excludes = [], lagMonths }) =>
      mustFund === true ||
      mustNot === true ||
      requires.length + excludes.length > 0 ||
      lagMonths !== undefined,
  );
  return {
    id: "priorities-rules",
    title: "What is agreed about lines",
    note: "A line that must be funded says why, such as a statutory duty. A line whose benefit comes later counts in full: the months say when to expect it.",
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "must", label: "Must or must not be funded", kind: "text" },
      { id: "requires", label: "Requires", kind: "text" },
      { id: "excludes", label: "Excludes", kind: "text" },
      { id: "lag", label: "Benefit comes after (months)", kind: "whole" },
    ],
    rows: withRules.map(({ id, name, requires, excludes, lagMonths }) => ({
      id,
      cells: [
        name,
        mustCell(lineOf(view, id)),
        names(requires) || null,
        names(excludes) || null,
        lagMonths ?? null,
      ],
    })),
  };
}

function mustCell({ mustFund, mustNot, mustFundReason }: ReturnType<typeof lineOf>) {
  if (mustNot === true) return "Must not be funded";
  if (mustFund !== true) return null;
  if (mustFundReason !== undefined) return `Must be funded: ${mustFundReason}`;
  const words = "Must be funded; no reason is given";
  return { value: words, words, tone: "warn" as const };
}
