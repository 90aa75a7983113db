import { afterAll, beforeAll, expect, test } from "vitest";
import { action, loader } from "../../../app/routes/plans.$plan.scenarios.$scenario.transition";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const S4 = { plan: "llr-2015", scenario: "llr-2015-s4" };

const post = (proposal: string) => action(planner.ask(S4, sentForm({ proposal })));

test("the slipped start shows what would bridge October, accepting one closes its gap and is in the history", async () => {
  const before = await loader(planner.ask(S4));
  const proposal = found(before.shown.proposals[0]);
  expect(proposal.period).toBe("1 October 2015 to 31 October 2015");
  const answer = (await post(proposal.id)) as unknown as Response;
  expect(answer.status).toBe(303);

  const after = await loader(planner.ask(S4, new Request(`http://127.0.0.1:3000/?accepted=${proposal.id}`)));
  expect(after.accepted).toContain("Bridging");
  expect(after.shown.gaps.table.rows.length).toBeLessThan(before.shown.gaps.table.rows.length);
  expect(after.shown.proposals.map(({ continues }) => continues)).not.toContain(proposal.continues);
  const [latest] = found(await planner.services.loadHistory(S4));
  expect(found(latest).changeName).toMatch(/^Bridging accepted: /);
});

test("a proposal that is no longer one is refused, and nothing is added", async () => {
  const { length } = found(await planner.services.loadHistory(S4));
  const answer = (await post("bridging-nothing")) as unknown as Response;
  expect(answer.status).toBe(400);
  expect(found(await planner.services.loadHistory(S4))).toHaveLength(length);
});
