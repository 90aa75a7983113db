import type { Fault } from "../fault";
import type { SalvagedScenario } from "../salvage";
import { sumOfPercents, sumsTo } from "./share-rules";
import { placed } from "./walk";

/** The needs of all users make 100 %, and every need touches a block (rules §10). */
export function checkLotStructure({ lotStructure }: SalvagedScenario): Fault[] {
  const needs = lotStructure?.needs;
  if (needs === undefined) return [];
  const sum = sumOfPercents(needs.map((need) => need?.percent));
  const faults: Fault[] = placed(needs)
    .filter(([{ blocks }]) => blocks?.length === 0)
    .map(([, place]) => ({
      keys: ["lotStructure", "needs", place, "blocks"],
      code: "too-few",
      state: "is empty",
      remedy: "name at least one block of service",
    }));
  if (sum === null || sum.equals(100)) return faults;
  return [
    ...faults,
    {
      keys: ["lotStructure", "needs"],
      code: "does-not-sum",
      state: sumsTo(sum),
      remedy: "make the percents sum to 100",
    },
  ];
}
