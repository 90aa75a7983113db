import type { Area } from "../../model/scenario";
import type { Fault } from "../fault";
import type { Salvaged, SalvagedScenario } from "../salvage";
import type { SalvagedRound } from "./share-rules";
import { placed } from "./walk";

/** Every member's area has a figure for every basis by which its round shares (rules §3). */
export function checkBases(scenario: SalvagedScenario): Fault[] {
  return placed(scenario.contributions).flatMap(([round]) => {
    const areas = areasOf(scenario, round);
    return placed(round.share?.weights).flatMap(([{ basis }]) =>
      basis === undefined || basis === "equal" ? [] : areas.flatMap((area) => lacking(area, basis)),
    );
  });
}

type Placed = readonly [Salvaged<Area>, number];

function areasOf(scenario: SalvagedScenario, { members }: SalvagedRound): Placed[] {
  const used = new Set(placed(members).map(([{ area }]) => area));
  return placed(scenario.areas).filter(([{ id }]) => id !== undefined && used.has(id));
}

function lacking([{ bases }, place]: Placed, basis: string): Fault[] {
  if (bases === undefined || Object.hasOwn(bases, basis)) return [];
  return [
    {
      keys: ["areas", place, "bases", basis],
      code: "missing",
      state: "is missing, and a contribution round shares by it",
      remedy: 'add the figure, such as "93915", or choose another basis',
    },
  ];
}
