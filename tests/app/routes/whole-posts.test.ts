import { afterAll, beforeAll, expect, test } from "vitest";
import { loader } from "../../../app/routes/plans.$plan.scenarios.$scenario.whole-posts";
import { type OpenPlanner, openPlanner } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const ask = (search: string, scenario = "llr-2015-s2") =>
  loader(
    planner.ask({ plan: "llr-2015", scenario }, new Request(`http://127.0.0.1:3000/whole-posts${search}`)),
  );

const posts = async (search: string, column: number): Promise<number[]> => {
  const { table } = await ask(search);
  return (table?.rows ?? []).map(({ cells }) => Number(cells[column]?.text));
};

test("posts go by the shares of all that are asked, and among those that pay now; each foots", async () => {
  const { table } = await ask("?posts=10");
  expect(table?.total?.cells.map(({ text }) => text)).toEqual(["Total", "100.00%", "10", "10"]);
  expect(table?.rows.filter(({ cells }) => cells[3]?.text === "Takes no share").length).toBe(3);
});

test("one more post takes none away from anybody", async () => {
  for (let count = 1; count < 30; count++) {
    const [fewer, more] = [await posts(`?posts=${count}`, 2), await posts(`?posts=${count + 1}`, 2)];
    expect(more.every((own, place) => own >= (fewer[place] ?? 0))).toBe(true);
  }
});

test("what is no number of posts is said beside the field, and what was typed is kept", async () => {
  const { form, table } = await ask("?posts=2.5");
  expect(table).toBeNull();
  expect(form.fault).toBe("Enter how many posts, a whole number from 1 to 1,000, such as 10: “2.5” is not");
  expect(form.posts).toBe("2.5");
});

test("a scenario without a pot that is shared says so", async () => {
  const { form, table } = await ask("", "llr-2015-s0");
  expect([form.round, table]).toEqual([undefined, null]);
});
