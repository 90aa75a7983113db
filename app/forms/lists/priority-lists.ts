import type { ListRule } from "../lists";

/** Lines, budgets and criteria of the priorities. */
export const PRIORITY_LISTS: readonly ListRule[] = [
  {
    pattern: "/priorities/lines/*",
    one: "line",
    page: "priorities/lines",
    fields: () => [
      "name",
      "objective",
      "areas",
      "mustFund",
      "mustFundReason",
      "mustNot",
      "requires",
      "excludes",
      "lagMonths",
    ],
    // A line has at least one level, with points on every criterion: they are filled in on the form of the line.
    blank: ({ priorities }) => ({
      levels: [
        {
          id: "whole",
          costs: Object.fromEntries((priorities?.budgets ?? []).slice(0, 1).map(({ id }) => [id, "0.00"])),
          scores: Object.fromEntries((priorities?.criteria ?? []).map(({ id }) => [id, "0"])),
        },
      ],
    }),
    grid: {
      id: "edit-priority-lines",
      title: "Lines",
      note: "A new line starts at no cost and no points: open it to enter its cost, its points and the people that it reaches.",
      empty: "No line is entered. Enter what could be funded; each line then gets its cost and its points.",
    },
  },
  {
    pattern: "/priorities/budgets/*",
    one: "budget",
    page: "priorities/lines",
    fields: () => ["name", "amount"],
    blank: () => ({ amount: "0.00" }),
    grid: {
      id: "edit-priority-budgets",
      title: "Budgets",
      note: "A line draws on a budget once a cost is entered for it on the form of the line.",
      empty: "No budget is entered, so no line can be paid for. Enter the money that there is.",
    },
  },
];
