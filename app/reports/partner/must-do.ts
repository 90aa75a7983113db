import { namesOf } from "../names";
import type { ReportRow, ReportTable } from "../report-table";
import { choiceWords, commitmentStateWords, FRAMEWORK_STATES } from "../words";
import type { Offer } from "./offer";
import { scenarioCell, scenarioColumn } from "./parts";
import type { PartnerPart } from "./partner-section";
import { servicesOf } from "./today";

/** What joining asks of the partner beside money, as far as the plan says: the framework, pathways, promises. */
export function buildMustDo(offers: readonly Offer[]): PartnerPart {
  const tables = [frameworkTable(offers), pathwaysTable(offers), promisesTable(offers)];
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const asksC = offers.some(({ rounds }) => rounds.some(({ options }) => options.includes("C")));
  return {
    sentences: [
      ...(asksC
        ? [
            `${choiceWords(["C"])} means that local services sign up to the framework: its standards, referral routes and reports. A local service that has not signed counts neither as cover nor as capacity.`,
          ]
        : []),
      ...(filled.length === 0 ? ["The plan names no further duty of yours."] : []),
    ],
    tables: filled,
  };
}

function frameworkTable(offers: readonly Offer[]): ReportTable {
  return {
    id: "partner-framework",
    title: "Your local services and the framework",
    columns: [
      { id: "service", label: "Local service", kind: "text" },
      ...scenarioColumn(offers),
      { id: "from", label: "From", kind: "date" },
      { id: "to", label: "To", kind: "date" },
      { id: "state", label: "Framework", kind: "text" },
    ],
    rows: offers.flatMap((offer) =>
      servicesOf(offer)
        .filter(({ kind, lead }) => kind === "local" && lead === offer.organisation)
        .map(({ id, name, start, end, framework = "outside" }): ReportRow => {
          const words = FRAMEWORK_STATES[framework];
          const state = framework === "signed" ? words : ({ value: words, words, tone: "warn" } as const);
          return {
            id: `${offer.evaluation.scenario.id}-${id}`,
            cells: [name, ...scenarioCell(offers, offer), start, end, state],
          };
        }),
    ),
  };
}

/** How people reach what is bought, from the directory. */
function pathwaysTable(offers: readonly Offer[]): ReportTable {
  const services = new Map(
    offers.flatMap((offer) =>
      servicesOf(offer).flatMap(({ id, name, directory }) =>
        directory === undefined ? [] : ([[id, { name, directory }]] as const),
      ),
    ),
  );
  return {
    id: "partner-pathways",
    title: "Pathways: who may come, and how",
    columns: [
      { id: "service", label: "Service", kind: "text" },
      { id: "offer", label: "What it offers", kind: "text" },
      { id: "audience", label: "For whom", kind: "text" },
      { id: "eligibility", label: "Who may come", kind: "text" },
      { id: "access", label: "How to reach it", kind: "text" },
    ],
    rows: [...services].map(([id, { name, directory }]) => ({
      id,
      cells: [
        name,
        directory.offer ?? null,
        directory.audience ?? null,
        directory.eligibility ?? null,
        directory.access ?? null,
      ],
    })),
  };
}

/** What the partnership has promised with the services of the partner's residents. */
function promisesTable(offers: readonly Offer[]): ReportTable {
  const rows = new Map(
    offers.flatMap((offer) => {
      const { scenario } = offer.evaluation;
      const names = namesOf(scenario);
      return servicesOf(offer).flatMap(({ id, commitments = [] }) =>
        commitments.map((commitmentId): [string, ReportRow] => {
          const commitment = scenario.commitments?.find((one) => one.id === commitmentId);
          const cells = [
            commitment?.name ?? commitmentId,
            names.provision(id),
            commitment === undefined ? null : commitmentStateWords(commitment),
            commitment?.note ?? null,
          ];
          return [`${id}-${commitmentId}`, { id: `${id}-${commitmentId}`, cells }];
        }),
      );
    }),
  );
  return {
    id: "partner-promises",
    title: "What the partnership has promised",
    columns: [
      { id: "promise", label: "Promise", kind: "text" },
      { id: "service", label: "With", kind: "text" },
      { id: "state", label: "State", kind: "text" },
      { id: "note", label: "Note", kind: "text" },
    ],
    rows: [...rows.values()],
  };
}
