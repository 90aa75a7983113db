import { planPartOfPath } from "../../scenarios/compare-scenarios";
import type { CompareFormProps } from "../components/compare/compare-form";
import type { ShownComparison } from "../components/compare/comparison-table";
import type { WhyProps } from "../components/compare/why";
import {
  type Comparison,
  type ComparisonRow,
  differenceWords,
  FAULTY,
  GROUP_WORDS,
  groupedRows,
  planIn,
} from "../reports/comparison/comparison";
import { BETTER_WORDS } from "../reports/comparison/tables";
import type { GroupedChange } from "../reports/comparison/changes";
import { partsInOrder, partsWords } from "../reports/comparison/plan-waterfall";
import { amountWords, CHANGE_GROUP_WORDS, groupsInOrder, kindOf } from "../reports/comparison/waterfall";
import { addressOfMeasure } from "../reports/comparison/explained";
import { formatCell, formatDateWords } from "../reports/format-table";
import { cellValue } from "../reports/report-table";
import type { HistoryEntry, ScenarioPick } from "../services/services";
import { type CompareQuery, compareSearch, pickKey, type QueryFault, SORT_ORDERS } from "./compare-query";
import { waterfallFigure } from "./comparison-figures";
import type { LoadedComparison, Why } from "./comparison-route";
import { scenarioHref } from "./scenario-route";
import { explainHref } from "./shown-table";

/** The form of a comparison, filled as the address says. */
export function formOf({ plan, query, comparison, compared }: LoadedComparison): CompareFormProps {
  const earlier = query.picks.flatMap((pick, place) =>
    pick.revision === null
      ? []
      : [{ value: pickKey(pick), text: `${compared[place]?.name ?? ""}, revision ${pick.revision}` }],
  );
  const scenarios = [...plan.scenarios.map(({ id, name }) => ({ value: id, text: name })), ...earlier];
  return {
    scenarios: scenarios.map((item) => ({
      ...item,
      ...(isFaulty(comparison, item.value) ? { hint: "Has faults: open it to see them." } : {}),
    })),
    chosen: query.picks.map(pickKey),
    references: scenarios,
    reference: query.picks[0] === undefined ? "" : pickKey(query.picks[0]),
    orders: SORT_ORDERS,
    order: query.sort,
    hideEqual: query.hideEqual,
    errors: {
      scenario: faultAt(query, "scenario"),
      reference: faultAt(query, "reference"),
      sort: faultAt(query, "sort"),
    },
  };
}

const faultAt = ({ faults }: CompareQuery, at: QueryFault["field"]): string | undefined =>
  faults.find(({ field }) => field === at)?.text;

const isFaulty = (comparison: Comparison | null, key: string): boolean =>
  comparison?.columns.some((column) => column.key === key && column.evaluation === null) === true;

/** Where each fault of the address can be mended. */
export function faultLinks(faults: readonly QueryFault[]) {
  return faults.map(({ field, text }) => ({ text, href: field === "why" ? "#rows" : `#${field}` }));
}

/** Scenarios that have no figures, in a sentence each. */
export function faultySentences({ columns }: Comparison): readonly string[] {
  return columns
    .filter(({ evaluation }) => evaluation === null)
    .map(
      ({ name }) =>
        `“${name}” has faults, so it has no figures: its column reads “${FAULTY}”. Open the scenario to see what to mend.`,
    );
}

/** What a reader has to know of the plans: none obeys the rules, one is not proved, or not worked out yet. */
export function planSentencesOf({ columns }: Comparison): readonly string[] {
  return columns.flatMap((column) => {
    const { name, prioritised } = column;
    if (prioritised === "under-way")
      return [`The best plan of “${name}” is not worked out yet: its page Priorities says how far it is.`];
    const status = planIn(column)?.plan.status;
    if (status === "infeasible") return [`In “${name}” no plan obeys all the rules.`];
    if (status === "not-proved")
      return [
        `The plan of “${name}” is the best that was found: it is not proved that no other brings more.`,
      ];
    return [];
  });
}

/** The rows by subject, each cell with its figure, its difference and the way to why. */
export function tablesOf(
  comparison: Comparison,
  query: CompareQuery,
  plan: string,
): readonly ShownComparison[] {
  const columns = comparison.columns.map(({ key, name }) => ({ key, name }));
  return groupedRows(comparison, query).map(({ group, rows }) => ({
    id: `rows-${group}`,
    title: GROUP_WORDS[group],
    columns,
    isEqual: rows.every(({ isEqual }) => isEqual),
    rows: rows.map((row) => shownRow(row, comparison, { query, plan })),
  }));
}

type Asked = { readonly query: CompareQuery; readonly plan: string };

function shownRow({ measure, cells }: ComparisonRow, { columns }: Comparison, { query, plan }: Asked) {
  const kind = kindOf(measure);
  const address = addressOfMeasure(measure);
  const explained = (place: number): string | null => {
    const pick = query.picks[place];
    // Only a scenario as it stands has pages that explain it; where there is no figure, there is nothing to explain.
    if (address === null || pick === undefined || pick.revision !== null) return null;
    return explainHref(scenarioHref({ plan, scenario: pick.scenario }), address);
  };
  return {
    id: measure.id,
    name: measure.name,
    remark: [
      ...(measure.unit === "£" ? [] : [measure.unit]),
      ...(measure.betterWhen === null ? [] : [`${BETTER_WORDS[measure.betterWhen].toLowerCase()} is better`]),
    ].join(", "),
    cells: cells.map((cell, place) => {
      const differs = cell.difference !== null && Number(cell.difference) !== 0;
      const why = { measure: measure.id, scenario: columns[place]?.key ?? "" };
      return {
        value: formatCell(cell.value, kind),
        explainHref: cellValue(cell.value) === null ? null : explained(place),
        difference: differenceWords(cell, measure),
        verdict: cell.verdict,
        whyHref: differs ? `${compareSearch({ ...query, why })}#why` : null,
      };
    }),
  };
}

/** The explanation that is open: the waterfall, and the changed inputs of each group. */
export function whyProps(why: Why, query: CompareQuery, downloadHref: string): WhyProps {
  const { waterfall, first, second } = why;
  const names = { first: first.name, second: second.name };
  return {
    title: `Why: ${why.measure} in “${second.name}” against “${first.name}”`,
    figure: waterfall === null ? null : { ...waterfallFigure(waterfall, names), downloadHref },
    instead: INSTEAD[why.noWaterfall ?? "none"],
    groups: groupsOf(why).flatMap(({ id, name, has }) => {
      const own = why.changes.filter(has);
      const step = waterfall?.steps.find((one) => one.id === id);
      if (own.length === 0) return [];
      return [
        {
          id,
          name,
          effect: `${effectWords(waterfall, step?.amount ?? 0n)} ${own.length} ${own.length === 1 ? "change" : "changes"}`,
          open: step !== undefined,
          changes: own.map(({ about, from, to }) => ({ about, from, to })),
        },
      ];
    }),
    closeHref: compareSearch({ ...query, why: null }),
  };
}

type ShownGroup = {
  readonly id: string;
  readonly name: string;
  readonly has: (change: GroupedChange) => boolean;
};

/** The groups of changes, those with a step first. On a plan nothing acts but what is entered for it. */
function groupsOf({ waterfall, isOfPlans }: Why): readonly ShownGroup[] {
  const steps = waterfall?.steps ?? [];
  if (!isOfPlans)
    return groupsInOrder(steps).map((group) => ({
      id: group,
      name: CHANGE_GROUP_WORDS[group],
      has: (change) => change.group === group,
    }));
  return [
    ...partsInOrder(steps).map((parts) => ({
      id: parts.join("-"),
      name: partsWords(parts),
      has: ({ path }: GroupedChange) => parts.some((part) => part === planPartOfPath(path)),
    })),
    { id: "other", name: CHANGE_GROUP_WORDS.other, has: ({ path }) => planPartOfPath(path) === null },
  ];
}

const INSTEAD = {
  none: null,
  "not-explained":
    "There is a waterfall for the cost, for what is unfunded, for each contribution, for those who wait and for plans of priorities. For this row, all changed inputs are listed.",
  "no-mix":
    "A waterfall mixes the two scenarios group by group. One such mix cannot be worked out, because the bounds of a contribution could not be met in it. The changed inputs are listed all the same.",
} as const;

function effectWords(waterfall: Why["waterfall"], amount: bigint): string {
  if (waterfall === null) return "";
  if (amount === 0n) return "no effect on this figure,";
  const words = amountWords(waterfall.measure, amount);
  const unit = waterfall.measure.unit === "£" ? "" : ` ${waterfall.measure.unit}`;
  return `${amount > 0n ? "+" : ""}${words}${unit},`;
}

const MOST_REVISIONS = 10;

/** A scenario's earlier revisions, each with the address that compares it with the scenario as it stands. */
export function earlierRevisions(
  { scenario }: Pick<ScenarioPick, "scenario">,
  history: readonly HistoryEntry[],
): readonly { readonly href: string; readonly text: string }[] {
  return history.slice(1, 1 + MOST_REVISIONS).map(({ number, changeName, createdAt }) => ({
    text: `Revision ${number}, ${formatDateWords(createdAt.slice(0, 10))}: ${changeName}`,
    href: compareSearch({
      picks: [
        { scenario, revision: number },
        { scenario, revision: null },
      ],
      hideEqual: true,
      sort: "group",
      why: null,
    }),
  }));
}
