import { afterAll, beforeAll, expect, test } from "vitest";
import { loader } from "../../../app/routes/plans.$plan.scenarios.$scenario.capacity_.trajectory";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const ask = (search = "") =>
  loader(planner.ask(S1, new Request(`http://127.0.0.1:3000/capacity/trajectory${search}`)));

test("without a question it answers the usual one: a year from today's month, 4 weeks, 13 weeks to recruit", async () => {
  const { form, answers } = await ask();
  expect(form?.values).toEqual({
    activity: "face-to-face",
    area: "all",
    from: "2015-04",
    by: "2016-03",
    weeks: "4",
    recruit: "13",
  });
  expect(answers.map(({ table }) => table.title)).toEqual([
    "To clear the list by the end of March 2016",
    "To keep every wait within 4 weeks from the end of March 2016 on",
  ]);
});

test("the question stands in the address", async () => {
  const { answers } = await ask(
    "?activity=advocacy&area=melton&from=2015-10&by=2016-09&weeks=2.5&recruit=10",
  );
  expect(found(answers[1]).table.title).toBe(
    "To keep every wait within 2.5 weeks from the end of September 2016 on",
  );
  expect(found(answers[0]).table.rows.map(({ id }) => id)).toEqual(["melton"]);
});

test("activities that turn away keep no list and cannot be chosen", async () => {
  const { form } = await ask("?activity=helpline");
  expect(form?.values.activity).toBe("face-to-face");
  expect(form?.choices.activity.map(({ value }) => value)).not.toContain("refuge");
});

test("what is wrong is said beside the field, what was typed is kept, and nothing is worked out", async () => {
  const { form, answers } = await ask("?from=2016-03&by=2015-04&weeks=soon&recruit=-1");
  expect(answers).toEqual([]);
  expect(Object.keys(found(form).faults)).toEqual(["by", "weeks", "recruit"]);
  expect(found(form).values.weeks).toBe("soon");
});

test("a scenario that is not there is not found", async () => {
  expect((await thrownBy(loader(planner.ask({ ...S1, scenario: "none" })))).status).toBe(404);
});
