import { type SmallNumberRule, shownCount } from "../../../scenarios/disclosure/small-numbers";
import { isObservedBasis, smallBasesOf } from "../../../scenarios/disclosure/small-places";
import { compareAreas } from "../../../scenarios/model/identifiers";
import type { Area } from "../../../scenarios/model/scenario";
import { buildOtherBasesTable } from "../contributions-bases";
import { namesOf } from "../names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "../report-table";
import { buildShareWorking } from "../share-working";
import { known } from "../table-parts";
import { withoutColumns } from "../without-columns";
import { basisWords } from "../words";
import type { Offer, OfferedRound } from "./offer";
import { ofScenario, tableId } from "./parts";
import type { PartnerPart, PartnerTable } from "./partner-section";

/** From everybody's bases to the partner's pennies, and the same pot on other bases. Workings that are the same stand once. */
export function buildWorking(offers: readonly Offer[]): PartnerPart {
  const parts = offers.flatMap((offer) =>
    offer.rounds
      .filter(({ options }) => options.includes("B"))
      .map((round) => ({ offer, ...workingOf(offers, offer, round) })),
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

function workingOf(offers: readonly Offer[], offer: Offer, round: OfferedRound): Working {
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
  const { rule } = offer.small;
  const names = [...new Set(offer.evaluation.scenario.areas.flatMap(({ bases }) => Object.keys(bases)))];
  const small = smallBasesOf(offer.small, round.round, names);
  if (basesOf(round).some((basis) => small.includes(basis)))
    return { sentence: hiddenWords(rule), tables: [] };
  const [blended, years] = working.tables as [ReportTable, ReportTable];
  return {
    sentence: small.length === 0 ? null : hiddenWords(rule),
    tables: [
      named("other-bases", onOtherBases(withoutColumns(buildOtherBasesTable(asB, id), small), offer)),
      behind("bases", basesTable(offer, round, rule)),
      behind("blended", blended),
      behind("years", years),
    ],
  };
}

const hiddenWords = ({ threshold }: SmallNumberRule): string =>
  `Bases that count fewer than ${threshold} somewhere are left out, and everything that follows from them.`;

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

/** Every member's figures by basis, as the rule of small numbers shows counts. */
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
  const isObserved = members.some(({ area }) => isObservedBasis(evaluation.scenario, area.id, basis));
  return isObserved ? all.map((count) => shownCount(count, rule)) : all;
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
