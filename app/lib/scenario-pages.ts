/** The pages of a scenario, in the order of its navigation: the last part of the address, and the words. */
export const SCENARIO_PAGES: readonly { readonly path: string; readonly text: string }[] = [
  { path: "", text: "Overview" },
  { path: "lots", text: "Lots" },
  { path: "contributions", text: "Contributions" },
  { path: "transition", text: "Transition" },
  { path: "capacity", text: "Capacity and demand" },
  { path: "funding", text: "Funding" },
  { path: "priorities", text: "Priorities" },
  { path: "strategy", text: "Strategy" },
  { path: "risks", text: "Risks" },
  { path: "data", text: "Data" },
  { path: "history", text: "History" },
];

/** Pages that one of these leads to: they stand in its address, not in the navigation. */
export const PAGES_BELOW: typeof SCENARIO_PAGES = [
  { path: "settings", text: "Settings" },
  { path: "base", text: "Changes against the base" },
  { path: "base/stack", text: "Changes on top of another scenario" },
  { path: "history/compare", text: "Compare two revisions" },
  { path: "undo", text: "Undo" },
  { path: "lot-structure", text: "Lot structure" },
  { path: "lot-structure/edit", text: "Services and money" },
  { path: "lot-structure/choose", text: "Choose the lots" },
  { path: "whole-posts", text: "Sharing out whole posts" },
  { path: "funding/order", text: "Who draws on the sources first" },
  { path: "capacity/trajectory", text: "Shorter waits" },
  { path: "priorities/way-out", text: "A way out" },
  { path: "capacity/telephone", text: "Staffing a telephone line" },
];

/** The pages of a prioritisation, in the order in which it is made and used. */
export const PRIORITY_PAGES: typeof SCENARIO_PAGES = [
  { path: "priorities", text: "The plan" },
  { path: "priorities/lines", text: "Lines" },
  { path: "priorities/scores", text: "Costs and points" },
  { path: "priorities/criteria", text: "Criteria and weights" },
  { path: "priorities/budgets", text: "Budgets and fairness" },
  { path: "priorities/panel", text: "Panel" },
  { path: "priorities/sensitivity", text: "How sure is the plan?" },
  { path: "priorities/record", text: "Decision record" },
  { path: "priorities/hand-over", text: "Hand over" },
];
