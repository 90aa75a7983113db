import { isObservedBasis } from "../../../scenarios/disclosure/observations";
import {
  hideSmallNumbers,
  isSmall,
  type SmallNumberRule,
  shownCount,
} from "../../../scenarios/disclosure/small-numbers";
import { compareAreas } from "../../../scenarios/model/identifiers";
import type { Area } from "../../../scenarios/model/scenario";
import { buildOtherBasesTable } from "../contributions-bases";
import { namesOf } from "../names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "../report-table";
import { buildShareWorking } from "../share-working";
import { known } from "../table-parts";
import { basisWords } from "../words";
import { HIDDEN } from "./gets";
import type { Offer, OfferedRound } from "./offer";
import { ofScenario, tableId } from "./parts";
import type { PartnerPart, PartnerTable } from "./partner-report";

/** From everybody's bases to the partner's pennies, and the same pot on other bases. Workings that are the same stand once. */
export function buildWorking(offers: readonly Offer[], rule: SmallNumberRule): PartnerPart {
  const parts = offers.flatMap((offer) =>
    offer.rounds
      .filter(({ options }) => options.includes("B"))
      .map((round) => ({ offer, ...workingOf(offers, offer, round, rule) })),
  );
  if (parts.length === 0) return { sentences: ["No share is asked of you."] };
  const seen = new Map<string, string>();
  const sentences: string[] = [];
  const tables = parts.flatMap(({ offer, sentence, tables: own }) => {
    const name = offer.evaluation.scenario.name;
    const key = JSON.stringify(
      own.map(({ columns, rows }) => [columns, rows]),
      inText,
    );
    const first = seen.get(key);
    if (first !== undefined) {
      sentences.push(`${name}: worked out like ${first}.`);
      return [];
    }
    seen.set(key, name);
    sentences.push(...(sentence === null ? [] : [sentence]));
    return own;
  });
  return {
    sentences: [
      "The pot is shared by bases and weights, each year to the penny. Everyone's figures are here, so that you can check your share.",
      ...new Set(sentences),
    ],
    tables,
  };
}

function inText(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}` : value;
}

type Working = { readonly sentence: string | null; readonly tables: readonly PartnerTable[] };

function workingOf(
  offers: readonly Offer[],
  offer: Offer,
  round: OfferedRound,
  rule: SmallNumberRule,
): Working {
  const asB = round.outcome(["B"], "all");
  const id = round.round.id;
  const working = asB === null ? null : buildShareWorking(asB, id, offer.organisation);
  if (asB === null || working === null) {
    return {
      sentence: "A share cannot be worked out: the least and most amounts do not meet the pot.",
      tables: [],
    };
  }
  const named = (kind: string, table: ReportTable): ReportTable => ({
    ...table,
    id: tableId(kind, offer, round),
    title: ofScenario(offers, offer, table.title),
  });
  const behind = (kind: string, table: ReportTable): PartnerTable => ({
    ...named(kind, table),
    isBehind: true,
  });
  if (hasSmallBasis(offer, round, rule)) {
    return {
      sentence: `Bases that count fewer than ${rule.threshold} cases somewhere are hidden, and the working that would give them away.`,
      tables: [named("bases", basesTable(offer, round, rule))],
    };
  }
  const [blended, years] = working.tables as [ReportTable, ReportTable];
  return {
    sentence: null,
    tables: [
      named("other-bases", onOtherBases(buildOtherBasesTable(asB, id), offer)),
      behind("bases", basesTable(offer, round, rule)),
      behind("blended", blended),
      behind("years", years),
    ],
  };
}

function membersOf(
  { evaluation }: Offer,
  { round }: OfferedRound,
): readonly { area: Area; organisation: string }[] {
  const members = round.members.map(({ organisation, area: id }) => ({
    organisation,
    area: known(
      evaluation.scenario.areas.find((one) => one.id === id),
      `the area ${id}`,
    ),
  }));
  return members.toSorted((first, second) => compareAreas(first.area, second.area));
}

function basesOf({ round }: OfferedRound): readonly string[] {
  return (round.share?.weights ?? []).map(({ basis }) => basis).filter((basis) => basis !== "equal");
}

function hasSmallBasis(offer: Offer, round: OfferedRound, rule: SmallNumberRule): boolean {
  const { scenario } = offer.evaluation;
  return membersOf(offer, round).some(({ area }) =>
    Object.entries(area.bases).some(
      ([basis, count]) => isObservedBasis(scenario, area.id, basis) && isSmall(Number(count), rule),
    ),
  );
}

/** Every member's figures by basis, small observed ones hidden with what would give them away. */
function basesTable(offer: Offer, round: OfferedRound, rule: SmallNumberRule): ReportTable {
  const { scenario } = offer.evaluation;
  const names = namesOf(scenario);
  const members = membersOf(offer, round);
  const weights = round.round.share?.weights ?? [];
  const columns: readonly ReportColumn[] = [
    { id: "member", label: "Member", kind: "text" },
    ...basesOf(round).map((basis): ReportColumn => {
      const weight = weights.find((one) => one.basis === basis)?.percent ?? "0";
      return { id: basis, label: `${basisWords(basis)} (weight ${weight}%)`, kind: "quantity" };
    }),
  ];
  const byBasis = basesOf(round).map((basis) => columnOf(offer, basis, members, rule));
  const rows = members.map(
    ({ organisation }, at): ReportRow => ({
      id: organisation,
      cells: [names.organisation(organisation), ...byBasis.map((cells) => cells[at] ?? null)],
    }),
  );
  const equal = weights.find(({ basis }) => basis === "equal");
  return {
    id: "bases",
    title: "What shares go by",
    note:
      equal === undefined
        ? "The figures of all members."
        : `The figures of all members. ${equal.percent}% of the pot is shared equally.`,
    columns,
    rows,
    total: { id: "total", cells: ["All members", ...byBasis.map((cells) => cells.at(-1) ?? null)] },
  };
}

/** The figures of one basis and their sum as cells. */
function columnOf(
  { evaluation }: Offer,
  basis: string,
  members: readonly { readonly area: Area }[],
  rule: SmallNumberRule,
): readonly Cell[] {
  const counts = members.map(({ area }) => Number(area.bases[basis] ?? "0"));
  const all = [...counts, counts.reduce((sum, count) => sum + count, 0)];
  if (!members.some(({ area }) => isObservedBasis(evaluation.scenario, area.id, basis))) return all;
  const hidden = hideSmallNumbers(
    { counts: all.map((count) => [count]), hasTotalRow: true, hasTotalColumn: false },
    rule,
  );
  return all.map((count, at) => (hidden[at]?.[0] === true ? HIDDEN : shownCount(count, rule)));
}

/** The partner's own row of the bases compared, turned: a row for each basis. */
function onOtherBases({ columns, rows, note, id, title }: ReportTable, { organisation }: Offer): ReportTable {
  const own = known(
    rows.find(({ id }) => id === organisation),
    `the shares of ${organisation}`,
  );
  return {
    ...{ id, title },
    ...(note === undefined ? {} : { note }),
    columns: [
      { id: "basis", label: "If the pot went by", kind: "text" },
      { id: "share", label: "Your share over the period", kind: "money" },
    ],
    rows: columns.slice(1).map(({ id, label }, place) => ({
      id,
      cells: [label === "As asked" ? "The weights as asked" : label, own.cells[place + 1] ?? null],
    })),
  };
}
