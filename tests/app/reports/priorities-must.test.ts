import { describe, expect, it } from "vitest";
import { formatTable } from "../../../app/reports/format-table";
import { prioritised } from "../../../app/reports/priorities";
import { buildMustTable } from "../../../app/reports/priorities-must";
import type { Priorities, Scenario } from "../../../scenarios/model/scenario";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { exampleScenario } from "../../support/evaluated-example";

async function rowsOf(scenario: Scenario): Promise<readonly (readonly string[])[] | null> {
  const table = buildMustTable(prioritised(scenario, await prioritise(scenario)));
  if (table === null) return null;
  const { rows, total } = formatTable(table);
  return [...rows, ...(total === undefined ? [] : [total])].map(({ cells }) => cells.map(({ text }) => text));
}

function prioritiesOf({ priorities }: Scenario): Priorities {
  if (priorities === undefined) throw new Error("there are no priorities");
  return priorities;
}

const durham = exampleScenario("durham-2020-100.json");

describe("what must be funded, and what is free to choose", () => {
  it("foots: what must be funded and what is free are the cost and the benefit of the plan", async () => {
    expect(await rowsOf(durham)).toEqual([
      [
        "Specialist domestic abuse service",
        "Yes: Its contract, let for both areas, runs to March 2022 (invented for this example)",
        "–",
        "£410,000.00",
        "£480,000.00",
        "43.20%",
        "71.50",
      ],
      [
        "Operation Encompass",
        "Yes: An agreed priority, to be developed further (progress report, paragraph 21 c)",
        ...["–", "£45,000.00", "£45,000.00", "4.05%", "72.25"],
      ],
      ["Free to choose", "12 of 13 lines funded", "–", "–", "£586,000.00", "52.75%", "665.50"],
      ["Best plan", "", "", "", "£1,111,000.00", "", "809.25"],
    ]);
  });

  it("names the statutory duty of a line that stands for a provision, also where it need not be funded", async () => {
    const priorities = prioritiesOf(durham);
    const s1 = exampleScenario("llr-2015-s1.json");
    const [provision] = s1.provisions;
    if (provision === undefined) throw new Error("S1 has provisions");
    const [served] = provision.activities;
    const scenario: Scenario = {
      ...durham,
      activities: s1.activities.map((activity) => ({ ...activity, statutory: activity.id === served })),
      provisions: [provision],
      priorities: {
        ...priorities,
        lines: priorities.lines.map(({ mustFund: _, ...line }) =>
          line.id === "training" ? { ...line, provision: provision.id } : line,
        ),
      },
    };
    const [row] = (await rowsOf(scenario)) ?? [];
    const name = s1.activities.find(({ id }) => id === served)?.name ?? "";
    expect(row?.slice(0, 3)).toEqual(["Tiered workforce training", "No: the criteria decide", name]);
  });

  it("is not shown where nothing binds", async () => {
    const priorities = prioritiesOf(durham);
    const free = { ...priorities, lines: priorities.lines.map(({ mustFund: _, ...line }) => line) };
    expect(await rowsOf({ ...durham, priorities: free })).toBeNull();
  });
});
