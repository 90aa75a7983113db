import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { action as saveChanges } from "../../../app/routes/plans.$plan.scenarios.$scenario.changes";
import { loader } from "../../../app/routes/plans.$plan.scenarios.$scenario.explain.$";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeEach(async () => {
  planner = await openPlanner();
});
afterEach(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const HREF = "/plans/llr-2015/scenarios/llr-2015-s1";
const explain = (path: string) => loader(planner.ask({ ...S1, "*": path }));

describe("the page that explains a figure", () => {
  test("leads from the whole to its parts", async () => {
    const { figure, parts, sum } = await explain("cost/joint");
    expect(figure?.value).toBe(sum);
    expect(parts.map(({ href }) => href)).toContain(`${HREF}/explain/cost/joint/2016`);
  });

  test("says where an input comes from, with its date, and where it is changed", async () => {
    const { inputs } = await explain("cost/joint/2015");
    const start = found(inputs.find(({ name }) => name === "/provisions/joint/start"));
    expect(start).toMatchObject({ value: "1 October 2015", href: `${HREF}/lots/joint`, changed: "" });
    expect(start.source).toBe(
      "Domestic Abuse Partnership update, Safer Communities Strategy Board, 28 January 2015, paragraphs 23-36: in place from October 2015",
    );
  });

  test("says who changed an input last, when and why", async () => {
    const fields = {
      baseRevision: "1",
      reason: "The new offer",
      "/provisions/joint/price/annual": "1,400,000",
    };
    await saveChanges(planner.ask(S1, sentForm(fields)));
    const { inputs, figure } = await explain("cost/joint/2015");
    expect(figure?.note).toBe("Of revision 2, as saved.");
    const price = found(inputs.find(({ name }) => name === "/provisions/joint/price/annual"));
    expect(price.value).toBe("£1,400,000.00");
    expect(price.changed).toMatch(/, 1 April 2015 at 10:00: “The new offer”$/);
  });

  test("leads a share from its bases to its penny", async () => {
    const { rule, workings } = await explain("share/districts/blaby");
    expect(rule).toContain("The pot is shared among all 7 members, whoever then declines.");
    const [bases, years] = workings.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
    expect(bases?.[0]).toEqual(["Population", "95,851", "667,905", "14.35%", "50.00%", "7.18%"]);
    expect(years?.at(-1)).toEqual([
      "2018/19",
      "6",
      "£131,968.75",
      "£18,481.627191…",
      "£18,481.62",
      "£0.01",
      "£18,481.63",
      "£18,481.63",
    ]);
  });

  test.each(["share/districts/none", "cost/joint/2099", ""])("is not found at %j", async (path) => {
    expect((await thrownBy(explain(path))).status).toBe(404);
  });
});
