import { afterAll, beforeAll, expect, test } from "vitest";
import { loader } from "../../../app/routes/plans.$plan.scenarios.$scenario.capacity_.telephone";
import { type OpenPlanner, openPlanner } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const ask = (search = "") =>
  loader(
    planner.ask(
      { plan: "llr-2015", scenario: "llr-2015-s1" },
      new Request(`http://127.0.0.1:3000/capacity/telephone${search}`),
    ),
  );

test("without a question it answers that of a small line, open day and night", async () => {
  const { answer } = await ask();
  expect(answer?.sentence).toContain("4 people answering at the same time are enough");
});

test("the question stands in the address, with separators or without", async () => {
  const { answer } = await ask("?calls=12&minutes=10&patience=&wait=20&hours=2,500&fte=1591");
  expect(answer?.sentence).toContain("That takes 6.29 FTE");
});

test("what is wrong is said beside the field, what was typed is kept, and nothing is worked out", async () => {
  const { form, answer } = await ask("?calls=many&wait=120");
  expect(answer).toBeNull();
  expect(form.faults).toEqual({
    calls: "Enter the calls an hour as a figure from 0.1 to 1,000, such as 6: “many” is not",
    wait: "Enter the percentage of callers who may wait as a figure from 0.1 to 99, such as 20: “120” is not",
  });
  expect(form.values.calls).toBe("many");
});

test("a line that would keep more people busy than any has is refused", async () => {
  const { form } = await ask("?calls=1000&minutes=240");
  expect(form.faults.calls).toContain("keep more than 750 people busy");
});
