import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { CoverageStretch, Evaluation } from "../../scenarios/model/evaluation";
import { sumPence } from "../../scenarios/model/money";
import { sliceAddress } from "./explain/slices";
import { formatCell, formatPounds } from "./format-table";
import { namesOf } from "./names";
import type { KeyFigure, Tone } from "./report-table";
import { withoutPrice } from "./table-parts";
import { shortOfCapacity, worstWait } from "./waits";
import { sumOfKinds } from "./year-summary";

export const WORST_WAIT = "worst-wait";

/** The headline figures of a scenario, in the order in which a board asks for them. */
export function buildKeyFigures(evaluation: Evaluation): readonly KeyFigure[] {
  return [
    ...costFigures(evaluation),
    ...moneyFigures(evaluation),
    ...coverageFigures(evaluation),
    ...capacityFigures(evaluation),
  ];
}

function costFigures(evaluation: Evaluation): KeyFigure[] {
  const { years } = evaluation.timeline;
  const byYear = sumOfKinds(evaluation, ["contract", "uplift", "one-off"]);
  const missing = withoutPrice(evaluation);
  return [
    {
      id: "total-cost",
      label: "Total cost",
      value: sumPence(byYear),
      kind: "money",
      explains: ["total-cost"],
      ...(missing.length === 0
        ? { note: "Net of recoverable VAT." }
        : { note: `Without ${missing.join("; ")}: price not known.`, tone: "warn" as const }),
    },
    ...years.map(
      (year, place): KeyFigure => ({
        id: `cost-${formatFinancialYear(year)}`,
        label: `Cost ${formatFinancialYear(year)}`,
        value: byYear[place] ?? null,
        kind: "money",
        explains: sliceAddress({ what: "cost", year }),
      }),
    ),
  ];
}

function moneyFigures(evaluation: Evaluation): KeyFigure[] {
  const contributions = sumPence(sumOfKinds(evaluation, ["share", "override", "buy-in"]));
  const toppedUp = sumPence(sumOfKinds(evaluation, ["top-up"]));
  const shortfall = [...evaluation.contributions.values()].flatMap(({ shortfall: years }) => years);
  const missing = sumPence(shortfall);
  const { unfunded } = evaluation.funding;
  const firstUnfunded = unfunded.findIndex((amount) => amount > 0n);
  return [
    {
      id: "contributions",
      label: "Contributions of districts",
      value: contributions,
      kind: "money",
      explains: ["contributions"],
      ...(toppedUp === 0n ? {} : { note: `Topped up with ${formatPounds(toppedUp)}.` }),
    },
    {
      id: "shortfall",
      label: "Shortfall of the pots",
      value: missing,
      kind: "money",
      explains: ["shortfall"],
      ...(missing > 0n ? { tone: "warn" as const } : {}),
    },
    {
      id: "unfunded",
      label: "Unfunded",
      value: sumPence(unfunded),
      kind: "money",
      explains: ["unfunded"],
      ...(firstUnfunded < 0
        ? goodOf(evaluation.scenario.provisions.length)
        : {
            note: `First in ${formatFinancialYear(evaluation.timeline.years[firstUnfunded] ?? 0)}.`,
            tone: "bad" as const,
          }),
    },
  ];
}

/** The tone of a figure that is nothing: good where there are things that could have made it more, none where nothing is entered. */
function goodOf(count: number): { readonly tone?: Tone } {
  return count === 0 ? {} : { tone: "good" };
}

function coverageFigures({ coverage }: Evaluation): KeyFigure[] {
  const { counts, gaps, unconfirmed, doubleRunning } = coverage;
  const required = counts.covered + counts.unconfirmed + counts.gap;
  return [
    {
      ...countOfMonths("gaps", "Months with a gap in a service", counts.gap, required, gaps, "bad"),
      explains: ["gaps"],
    },
    {
      ...countOfMonths(
        "unconfirmed",
        "Months that rest on something unconfirmed",
        counts.unconfirmed,
        required,
        unconfirmed,
        "warn",
      ),
      explains: ["unconfirmed"],
    },
    {
      id: "double-running",
      label: "Cost of double running",
      value: sumPence(doubleRunning.map(({ cost }) => cost)),
      kind: "money",
      explains: ["double-running"],
      note: "Where two or more provisions serve one activity in one area: all but the dearest.",
    },
  ];
}

function countOfMonths(
  id: string,
  label: string,
  value: number,
  required: number,
  stretches: readonly CoverageStretch[],
  tone: Tone,
): KeyFigure {
  const days = stretches.reduce((sum, stretch) => sum + stretch.days, 0);
  const note = `Of ${formatCell(required, "whole")} months of a required service in an area; ${formatCell(days, "whole")} days of service.`;
  return {
    id,
    label,
    value,
    kind: "whole",
    note,
    ...(value === 0 ? goodOf(required) : { tone }),
  };
}

function capacityFigures(evaluation: Evaluation): KeyFigure[] {
  const names = namesOf(evaluation.scenario);
  const worst = worstWait(evaluation);
  const short = shortOfCapacity(evaluation);
  return [
    {
      id: WORST_WAIT,
      label: "Longest wait at the end (weeks)",
      value: worst?.weeks ?? null,
      kind: "quantity",
      ...(worst === null
        ? {}
        : {
            note: `${names.activity(worst.activity)}, ${names.area(worst.area)}.`,
            explains: ["wait", worst.area, worst.activity, evaluation.scenario.horizon.end],
          }),
    },
    {
      id: "short-of-capacity",
      label: "Services short of capacity",
      value: short.length,
      kind: "whole",
      explains: ["short-of-capacity"],
      note: `Of ${evaluation.capacity.length} services in an area: demand in the last twelve months is more than capacity.`,
      ...(short.length === 0 ? goodOf(evaluation.capacity.length) : { tone: "warn" as const }),
    },
  ];
}
