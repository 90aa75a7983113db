import { describe, expect, test } from "vitest";
import { priorityLineForm } from "../../../app/forms/priorities-form";
import type { FieldGroup } from "../../../app/forms/field-group";
import type { PriorityLine, Scenario } from "../../../scenarios/model/scenario";
import { durhamInTwoBudgets } from "../../support/durham-in-two-budgets";
import { exampleScenario } from "../../support/evaluated-example";
import { found, omit } from "../../support/scenarios";

const durham = exampleScenario("durham-2020-90.json");

function lineOf(scenario: Scenario, id: string): PriorityLine {
  return found(scenario.priorities?.lines.find((line) => line.id === id));
}

const formOf = (scenario: Scenario, id: string): readonly FieldGroup[] =>
  priorityLineForm(scenario, lineOf(scenario, id));

const tableOf = (scenario: Scenario, id: string) =>
  found(formOf(scenario, id).find(({ table }) => table !== undefined)?.table);

describe("the form of a line has its levels side by side", () => {
  test("with a row for the name, the cost, each criterion with its weight, and the people", () => {
    const { columns, rows, explained } = tableOf(durham, "specialist-service");
    expect(columns.map(({ name }) => name)).toEqual(["Reduce", "Maintain", "Grow"]);
    expect(rows.map(({ name, remark }) => [name, remark])).toEqual([
      ["Name of the level", undefined],
      ["Cost", undefined],
      ["Prevention through early intervention and education", "Weight 20"],
      ["Effective, prompt and joined-up response", "Weight 25"],
      ["Listening to victims and survivors", "Weight 15"],
      ["Identifying those most at risk of harm", "Weight 20"],
      ["Good practice, evaluation and research", "Weight 10"],
      ["Deliverability within the year", "Weight 10"],
      ["People in a year", "Shown, not counted"],
    ]);
    expect(rows[1]?.cells.map((cell) => [cell?.label, cell?.value])).toEqual([
      ["Reduce: Cost", "410,000.00"],
      ["Maintain: Cost", "480,000.00"],
      ["Grow: Cost", "560,000.00"],
    ]);
    expect(explained?.terms[0]?.words).toBe(
      "0: no link to prevention. 100: prevents abuse before it starts, shown elsewhere.",
    );
  });

  test("every value of every line is in its form once, whatever its budgets", () => {
    for (const scenario of [durham, durhamInTwoBudgets()]) {
      const { budgets, criteria, lines } = found(scenario.priorities);
      for (const { id, levels } of lines) {
        const names = formOf(scenario, id).flatMap(({ fields }) => fields.map(({ name }) => name));
        expect(new Set(names).size).toBe(names.length);
        for (const level of levels) {
          const own = names.filter((name) => name.startsWith(`/priorities/lines/${id}/levels/${level.id}/`));
          const keys = levels.length === 1 ? ["people", "benefit"] : ["name", "people", "benefit"];
          expect(own).toHaveLength(budgets.length + criteria.length + keys.length);
        }
      }
    }
  });

  test("a level whose benefit is given has no points to fill in, and the others none instead of theirs", () => {
    const line = lineOf(durham, "training");
    const [first, ...others] = line.levels;
    const unscored = { ...omit(found(first), "scores"), benefit: "55" };
    const given: PriorityLine = { ...line, levels: [unscored, ...others] };
    const groups = priorityLineForm(durham, given);
    const rows = found(groups.find(({ table }) => table !== undefined)?.table).rows;
    const cells = (id: string) => rows.find((row) => row.id === id)?.cells.map((cell) => cell !== null);
    expect(cells("scores/early")).toEqual([false, true]);
    expect(cells("benefit")).toEqual([true, false]);
    expect(cells("people")).toEqual([true, true]);
    expect(groups.at(-1)?.fields.map(({ name }) => name)).toEqual([
      "/priorities/lines/training/levels/full/benefit",
    ]);
  });
});
