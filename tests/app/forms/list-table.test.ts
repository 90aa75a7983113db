import { expect, test } from "vitest";
import { gridLists, listCells } from "../../../app/forms/list-table";
import { EVALUATED_EXAMPLES, exampleScenario } from "../../support/evaluated-example";

test.each(EVALUATED_EXAMPLES)(
  "in the grids of %s every choice has words, also in a row that is added",
  (file) => {
    const scenario = exampleScenario(file);
    for (const list of gridLists(scenario)) {
      for (const fields of Object.values(listCells(scenario, list))) {
        for (const { name, choices = [] } of Object.values(fields)) {
          for (const { words } of choices) expect([name, typeof words]).toEqual([name, "string"]);
        }
      }
    }
  },
);
