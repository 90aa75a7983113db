import type { LotStructure } from "../../model/scenario";
import type { Fault } from "../fault";
import type { Salvaged, SalvagedScenario } from "../salvage";
import { shown } from "../words";
import { sumOfPercents, sumsTo } from "./share-rules";
import { placed } from "./walk";

/** The needs of all users make 100 %, every need touches a block, and the chosen lots divide the blocks (rules §10). */
export function checkLotStructure({ lotStructure }: SalvagedScenario): Fault[] {
  return lotStructure === undefined ? [] : [...checkNeeds(lotStructure), ...checkChosen(lotStructure)];
}

function checkNeeds({ needs }: Salvaged<LotStructure>): Fault[] {
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

/** Every block is in one chosen lot, and no lot is empty. */
function checkChosen({ blocks, chosen }: Salvaged<LotStructure>): Fault[] {
  const taken = new Set<string>();
  const faults = placed(chosen).flatMap(([lot, place]): Fault[] => {
    const keys = ["lotStructure", "chosen", place];
    if (lot.length === 0)
      return [{ keys, code: "too-few", state: "is empty", remedy: "name at least one block of service" }];
    return placed(lot).flatMap(([block, at]): Fault[] => {
      const again = taken.has(block);
      taken.add(block);
      const remedy = "put each block into one lot";
      return again
        ? [{ keys: [...keys, at], code: "duplicate-id", state: `repeats ${shown(block)}`, remedy }]
        : [];
    });
  });
  if (chosen === undefined || blocks === undefined) return faults;
  if (placed(chosen).length < chosen.length || placed(blocks).length < blocks.length) return faults;
  const missing = placed(blocks).flatMap(([{ id }]) =>
    id === undefined || taken.has(id) ? [] : [shown(id)],
  );
  if (missing.length === 0) return faults;
  const state = `leaves out ${missing.join(", ")}`;
  const remedy = "put every block into a lot";
  return [...faults, { keys: ["lotStructure", "chosen"], code: "missing", state, remedy }];
}
