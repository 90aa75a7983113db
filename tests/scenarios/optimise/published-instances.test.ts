import { describe, expect, it } from "vitest";
import { formatPlan } from "../../../scenarios/optimise/format-plan";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { scenarioWith } from "../../support/scenarios";

/** Profits, and for each knapsack its capacity and the weights of the items, as published. */
type Instance = {
  readonly name: string;
  readonly profits: readonly number[];
  readonly knapsacks: readonly { readonly capacity: number; readonly weights: readonly number[] }[];
  readonly optimum: number;
};

const single = (
  name: string,
  capacity: number,
  weights: readonly number[],
  profits: readonly number[],
  optimum: number,
): Instance => ({
  name,
  profits,
  knapsacks: [{ capacity, weights }],
  optimum,
});

// J. Burkardt, Florida State University, KNAPSACK_01, after Kreher and Stinson and others.
const FLORIDA = [
  single("P01", 165, [23, 31, 29, 44, 53, 38, 63, 85, 89, 82], [92, 57, 49, 68, 60, 43, 67, 84, 87, 72], 309),
  single("P02", 26, [12, 7, 11, 8, 9], [24, 13, 23, 15, 16], 51),
  single("P03", 190, [56, 59, 80, 64, 75, 17], [50, 50, 64, 46, 50, 5], 150),
  single("P04", 50, [31, 10, 20, 19, 4, 3, 6], [70, 20, 39, 37, 7, 5, 10], 107),
  single("P05", 104, [25, 35, 45, 5, 25, 3, 2, 2], [350, 400, 450, 20, 70, 8, 5, 5], 900),
  single("P06", 170, [41, 50, 49, 59, 55, 57, 60], [442, 525, 511, 593, 546, 564, 617], 1735),
  single(
    "P07",
    750,
    [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120],
    [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240],
    1458,
  ),
  single(
    "P08",
    6_404_180,
    [
      382745, 799601, 909247, 729069, 467902, 44328, 34610, 698150, 823460, 903959, 853665, 551830, 610856,
      670702, 488960, 951111, 323046, 446298, 931161, 31385, 496951, 264724, 224916, 169684,
    ],
    [
      825594, 1677009, 1676628, 1523970, 943972, 97426, 69666, 1296457, 1679693, 1902996, 1844992, 1049289,
      1252836, 1319836, 953277, 2067538, 675367, 853655, 1826027, 65731, 901489, 577243, 466257, 369261,
    ],
    13_549_094,
  ),
];

// C. C. Petersen (1967), Operations Research 15, problems 1 and 2, as in the OR-Library (mknap1).
const PETERSEN: readonly Instance[] = [
  {
    name: "Petersen 1",
    profits: [100, 600, 1200, 2400, 500, 2000],
    knapsacks: [
      { capacity: 80, weights: [8, 12, 13, 64, 22, 41] },
      { capacity: 96, weights: [8, 12, 13, 75, 22, 41] },
      { capacity: 20, weights: [3, 6, 4, 18, 6, 4] },
      { capacity: 36, weights: [5, 10, 8, 32, 6, 12] },
      { capacity: 44, weights: [5, 13, 8, 42, 6, 20] },
      { capacity: 48, weights: [5, 13, 8, 48, 6, 20] },
      { capacity: 10, weights: [0, 0, 0, 0, 8, 0] },
      { capacity: 18, weights: [3, 0, 4, 0, 8, 0] },
      { capacity: 22, weights: [3, 2, 4, 0, 8, 4] },
      { capacity: 24, weights: [3, 2, 4, 8, 8, 4] },
    ],
    optimum: 3800,
  },
  {
    name: "Petersen 2",
    profits: [600.1, 310.5, 1800, 3850, 18.6, 198.7, 882, 4200, 402.5, 327],
    knapsacks: [
      { capacity: 450, weights: [20, 5, 100, 200, 2, 4, 60, 150, 80, 40] },
      { capacity: 540, weights: [20, 7, 130, 280, 2, 8, 110, 210, 100, 40] },
      { capacity: 200, weights: [60, 3, 50, 100, 4, 2, 20, 40, 6, 12] },
      { capacity: 360, weights: [60, 8, 70, 200, 4, 6, 40, 70, 16, 20] },
      { capacity: 440, weights: [60, 13, 70, 250, 4, 10, 60, 90, 20, 24] },
      { capacity: 480, weights: [60, 13, 70, 280, 4, 10, 70, 105, 22, 28] },
      { capacity: 200, weights: [5, 2, 20, 100, 2, 5, 10, 60, 0, 0] },
      { capacity: 360, weights: [45, 14, 80, 180, 6, 10, 40, 100, 20, 0] },
      { capacity: 440, weights: [55, 14, 80, 200, 6, 10, 50, 140, 30, 40] },
      { capacity: 480, weights: [65, 14, 80, 220, 6, 10, 50, 180, 30, 50] },
    ],
    optimum: 8706.1,
  },
];

describe("published knapsack problems reach their known optimum", () => {
  it.each([...FLORIDA, ...PETERSEN])("$name: $optimum", async ({ profits, knapsacks, optimum }) => {
    const priorities = {
      criteria: [],
      budgets: knapsacks.map(({ capacity }, at) => ({
        id: `sack-${at}`,
        name: `${at}`,
        amount: `${capacity}.00`,
      })),
      lines: profits.map((profit, item) => ({
        id: `item-${item}`,
        name: `${item}`,
        levels: [
          {
            id: "whole",
            benefit: String(profit),
            costs: Object.fromEntries(
              knapsacks.map(({ weights }, at) => [`sack-${at}`, `${weights[item] ?? 0}.00`]),
            ),
          },
        ],
      })),
    };
    const plan = formatPlan(await prioritise(scenarioWith({ priorities })));
    expect([plan.status, Number(plan.benefit)]).toEqual(["optimal", optimum]);
  });
});
