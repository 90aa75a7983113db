import { financialYearOf, formatFinancialYear, monthOf, parseDay } from "../../../scenarios/model/calendar";
import type { ContributionRound, Scenario } from "../../../scenarios/model/scenario";
import { basisWords } from "../../reports/words";
import type { PathGroup } from "../list-rule";
import { bases } from "../rules/choices";
import { lineGroups } from "./provision-groups";

/** The terms of a round of contributions; what each member chooses stands on the page of contributions. */
export function roundGroups(scenario: Scenario, round: ContributionRound | undefined): readonly PathGroup[] {
  const members = round?.members.map(({ organisation }) => organisation) ?? [];
  return [
    { id: "about", legend: "What is asked for", fields: ["name", "provision", "from", "to"] },
    {
      id: "pot",
      legend: "The pot",
      note: "What all members are asked for together in a year.",
      fields: ["pot/annual", "pot/index", "pot/firstUplift"],
    },
    weightsGroup(scenario, round),
    {
      id: "bounds",
      legend: "Floor and cap",
      note: "The least and the most that any member pays in a year.",
      fields: ["share/minimum", "share/maximum"],
    },
    {
      id: "capacity",
      legend: "What the pot buys",
      fields: ["capacity/activity", "capacity/unitsPerYear", "capacity/access"],
    },
    { id: "buy-in", legend: "Option A: buy-in", fields: ["buyIn/activity", "buyIn/method"] },
    // Without a price there is no buy-in: the first bands are given with it, more of them in their list.
    ...(round?.buyIn === undefined ? firstBands() : []),
    {
      id: "phase-in",
      legend: "Phase-in",
      note: "In each year a part goes by the formula, the rest by what was paid before.",
      isExtra: true,
      fields: [
        ...roundYears(scenario, round).map((year) => `share/phaseIn/percentByYear/${year}`),
        ...members.map((member) => `share/phaseIn/historic/${member}`),
      ],
    },
    {
      id: "collar",
      legend: "Collar",
      note: "No share rises by more than this in a year, starting from what was paid before.",
      isExtra: true,
      fields: [
        "share/collar/maximumRisePercent",
        ...members.map((member) => `share/collar/historic/${member}`),
      ],
    },
  ];
}

/** One weight for each basis that areas have, whether it counts already or not. */
function weightsGroup(scenario: Scenario, round: ContributionRound | undefined): PathGroup {
  const weights = round?.share?.weights ?? [];
  const others = bases(scenario).filter((basis) => !weights.some((weight) => weight.basis === basis));
  const placed = others.map((basis, place) => ({
    basis,
    path: `share/weights/${place === 0 ? "-" : `-${place}`}`,
  }));
  return {
    id: "weights",
    legend: "What shares go by",
    note: "The weights sum to 100%. Leave out what does not count.",
    fields: [
      ...weights.map((_, place) => `share/weights/${place}/percent`),
      ...placed.flatMap(({ path }) => [`${path}/basis`, `${path}/percent`]),
    ],
    labels: Object.fromEntries(
      placed.map(({ basis, path }) => [`${path}/percent`, `Weight of ${basisWords(basis).toLowerCase()}`]),
    ),
    values: Object.fromEntries(placed.map(({ basis, path }) => [`${path}/basis`, basis])),
  };
}

function firstBands(): readonly PathGroup[] {
  return lineGroups("band", "Price band", [], 3, (place) =>
    ["upTo", "price"].map((field) => `buyIn/bands/${place}/${field}`),
  ).map((group) => ({
    ...group,
    note: "The last band has no upper end. Leave a band empty if there is none.",
  }));
}

/** The financial years of the round; of a new one those of the horizon. */
function roundYears({ horizon }: Scenario, round: ContributionRound | undefined): readonly string[] {
  const [first, last] = [round?.from ?? `${horizon.start}-01`, round?.to ?? `${horizon.end}-01`].map((day) =>
    financialYearOf(monthOf(parseDay(day))),
  );
  return Array.from({ length: Math.min(30, (last ?? 0) - (first ?? 0) + 1) }, (_, place) =>
    formatFinancialYear((first ?? 0) + place),
  );
}
