import { apportion } from "../calculate/apportion";
import { removeElement } from "../document/remove-element";
import {
  type FinancialYear,
  type FinancialYearText,
  firstDayOf,
  formatDay,
  formatFinancialYear,
  lastDayOf,
  parseMonth,
} from "../model/calendar";
import { freeId, type Id } from "../model/identifiers";
import { formatMoney, type MoneyText, type Pence, parseMoney } from "../model/money";
import type { FundingSource, Priorities, Provision, Scenario } from "../model/scenario";
import { type Timeline, timelineOf } from "../model/timeline";
import type { Choice, Selection } from "./plan";

/** A scenario whose provisions are those of a budget plan, and what became of each line. */
export type HandOver = {
  readonly scenario: Scenario;
  /** Lines of the plan that were no provision yet, and the provision that each is now. */
  readonly added: readonly { readonly line: Id; readonly provision: Id; readonly cost: Pence }[];
  /** Lines of the plan whose provision stays as it is, at its own price. */
  readonly kept: readonly { readonly line: Id; readonly provision: Id }[];
  /** Lines left out whose provision goes, with what else had to change for that. */
  readonly removed: readonly {
    readonly line: Id;
    readonly provision: Id;
    readonly alsoChanged: readonly string[];
  }[];
};

/**
 * Makes provisions of the chosen lines of a plan (rules §9 to §2): a line that names a provision keeps it, at its own
 * price; every other becomes a new one over the whole horizon, in the areas of the line, or in all. The provision of a
 * line that is left out goes, with all that refers to it. Each budget that a new provision draws on becomes a funding
 * source for just these, if the scenario has none of that id.
 *
 * Money of a budget that is named after a financial year of the horizon (its id or name holds "2021/22" or "2021-22")
 * falls in that year; any other is spread over the years by their months, by largest remainder: the new provisions
 * cost, over the horizon, what their lines cost in the plan, to the penny.
 */
export function handOverPlan(scenario: Scenario, plan: Pick<Selection, "chosen">): HandOver {
  const { priorities } = scenario;
  if (priorities === undefined) throw new Error(`${scenario.id} has no priorities`);
  const context = { scenario, priorities, timeline: timelineOf(scenario.horizon) };
  const levels = new Map(plan.chosen.map(({ line, level }) => [line, level]));

  const taken = takeOut(scenario, leftOut(scenario, priorities, levels));
  const kept = priorities.lines.flatMap(({ id, provision }) =>
    levels.has(id) && isThere(scenario, provision) ? [{ line: id, provision: provision as Id }] : [],
  );
  const newLines = plan.chosen.filter(({ line }) => !kept.some((one) => one.line === line));
  const ids = freeIds(
    newLines.map(({ line }) => line),
    scenario.provisions.map(({ id }) => id),
  );
  const made = newLines.map((choice, place) => provisionOf(context, choice, ids[place] as Id));
  const sources = newSources(context, made);
  return {
    scenario: {
      ...taken.scenario,
      provisions: [...taken.scenario.provisions, ...made.map(({ provision }) => provision)],
      ...(sources.length === 0
        ? {}
        : { fundingSources: [...(taken.scenario.fundingSources ?? []), ...sources] }),
      priorities: {
        ...(taken.scenario.priorities ?? priorities),
        lines: (taken.scenario.priorities ?? priorities).lines.map((line) => {
          const own = made.find(({ choice }) => choice.line === line.id);
          return own === undefined ? line : { ...line, provision: own.provision.id };
        }),
      },
    },
    added: made.map(({ choice, provision, cost }) => ({ line: choice.line, provision: provision.id, cost })),
    kept,
    removed: taken.removed,
  };
}

type Context = {
  readonly scenario: Scenario;
  readonly priorities: Priorities;
  readonly timeline: Timeline;
};

const isThere = ({ provisions }: Scenario, id: Id | undefined): boolean =>
  id !== undefined && provisions.some((provision) => provision.id === id);

/** Lines left out with a provision that no chosen line needs. */
function leftOut(scenario: Scenario, priorities: Priorities, levels: ReadonlyMap<Id, Id>) {
  const needed = new Set(
    priorities.lines.filter(({ id }) => levels.has(id)).map(({ provision }) => provision),
  );
  return priorities.lines.flatMap(({ id, provision }) =>
    !levels.has(id) && provision !== undefined && isThere(scenario, provision) && !needed.has(provision)
      ? [{ line: id, provision }]
      : [],
  );
}

function takeOut(
  scenario: Scenario,
  lines: readonly { readonly line: Id; readonly provision: Id }[],
): Pick<HandOver, "scenario" | "removed"> {
  let remaining = scenario;
  const removed = lines.map(({ line, provision }) => {
    const removal = removeElement(remaining, `/provisions/${provision}`);
    if (removal !== null) remaining = removal.document as unknown as Scenario;
    return { line, provision, alsoChanged: (removal?.referrers ?? []).map(({ words }) => words) };
  });
  return { scenario: remaining, removed };
}

type Made = {
  readonly choice: Choice;
  readonly provision: Provision;
  readonly cost: Pence;
  readonly budgets: readonly Id[];
};

function provisionOf({ scenario, priorities, timeline }: Context, choice: Choice, id: Id): Made {
  const line = priorities.lines.find((one) => one.id === choice.line);
  const level = line?.levels.find((one) => one.id === choice.level);
  if (line === undefined || level === undefined) throw new Error(`no line ${choice.line} ${choice.level}`);
  const costs = priorities.budgets.flatMap(({ id: budget, name }) => {
    const amount = level.costs[budget];
    return amount === undefined ? [] : [{ budget, name, amount: parseMoney(amount) }];
  });
  const schedule = timeline.years.map(() => 0n);
  for (const { budget, name, amount } of costs) {
    yearsOf({ timeline, budget, name }, amount).forEach((part, year) => {
      schedule[year] = (schedule[year] as Pence) + part;
    });
  }
  const levelName = line.levels.length > 1 ? ` (${level.name ?? level.id})` : "";
  return {
    choice,
    cost: schedule.reduce((sum, amount) => sum + amount, 0n),
    budgets: costs.filter(({ amount }) => amount > 0n).map(({ budget }) => budget),
    provision: {
      id,
      name: `${line.name}${levelName}`,
      kind: "lot",
      activities: [],
      areas:
        line.areas === undefined || line.areas.length === 0
          ? scenario.areas.map((area) => area.id)
          : line.areas,
      start: formatDay(firstDayOf(parseMonth(scenario.horizon.start))),
      end: formatDay(lastDayOf(parseMonth(scenario.horizon.end))),
      certainty: "planned",
      price: { schedule: byYear(timeline, schedule) },
    },
  };
}

/** A budget's money by year of the horizon: all in the year after which it is named, else by the months of each year. */
function yearsOf(
  { timeline, budget, name }: { readonly timeline: Timeline; readonly budget: Id; readonly name: string },
  amount: Pence,
): Pence[] {
  const named = timeline.years.findIndex((year) => isNamedAfter(year, `${budget} ${name}`));
  if (named >= 0) return timeline.years.map((_, year) => (year === named ? amount : 0n));
  const months = timeline.years.map((_, year) =>
    BigInt(timeline.yearPlaceOfMonth.filter((place) => place === year).length),
  );
  return apportion(amount, months);
}

function isNamedAfter(year: FinancialYear, words: string): boolean {
  const text = formatFinancialYear(year);
  return words.includes(text) || words.includes(text.replace("/", "-"));
}

function byYear(timeline: Timeline, amounts: readonly Pence[]): Record<FinancialYearText, MoneyText> {
  return Object.fromEntries(
    timeline.years.map((year, place) => [formatFinancialYear(year), formatMoney(amounts[place] as Pence)]),
  );
}

/** The owner of a budget is not said: it is put down to who leads, and can be changed. */
function newSources({ scenario, priorities, timeline }: Context, made: readonly Made[]): FundingSource[] {
  const known = new Set((scenario.fundingSources ?? []).map(({ id }) => id));
  const owner =
    scenario.organisations.find(({ kind }) => kind === "lead-commissioner") ?? scenario.organisations[0];
  if (owner === undefined) return [];
  return priorities.budgets.flatMap(({ id, name, amount }): FundingSource[] => {
    const provisions = made
      .filter(({ budgets }) => budgets.includes(id))
      .map(({ provision }) => provision.id);
    if (known.has(id) || provisions.length === 0) return [];
    const amounts = byYear(timeline, yearsOf({ timeline, budget: id, name }, parseMoney(amount)));
    return [{ id, name, owner: owner.id, certainty: "indicative", amounts, onlyFor: { provisions } }];
  });
}

/** Each id as it is, or with the first number from 2 that nobody has. */
function freeIds(wanted: readonly Id[], taken: readonly Id[]): Id[] {
  const used = [...taken];
  return wanted.map((id) => {
    const free = freeId(id, used);
    used.push(free);
    return free;
  });
}
