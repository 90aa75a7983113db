import type { Consultation } from "../../../scenarios/consultation/consultation";
import { ruleOf } from "../../../scenarios/disclosure/small-numbers";
import { smallPlacesOf } from "../../../scenarios/disclosure/small-places";
import type { Id } from "../../../scenarios/model/identifiers";
import type { Scenario } from "../../../scenarios/model/scenario";
import { namesOf } from "../names";
import type { ReportTable } from "../report-table";
import { buildAsked, type Terms } from "./asked";
import { buildCertainty } from "./certainty";
import { buildGets } from "./gets";
import { buildMustDo } from "./must-do";
import { offerOf } from "./offer";
import { buildOptions } from "./options";
import { buildOthers } from "./others";
import {
  PARTNER_SECTIONS,
  type PartnerPart,
  type PartnerReport,
  type PartnerSectionId,
} from "./partner-section";
import { buildTerm } from "./term";
import { buildToday } from "./today";
import { buildWorking } from "./working";

export type PartnerReportInput = {
  readonly consultation: Terms & Pick<Consultation, "smallNumberThreshold">;
  /** The frozen documents, in the order of the consultation. */
  readonly scenarios: readonly Scenario[];
  /** Those that went out in consultations before this one: what is hidden in them stays hidden. */
  readonly earlier: readonly Scenario[];
  readonly organisation: Id;
};

/** What one partner sees of a consultation. It follows from what the partner may see, and from nothing else. */
export function buildPartnerReport({
  consultation,
  scenarios,
  earlier,
  organisation,
}: PartnerReportInput): PartnerReport {
  const rule = ruleOf(consultation.smallNumberThreshold);
  const released = [...earlier, ...scenarios];
  const offers = scenarios.map((scenario) =>
    offerOf(scenario, organisation, smallPlacesOf(scenario, rule, released)),
  );
  const [first] = scenarios;
  const parts: Readonly<Record<PartnerSectionId, PartnerPart>> = {
    asked: buildAsked(offers, consultation),
    today: buildToday(offers),
    options: buildOptions(offers),
    gets: buildGets(offers),
    "must-do": buildMustDo(offers),
    others: buildOthers(offers),
    working: buildWorking(offers),
    certainty: buildCertainty(offers),
    term: buildTerm(offers),
  };
  return {
    organisation,
    organisationName: first === undefined ? organisation : namesOf(first).organisation(organisation),
    synthetic: scenarios.some(({ synthetic }) => synthetic === true),
    sections: Object.entries(PARTNER_SECTIONS).map(([id, title]) => ({
      id: id as PartnerSectionId,
      title,
      ...NOTHING,
      ...parts[id as PartnerSectionId],
    })),
  };
}

const NOTHING = { sentences: [], figures: [], tables: [], pictures: [] } as const;

/** A table of the report by its id, as a file of its own; null when there is no such table. */
export function findPartnerTable({ sections }: PartnerReport, tableId: string): ReportTable | null {
  return sections.flatMap(({ tables }) => tables).find(({ id }) => id === tableId) ?? null;
}
