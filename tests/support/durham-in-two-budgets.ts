import type { Scenario } from "../../scenarios/model/scenario";
import { exampleScenario } from "./evaluated-example";

/** What the grant pays of a line at any level; all the rest is general money. */
const FROM_GRANT: Readonly<Record<string, number | "all">> = {
  accommodation: "all",
  "children-voice": "all",
  recovery: "all",
  "specialist-service": 40_000,
};

/** The Durham example with a ring-fenced grant of £230,000 beside £805,000 of general money. Synthetic. */
export function durhamInTwoBudgets(): Scenario {
  const scenario = exampleScenario("durham-2020-90.json");
  const { priorities } = scenario;
  if (priorities === undefined) throw new Error("no priorities");
  const lines = priorities.lines.map((line) => ({
    ...line,
    levels: line.levels.map((level) => {
      const whole = Number(level.costs["envelope"] ?? "0");
      const wanted = FROM_GRANT[line.id] ?? 0;
      const grant = wanted === "all" ? whole : wanted;
      return { ...level, costs: { general: pounds(whole - grant), grant: pounds(grant) } };
    }),
  }));
  const budgets = [
    { id: "general", name: "General fund", amount: "805000.00" },
    { id: "grant", name: "Safe accommodation grant", amount: "230000.00" },
  ];
  return {
    ...scenario,
    id: "two-budgets",
    name: "General fund and a grant",
    priorities: { ...priorities, budgets, lines },
  };
}

const pounds = (amount: number): string => amount.toFixed(2);
