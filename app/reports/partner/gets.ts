import { type SmallNumberRule, shownCount } from "../../../scenarios/disclosure/small-numbers";
import { isDemandSmall } from "../../../scenarios/disclosure/small-places";
import type { CapacitySeries, Evaluation } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { namesOf } from "../names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "../report-table";
import type { Offer, OfferedRound } from "./offer";
import { choicesOf, monthsOf, ofScenario, type PartnerChoice, tableId, yearWords } from "./parts";
import type { PartnerPart } from "./partner-section";
import type { PartnerPicture } from "./picture";

/** Capacity beside need in the partner's areas, and months without a service, by option. */
export function buildGets(offers: readonly Offer[]): PartnerPart {
  const asking = offers.flatMap((offer) => offer.rounds.map((round) => ({ offer, round })));
  return {
    sentences: [
      "Capacity is what is there for your residents, your part of what is shared included. Each activity is in its own unit; activities are never added.",
      ...hiddenSentences(offers),
    ],
    tables: asking.flatMap(({ offer, round }) => [
      capacityTable(offers, offer, round),
      { ...coverageTable(offers, offer, round), isBehind: true } as const,
    ]),
    pictures: asking.slice(0, 1).flatMap(({ offer, round }) => picture(offer, round)),
  };
}

const HIDDEN: Cell = { value: null, words: "Hidden, small number", tone: "muted" };

function hiddenSentences(offers: readonly Offer[]): string[] {
  const rule = offers[0]?.small.rule;
  if (rule === undefined) return [];
  const hides = offers.some((offer) =>
    offer.evaluation.scenario.activities.some(({ id }) => hiddenOf(offer, id).supply),
  );
  const rounded = rule.roundTo === null ? "" : ` Others are shown to the nearest ${rule.roundTo}.`;
  return hides || rule.roundTo !== null
    ? [
        `Counts of people from 1 to ${rule.threshold - 1} are hidden, and what would give them away.${rounded}`,
      ]
    : [];
}

/**
 * What is hidden of an activity: the need where it rests on a small count of the partner's own areas; capacity and who
 * waits where any area has a small one, because capacity is shared by the need of all.
 */
function hiddenOf(
  { evaluation, areas, small }: Offer,
  activity: Id,
): { readonly need: boolean; readonly supply: boolean } {
  const idsOf = (some: Offer["areas"]): Id[] => some.map(({ id }) => id);
  return {
    need: isDemandSmall(small, activity, idsOf(areas)),
    supply: isDemandSmall(small, activity, idsOf(evaluation.scenario.areas)),
  };
}

function capacityTable(offers: readonly Offer[], offer: Offer, round: OfferedRound): ReportTable {
  const choices = choicesOf(round);
  const usual = choices.find(({ id }) => id === "b") ?? choices[0];
  const year = yearWords(offer, round);
  const columns: readonly ReportColumn[] = [
    { id: "activity", label: "Activity", kind: "text" },
    { id: "unit", label: "Unit", kind: "text" },
    { id: "need", label: `Need in ${year}`, kind: "quantity" },
    ...choices.map(({ id, label }): ReportColumn => ({ id, label: `Capacity: ${label}`, kind: "quantity" })),
    { id: "waiting", label: `Waiting at the end: ${usual?.label ?? ""}`, kind: "quantity" },
  ];
  const rows = offer.evaluation.scenario.activities.flatMap(({ id, name, unit }): ReportRow[] => {
    const need = needOf(offer, id, round.year);
    const capacities = choices.map((one) => capacityOf(offer, round, one, id));
    if (typeof need !== "number" && capacities.every((cell) => cell === null)) return [];
    const waiting = typeof need === "number" ? waitingCell(offer, round, usual, id) : need;
    const hidden = hiddenOf(offer, id);
    const supply = (cell: Cell): Cell => (hidden.supply && typeof cell === "number" ? HIDDEN : cell);
    return [
      {
        id,
        cells: [
          name,
          unit,
          hidden.need ? HIDDEN : countCell(need, offer.small.rule),
          ...capacities.map(supply),
          supply(countCell(waiting, offer.small.rule)),
        ],
      },
    ];
  });
  return {
    id: tableId("gets", offer, round),
    title: ofScenario(offers, offer, `Capacity for your residents in ${year}`),
    note: "If all others join. Need is the expected demand of your areas; who waits is counted at the end of the year.",
    columns,
    rows,
  };
}

const countCell = (count: Cell, rule: SmallNumberRule): Cell =>
  typeof count === "number" ? shownCount(count, rule) : count;

/** Demand that the plan does not hold is not known, which is not nothing. */
function needOf(offer: Offer, activity: Id, year: number): number | Cell {
  const { scenario } = offer.evaluation;
  const isKnown = (scenario.demand ?? []).some(
    (one) => one.activity === activity && offer.areas.some(({ id }) => id === one.area),
  );
  const unknown: Cell = { value: null, words: "Not known", tone: "muted" };
  return isKnown ? (sumIn(offer, offer.evaluation, activity, year, "demand") ?? unknown) : unknown;
}

function seriesOf({ areas }: Pick<Offer, "areas">, { capacity }: Evaluation, activity: Id): CapacitySeries[] {
  const own = new Set(areas.map(({ id }) => id));
  return capacity.filter((series) => series.activity === activity && own.has(series.area));
}

function sumIn(
  offer: Pick<Offer, "areas">,
  evaluation: Evaluation,
  activity: Id,
  year: number,
  flow: "demand" | "capacity",
): number | null {
  const series = seriesOf(offer, evaluation, activity);
  if (series.length === 0) return null;
  const months = monthsOf(evaluation, year);
  return series.reduce(
    (sum, one) => sum + months.reduce((part, month) => part + (one[flow][month] ?? 0), 0),
    0,
  );
}

function capacityOf(offer: Offer, round: OfferedRound, { choice }: PartnerChoice, activity: Id): Cell {
  if (choice.includes("A") && round.units === null) return { value: null, words: "By the units you buy" };
  const evaluation = round.outcome(choice, "all");
  if (evaluation === null) return { value: null, words: "Cannot be met", tone: "warn" };
  return sumIn(offer, evaluation, activity, round.year, "capacity");
}

/** Under the share if there is one, else under the first option. */
function waitingCell(
  offer: Offer,
  round: OfferedRound,
  choice: PartnerChoice | undefined,
  activity: Id,
): number | Cell {
  const evaluation = choice === undefined ? null : round.outcome(choice.choice, "all");
  if (evaluation === null) return null;
  const series = seriesOf(offer, evaluation, activity).filter(({ turnAway }) => !turnAway);
  if (series.length === 0) return { value: null, words: "No list", tone: "muted" };
  const last = monthsOf(evaluation, round.year).at(-1) ?? 0;
  return series.reduce((sum, { waiting }) => sum + (waiting[last] ?? 0), 0);
}

function coverageTable(offers: readonly Offer[], offer: Offer, round: OfferedRound): ReportTable {
  const choices = choicesOf(round);
  const { scenario } = offer.evaluation;
  const names = namesOf(scenario);
  const own = new Set(offer.areas.map(({ id }) => id));
  const required = new Set(
    offer.evaluation.coverage.cells.filter(({ area }) => own.has(area)).map(({ activity }) => activity),
  );
  return {
    id: tableId("coverage", offer, round),
    title: ofScenario(offers, offer, "Months without a service for your residents"),
    note: "What the plan requires, over its whole period, if all others join. A month counts when the service is missing on any of its days.",
    columns: [
      { id: "activity", label: "Activity", kind: "text" },
      ...choices.map(({ id, label }): ReportColumn => ({ id, label, kind: "text" })),
    ],
    rows: scenario.activities
      .filter(({ id }) => required.has(id))
      .map(({ id }) => ({
        id,
        cells: [
          names.activity(id),
          ...choices.map(({ choice }) => coverageCell(offer, round.outcome(choice, "all"), id)),
        ],
      })),
  };
}

export function coverageCell(offer: Offer, evaluation: Evaluation | null, activity?: Id): Cell {
  if (evaluation === null) return { value: null, words: "Cannot be met", tone: "warn" };
  const { gap, unconfirmed } = monthsWithout(offer, evaluation, activity);
  if (gap > 0) {
    const words = `${gap} ${gap === 1 ? "month" : "months"} with a gap`;
    return { value: words, words, tone: "bad" };
  }
  if (unconfirmed === 0) return { value: "Covered", words: "Covered", tone: "good" };
  const words = `${unconfirmed} ${unconfirmed === 1 ? "month" : "months"} unconfirmed`;
  return { value: words, words, tone: "warn" };
}

function monthsWithout(
  { areas }: Offer,
  { coverage }: Evaluation,
  activity?: Id,
): { readonly gap: number; readonly unconfirmed: number } {
  const own = new Set(areas.map(({ id }) => id));
  const states = coverage.cells
    .filter((row) => own.has(row.area) && (activity === undefined || row.activity === activity))
    .flatMap((row) => row.states);
  return {
    gap: states.filter((state) => state === "gap").length,
    unconfirmed: states.filter((state) => state === "unconfirmed").length,
  };
}

/** Need and capacity of what the pot buys, by option. */
function picture(offer: Offer, round: OfferedRound): PartnerPicture[] {
  const activity = offer.evaluation.scenario.activities.find(
    ({ id }) => id === (round.round.capacity?.activity ?? round.round.buyIn?.activity),
  );
  if (activity === undefined || hiddenOf(offer, activity.id).supply) return [];
  const need = needOf(offer, activity.id, round.year);
  if (typeof need !== "number") return [];
  const bars = choicesOf(round).map(({ label, choice }) => {
    const evaluation = choice.includes("A") && round.units === null ? null : round.outcome(choice, "all");
    const capacity =
      evaluation === null ? null : sumIn(offer, evaluation, activity.id, round.year, "capacity");
    return { label, values: [shownCount(need, offer.small.rule), capacity] as const };
  });
  return [
    {
      id: "partner-gets-picture",
      title: `${activity.name}: need and capacity in ${yearWords(offer, round)}`,
      caption: `${activity.name}, ${activity.unit}: what your residents are expected to need in ${yearWords(offer, round)}, and the capacity for them with each option.`,
      tableId: tableId("gets", offer, round),
      groups: bars.map(({ label }) => label),
      series: [
        { name: "Need", values: bars.map(({ values }) => values[0]) },
        { name: "Capacity", values: bars.map(({ values }) => values[1]) },
      ],
    },
  ];
}
