import { beforeAll, describe, expect, it } from "vitest";
import { formatTable } from "../../../app/reports/format-table";
import { type Prioritised, prioritised } from "../../../app/reports/priorities";
import {
  buildAllLessTable,
  buildFrontierTable,
  buildSavingsTable,
  frontierSentence,
  movedBy,
} from "../../../app/reports/priorities-frontier";
import { prioritiesTables } from "../../../app/reports/priorities-tables";
import { whyWords } from "../../../app/reports/priorities-why";
import type { ReportTable } from "../../../app/reports/report-table";
import { withFrontier, workOutFrontier } from "../../../scenarios/optimise/budget-frontier";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { loadSolver } from "../../../scenarios/optimise/solver";
import { GENERAL_AND_GRANT } from "../../scenarios/optimise/general-and-grant";
import { scenarioWith } from "../../support/scenarios";

async function moving(budget: string): Promise<Prioritised> {
  const scenario = scenarioWith({ priorities: GENERAL_AND_GRANT });
  const work = workOutFrontier(GENERAL_AND_GRANT, budget, await loadSolver());
  let step = work.next();
  while (step.done !== true) step = work.next();
  return prioritised(scenario, withFrontier(await prioritise(scenario), GENERAL_AND_GRANT, step.value));
}

const rowsOf = (table: ReportTable | null): readonly string[] =>
  (table === null ? [] : formatTable(table).rows).map(({ cells }) =>
    cells.map(({ text }) => text).join(" | "),
  );

function why(view: Prioritised, id: string): string {
  const line = view.priorities.lines.find((one) => one.id === id);
  return line === undefined ? "" : whyWords(view, line);
}

describe("a general fund that moves beside a grant that is held", () => {
  let view: Prioritised;
  beforeAll(async () => {
    view = await moving("general");
  });

  it("has its frontier, where the present amount is marked, and says which budget is meant", () => {
    const table = buildFrontierTable(view);
    expect(table.title).toBe("What each amount of General fund buys");
    expect(rowsOf(table).filter((row) => row.includes("the present plan"))).toEqual([
      "£70,000.00, the present plan | 2 | 15.00 | refuge | helpline | –",
    ]);
    expect(frontierSentence(view)).toContain("The present £80,000.00 of it bring 15.00 from 2 lines.");
  });

  it("says of a line left out how much more of it brings it in, or that none does", () => {
    expect(why(view, "helpline")).toBe(
      "Within these budgets other lines bring more. Comes in with £10,000.00 more of General fund, at £90,000.00.",
    );
    expect(why(view, "housing")).toContain("No amount of General fund, however large, brings it in");
  });

  it("says what 5, 10 and 20 % less of it would lose, and what less of every budget would", () => {
    expect(rowsOf(buildSavingsTable(view))).toEqual([
      "5 % less | £76,000.00 | £70,000.00 | 15.00 | 0.00% | – | – | –",
      "10 % less | £72,000.00 | £70,000.00 | 15.00 | 0.00% | – | – | –",
      "20 % less | £64,000.00 | £40,000.00 | 11.00 | 26.67% | helpline | refuge | –",
    ]);
    expect(rowsOf(buildAllLessTable(view))).toEqual([
      "5 % less | £114,000.00 | £90,000.00 | 15.00 | 0.00% | – | – | –",
      "10 % less | £108,000.00 | £90,000.00 | 15.00 | 0.00% | – | – | –",
      "20 % less | £96,000.00 | £60,000.00 | 11.00 | 26.67% | helpline | refuge | –",
    ]);
  });

  it("names in each file's address the budget that moves in it", () => {
    const ids = prioritiesTables(view).map(({ id }) => id);
    expect(ids.filter((id) => movedBy(view, id) !== null)).toEqual([
      "priorities-frontier-general",
      "priorities-savings-general",
      "priorities-all-less",
    ]);
    expect([movedBy(view, "priorities-savings-grant"), movedBy(view, "priorities-lines")]).toEqual([
      "grant",
      null,
    ]);
  });
});
