import { parseDecimal } from "../../model/rational";
import { type Fault, within } from "../fault";
import { isGiven, type SalvagedScenario } from "../salvage";
import { shown } from "../words";
import { type SalvagedRound, shareFaults, sumOfPercents, sumsTo } from "./share-rules";
import { placed } from "./walk";

/** What the fields of a round of district contributions mean together (rules §§3 and 4). */
export function checkContributions(scenario: SalvagedScenario): Fault[] {
  return placed(scenario.contributions).flatMap(([round, place]) =>
    within(
      ["contributions", place],
      [...optionFaults(round), ...shareFaults(scenario, round), ...topUpFaults(round), ...bandFaults(round)],
    ),
  );
}

/** Who takes, or may yet take, B needs a pot and how it is shared; who takes A needs bands and units. */
function optionFaults(round: SalvagedRound): Fault[] {
  const members = placed(round.members);
  const mayShare = members.some(([{ choice }]) => choice === "undecided" || choice?.includes("B"));
  const shares = members.some(([{ choice }]) => choice !== "undecided" && choice?.includes("B"));
  const buyers = members.filter(([{ choice }]) => choice !== "undecided" && choice?.includes("A"));
  const faults: Fault[] = buyers
    .filter(([member]) => !isGiven(member, "buyInUnits"))
    .map(([, place]) => ({
      keys: ["members", place, "buyInUnits"],
      code: "missing",
      state: "is missing, though the member takes option A",
      remedy: 'add how many units it buys, such as "300"',
    }));
  if (shares && !isGiven(round, "pot"))
    faults.push(needed("pot", "takes option B", "add the pot that is shared"));
  if (mayShare && isGiven(round, "pot") && !isGiven(round, "share")) {
    faults.push(needed("share", "takes, or may yet take, option B", "add how the pot is shared"));
  }
  if (buyers.length > 0 && !isGiven(round, "buyIn")) {
    faults.push(needed("buyIn", "takes option A", "add the activity and the bands of prices"));
  }
  return faults;
}

function needed(field: string, why: string, remedy: string): Fault {
  return {
    keys: [field],
    code: "missing",
    state: `is missing, though a member ${why}`,
    remedy: `${remedy}, or change the choice`,
  };
}

/** Others top up at most the whole of what is missing. */
function topUpFaults({ whenSomeDecline }: SalvagedRound): Fault[] {
  if (whenSomeDecline === undefined || !("toppedUpBy" in whenSomeDecline)) return [];
  const sum = sumOfPercents((whenSomeDecline.toppedUpBy ?? []).map((funder) => funder?.percent));
  if (sum === null || sum.compare(100) <= 0) return [];
  return [
    {
      keys: ["whenSomeDecline", "toppedUpBy"],
      code: "does-not-sum",
      state: sumsTo(sum),
      remedy: "lower the percents so that they sum to at most 100",
    },
  ];
}

/** Bands ascend, only the last may be open, and they reach what every member buys. */
function bandFaults({ buyIn, members }: SalvagedRound): Fault[] {
  const bands = buyIn?.bands;
  if (bands === undefined) return [];
  if (bands.length === 0) {
    return [
      {
        keys: ["buyIn", "bands"],
        code: "too-few",
        state: "is empty",
        remedy: "add at least one band of prices",
      },
    ];
  }
  const ends = bands.map((band) => band?.upTo);
  const faults = ends.flatMap((upTo, place): Fault[] => {
    const keys = ["buyIn", "bands", place, "upTo"];
    if (upTo === null && place < ends.length - 1) {
      return [
        { keys, code: "open-band-not-last", remedy: "only the last band may be open: write where it ends" },
      ];
    }
    const before = ends[place - 1];
    if (typeof upTo !== "string" || typeof before !== "string") return [];
    return parseDecimal(upTo).compare(parseDecimal(before)) > 0
      ? []
      : [
          {
            keys,
            code: "not-ascending",
            remedy: `raise it above ${shown(before)}, where the band before ends`,
          },
        ];
  });
  return [...faults, ...beyondBands(ends.at(-1), members)];
}

function beyondBands(last: string | null | undefined, members: SalvagedRound["members"]): Fault[] {
  if (typeof last !== "string") return [];
  return placed(members)
    .filter(([{ buyInUnits }]) => buyInUnits !== undefined && Number(buyInUnits) > Number(last))
    .map(([, place]) => ({
      keys: ["members", place, "buyInUnits"],
      code: "beyond-bands",
      remedy: `the last band ends at ${shown(last)}: lower the units, or add a band`,
    }));
}
