import { expect, it } from "vitest";
import { backPlan } from "../../../scenarios/calculate/back-plan";
import { formatDay, parseDay } from "../../../scenarios/model/calendar";
import { found } from "../../support/scenarios";

it("for a start on 1 October 2015 the tender goes out by 5 March", () => {
  const weeks = {
    mobilisationWeeks: 13,
    standstillWeeks: 2,
    approvalWeeks: 4,
    evaluationWeeks: 5,
    tenderWeeks: 6,
  };
  const [tender] = backPlan(parseDay("2015-10-01"), weeks);
  expect([found(tender).step, formatDay(found(tender).from)]).toEqual(["tender", "2015-03-05"]);
});
