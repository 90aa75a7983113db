import type { Priorities, PriorityLine } from "../../../scenarios/model/scenario";

const line = (id: string, benefit: string, costs: PriorityLine["levels"][number]["costs"]): PriorityLine => ({
  id,
  name: id,
  levels: [{ id: "whole", costs, benefit }],
});

/** £80,000 of general money beside a ring-fenced grant of £40,000. */
export const GENERAL_AND_GRANT: Priorities = {
  criteria: [],
  budgets: [
    { id: "grant", name: "Grant", amount: "40000.00" },
    { id: "general", name: "General fund", amount: "80000.00" },
  ],
  lines: [
    line("refuge", "10", { general: "60000.00" }),
    line("helpline", "6", { general: "30000.00" }),
    line("housing", "9", { grant: "50000.00" }),
    line("advice", "5", { general: "10000.00", grant: "20000.00" }),
  ],
};
