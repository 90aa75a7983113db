import type { Day } from "../model/calendar";
import type { Procurement } from "../model/scenario";

export type ProcurementStep = {
  readonly step: "tender" | "evaluation" | "approval" | "standstill" | "mobilisation";
  readonly from: Day;
  /** The last day of the step. */
  readonly to: Day;
};

/**
 * The procurement of a lot planned back from its start (rules §10): latest tender date = start − mobilisation −
 * standstill − approval − evaluation − tender, in whole weeks.
 *
 * Example: start 1 October 2015 with 13 + 2 + 4 + 5 + 6 weeks: the tender goes out on 5 March 2015.
 */
export function backPlan(start: Day, weeks: Procurement): ProcurementStep[] {
  const backwards: [ProcurementStep["step"], number][] = [
    ["mobilisation", weeks.mobilisationWeeks],
    ["standstill", weeks.standstillWeeks],
    ["approval", weeks.approvalWeeks],
    ["evaluation", weeks.evaluationWeeks],
    ["tender", weeks.tenderWeeks],
  ];
  let next = start;
  const steps = backwards.map(([step, length]) => {
    const from = next - 7 * length;
    const planned = { step, from, to: next - 1 };
    next = from;
    return planned;
  });
  return steps.reverse();
}
