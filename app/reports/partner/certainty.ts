import { isDemandSmall } from "../../../scenarios/disclosure/small-places";
import type { Provenance, Scenario } from "../../../scenarios/model/scenario";
import { parseMoney } from "../../../scenarios/model/money";
import { namesOf } from "../names";
import type { Cell, ReportRow, ReportTable } from "../report-table";
import { CERTAINTIES, PROVISION_KINDS } from "../words";
import type { Offer } from "./offer";
import { scenarioCell, scenarioColumn } from "./parts";
import type { PartnerPart, PartnerTable } from "./partner-section";
import { servicesOf } from "./today";

/** How firm the services are, the range within which the figures behind the share may lie, and where they come from. */
export function buildCertainty(offers: readonly Offer[]): PartnerPart {
  const synthetic = offers.some(({ evaluation }) => evaluation.scenario.synthetic === true);
  const tables: PartnerTable[] = [
    rangesTable(offers),
    { ...servicesTable(offers), isBehind: true },
    { ...sourcesTable(offers), isBehind: true },
  ];
  return {
    sentences: [
      ...(synthetic ? ["The money in this consultation is invented: it shows how the planner works."] : []),
      ...unsureSentences(offers),
      "All costs are net of recoverable VAT and in the prices of each year. Amounts are exact to the penny for the assumptions made; the assumptions are not.",
    ],
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}

function unsureSentences(offers: readonly Offer[]): string[] {
  const services = offers.flatMap(newServicesOf);
  const all = new Set(services.map(({ id }) => id)).size;
  const unsure = new Map(
    services.flatMap(({ id, name, certainty = "confirmed" }) =>
      certainty === "confirmed" ? [] : [[id, `${name} (${CERTAINTIES[certainty].toLowerCase()})`]],
    ),
  );
  if (all === 0) return [];
  if (unsure.size === 0) return ["Every new service is confirmed."];
  const are = unsure.size === 1 ? "is" : "are";
  return [
    `${unsure.size} of the ${all} new services ${are} not confirmed: ${[...unsure.values()].join("; ")}.`,
  ];
}

const newServicesOf = (offer: Offer) => servicesOf(offer).filter(({ kind }) => kind !== "existing");

function servicesTable(offers: readonly Offer[]): ReportTable {
  return {
    id: "partner-certainty",
    title: "How firm each new service is",
    columns: [
      { id: "service", label: "Service", kind: "text" },
      ...scenarioColumn(offers),
      { id: "kind", label: "Kind", kind: "text" },
      { id: "start", label: "Starts", kind: "date" },
      { id: "certainty", label: "Certainty", kind: "text" },
    ],
    rows: offers.flatMap((offer) =>
      newServicesOf(offer).map(({ id, name, kind, start, certainty = "confirmed" }): ReportRow => {
        const words = CERTAINTIES[certainty];
        const cell: Cell = certainty === "confirmed" ? words : { value: words, words, tone: "warn" };
        return {
          id: `${offer.evaluation.scenario.id}-${id}`,
          cells: [name, ...scenarioCell(offers, offer), PROVISION_KINDS[kind], start, cell],
        };
      }),
    ),
  };
}

/** Ranges of what a share rests on: the pots asked for, and the demand of the partner's own areas. */
function rangesTable(offers: readonly Offer[]): ReportTable {
  return {
    id: "partner-ranges",
    title: "Ranges",
    columns: [
      { id: "figure", label: "Figure", kind: "text" },
      ...scenarioColumn(offers),
      { id: "low", label: "Low", kind: "text" },
      { id: "high", label: "High", kind: "text" },
      { id: "source", label: "Source", kind: "text" },
      { id: "note", label: "Note", kind: "text" },
    ],
    rows: offers.flatMap((offer) =>
      (offer.evaluation.scenario.provenance ?? []).flatMap((line, place): ReportRow[] => {
        const about = aboutWords(offer, line);
        if (about === null || (line.low === undefined && line.high === undefined)) return [];
        const write = (value: string | undefined): Cell => (value === undefined ? null : about.write(value));
        return [
          {
            id: `${offer.evaluation.scenario.id}-${place + 1}`,
            cells: [
              about.words,
              ...scenarioCell(offers, offer),
              write(line.low),
              write(line.high),
              sourceWords(offer.evaluation.scenario, line),
              line.note ?? null,
            ],
          },
        ];
      }),
    ),
  };
}

type About = { readonly words: string; readonly write: (value: string) => string };

/** What a line of provenance is about, if it is one that a share of this partner rests on. */
function aboutWords({ evaluation, rounds, areas, small }: Offer, { path }: Provenance): About | null {
  const { scenario } = evaluation;
  const [, list, id] = path.split("/");
  if (list === "contributions") {
    const offered = rounds.find(({ round }) => round.id === id);
    if (offered === undefined || !path.endsWith("/pot/annual")) return null;
    return {
      words: `${offered.round.name}: the pot of a year`,
      write: (value) => `£${(parseMoney(value) / 100n).toLocaleString("en-GB")}`,
    };
  }
  const demand = list === "demand" ? scenario.demand?.find((one) => one.id === id) : undefined;
  if (demand === undefined || !areas.some((area) => area.id === demand.area)) return null;
  if (isDemandSmall(small, demand.activity, [demand.area])) return null;
  const names = namesOf(scenario);
  return {
    words: `Demand for ${names.activity(demand.activity)} in ${names.area(demand.area)}`,
    write: (value) => value,
  };
}

function sourceWords({ sources }: Scenario, { source }: Provenance): Cell {
  return sources?.find(({ id }) => id === source)?.title ?? null;
}

function sourcesTable(offers: readonly Offer[]): ReportTable {
  const sources = new Map(
    offers.flatMap(({ evaluation }) =>
      (evaluation.scenario.sources ?? []).map((one) => [one.id, one] as const),
    ),
  );
  return {
    id: "partner-sources",
    title: "Where the figures come from",
    columns: [
      { id: "source", label: "Source", kind: "text" },
      { id: "kind", label: "Kind", kind: "text" },
      { id: "date", label: "Date", kind: "date" },
      { id: "reference", label: "Reference", kind: "text" },
    ],
    rows: [...sources].map(([id, { title, kind, date, reference }]) => ({
      id,
      cells: [title, kind ?? null, date ?? null, reference ?? null],
    })),
  };
}
