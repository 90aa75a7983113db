import { countsAsSupply } from "../../../scenarios/calculate/supply";
import { payersOf } from "../../../scenarios/disclosure/partner-view";
import type { Provision, Scenario } from "../../../scenarios/model/scenario";
import { formatDateWords } from "../format-table";
import { listNames, type Names, namesOf } from "../names";
import type { Cell, ReportRow, ReportTable } from "../report-table";
import { CERTAINTIES } from "../words";
import type { Offer } from "./offer";
import { isToday, ownPaymentAYear, paysNowAYear } from "./own-payments";
import type { PartnerPart, PartnerTable } from "./partner-section";

/** The services of the partner's residents, who pays, when each ends and what continues it. */
export function buildToday(offers: readonly Offer[]): PartnerPart {
  const [offer] = offers;
  if (offer === undefined) return {};
  const services = servicesOf(offer).filter(({ kind }) => kind === "existing" || kind === "local");
  if (services.length === 0) return { sentences: ["The plan holds no service of your residents today."] };
  const ends = services.map(({ end }) => end).toSorted();
  const first = ends[0] as string;
  const ending = services.filter(({ end }) => end === first).length;
  return {
    sentences: [
      `${services.length === 1 ? "One service serves" : `${services.length} services serve`} your residents. ${ending === 1 ? "The first ends" : `${ending} end first,`} on ${formatDateWords(first)}.`,
    ],
    figures: [
      {
        id: "pays-now",
        label: "You pay now",
        value: paysNowAYear(offer),
        kind: "money",
        note: "A year, as this plan records it: your own funds for these services, or what the round states.",
      },
    ],
    tables: [todayTable(offers, services), payersTable(offer, services)],
  };
}

/** What serves the partner's areas. A local service counts where it has signed the framework, or is the partner's own. */
export function servicesOf({ evaluation, areas, organisation }: Offer): readonly Provision[] {
  const own = new Set(areas.map(({ id }) => id));
  return evaluation.scenario.provisions.filter(
    (provision) =>
      provision.areas.some((area) => own.has(area)) &&
      (countsAsSupply(provision) || provision.lead === organisation),
  );
}

function todayTable(offers: readonly Offer[], services: readonly Provision[]): ReportTable {
  return {
    id: "partner-today",
    title: "Services now, and when they end",
    columns: [
      { id: "service", label: "Service", kind: "text" },
      { id: "end", label: "Ends", kind: "date" },
      { id: "after", label: "What continues it", kind: "text" },
    ],
    rows: services.map(
      (service): ReportRow => ({
        id: service.id,
        cells: [service.name, service.end, afterCell(offers, service)],
      }),
    ),
  };
}

function payersTable(offer: Offer, services: readonly Provision[]): PartnerTable {
  const { scenario } = offer.withPrices;
  const names = namesOf(scenario);
  return {
    id: "partner-payers",
    title: "What each service does, and who pays",
    note: "Your payment is a yearly rate, in pounds, net of recoverable VAT. Prices of contracts are not shown.",
    columns: [
      { id: "service", label: "Service", kind: "text" },
      { id: "own", label: "You pay a year", kind: "money" },
      { id: "payers", label: "Who pays", kind: "text" },
      { id: "lead", label: "Led by", kind: "text" },
      { id: "activities", label: "What it does", kind: "text" },
    ],
    rows: services.map(
      (service): ReportRow => ({
        id: service.id,
        cells: [
          service.name,
          ownPaymentAYear(offer, service.id),
          payersCell(scenario, service, names),
          service.lead === undefined ? null : names.organisation(service.lead),
          listNames(service.activities, names.activity),
        ],
      }),
    ),
    isBehind: true,
  };
}

/** Who pays by agreed lines; a service without such lines does not say. */
function payersCell(scenario: Scenario, service: Provision, names: Names): Cell {
  const full = scenario.provisions.find(({ id }) => id === service.id) ?? service;
  const payers = payersOf(scenario, full).map(names.organisation);
  return payers.length === 0 ? { value: null, words: "Not stated" } : payers.join("; ");
}

/** What continues a service, and what then takes over any of its work in any of the scenarios. */
function afterCell(offers: readonly Offer[], service: Provision): Cell {
  const next = offers.flatMap((offer) =>
    servicesOf(offer).flatMap((one) => {
      const sure =
        one.certainty === undefined || one.certainty === "confirmed"
          ? ""
          : `, ${CERTAINTIES[one.certainty].toLowerCase()}`;
      if (isToday(one) && one.extends === service.id)
        return [`${one.name}, to ${formatDateWords(one.end)}${sure}`];
      const takesOver = one.kind === "lot" && one.activities.some((id) => service.activities.includes(id));
      return takesOver ? [`${one.name}, from ${formatDateWords(one.start)}${sure}`] : [];
    }),
  );
  return next.length === 0
    ? { value: null, words: "Nothing yet", tone: "warn" }
    : [...new Set(next)].join("; ");
}
