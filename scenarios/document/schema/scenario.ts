import { z } from "zod";
import { SCENARIO_FORMAT, type Scenario } from "../../model/scenario";
import { LIMITS } from "../limits";
import { contributionRound } from "./contributions";
import { demand, fundingSource, requirement, riskLevel } from "./demand";
import {
  basisName,
  byFinancialYear,
  changePercent,
  date,
  decimal,
  freeText,
  id,
  listOf,
  month,
  nameText,
  optional,
  quantity,
} from "./fields";
import { lotStructure, priorities } from "./priorities";
import { provision } from "./provisions";

const index = z.strictObject({ id, name: nameText, rates: byFinancialYear(changePercent) });

const evidenceSource = z.strictObject({
  id,
  title: nameText,
  date: optional(date),
  kind: optional(nameText),
  reference: optional(freeText),
});

const provenance = z.strictObject({
  path: nameText,
  source: optional(id),
  note: optional(freeText),
  low: optional(decimal),
  high: optional(decimal),
});

const organisation = z.strictObject({
  id,
  name: nameText,
  kind: z.enum([
    "lead-commissioner",
    "commissioner",
    "police-and-crime-commissioner",
    "district",
    "health",
    "csp",
    "provider",
    "other",
  ]),
  validFrom: optional(date),
  validTo: optional(date),
  successor: optional(id),
});

const area = z.strictObject({
  id,
  name: nameText,
  code: optional(nameText),
  organisation: optional(id),
  bases: z.record(basisName, quantity),
});

const activity = z.strictObject({
  id,
  name: nameText,
  unit: nameText,
  queue: optional(z.enum(["waiting-list", "turn-away"])),
  statutory: optional(z.boolean()),
  riskLevels: optional(z.array(riskLevel).max(3)),
  cohorts: optional(listOf(nameText, 50)),
  stream: optional(nameText),
});

const commitment = z.strictObject({
  id,
  name: nameText,
  objective: optional(id),
  state: z.enum(["not-started", "red", "amber", "green", "unknown"]),
  continuing: optional(z.boolean()),
  note: optional(freeText),
  sameAs: optional(id),
});

const oneToFive = z.literal([1, 2, 3, 4, 5]);
const risk = z.strictObject({
  id,
  text: freeText,
  likelihood: oneToFive,
  impact: oneToFive,
  owner: optional(id),
  mitigation: optional(freeText),
});

/** The shape of a scenario file, version 1: types, forms and ranges. What fields mean together is in `checks/`. */
export const scenarioSchema = z.strictObject({
  format: z.literal(SCENARIO_FORMAT),
  id,
  name: nameText,
  purpose: optional(freeText),
  status: optional(z.enum(["draft", "consultation", "approved", "superseded"])),
  basedOn: optional(z.nullable(z.strictObject({ id, name: optional(nameText) }))),
  synthetic: optional(z.boolean()),
  horizon: z.strictObject({ start: month, end: month }),
  indexes: optional(listOf(index, LIMITS.indexes)),
  sources: optional(listOf(evidenceSource, LIMITS.sources)),
  provenance: optional(listOf(provenance, LIMITS.provenance)),
  organisations: listOf(organisation, LIMITS.organisations),
  areas: listOf(area, LIMITS.areas),
  basisUnits: optional(z.record(basisName, nameText)),
  activities: listOf(activity, LIMITS.activities),
  provisions: listOf(provision, LIMITS.provisions),
  requirements: optional(listOf(requirement, LIMITS.requirements)),
  demand: optional(listOf(demand, LIMITS.demand)),
  fundingSources: optional(listOf(fundingSource, LIMITS.fundingSources)),
  contributions: optional(listOf(contributionRound, LIMITS.rounds)),
  priorities: optional(priorities),
  lotStructure: optional(lotStructure),
  objectives: optional(listOf(z.strictObject({ id, name: nameText }), LIMITS.objectives)),
  commitments: optional(listOf(commitment, LIMITS.commitments)),
  risks: optional(listOf(risk, LIMITS.risks)),
});

// The proof that schema and type say the same: each may stand for the other, also when every field that may be absent
// has to be there (else one could lack it unnoticed).
type Absent = { readonly absent: true };
type AllFields<T> = T extends readonly (infer Element)[]
  ? readonly AllFields<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: AllFields<T[Key]> | (object extends Pick<T, Key> ? Absent : never) }
    : T;
type StandsFor<First, Second> = [First] extends [Second] ? true : false;
type Proof<Holds extends readonly true[]> = Holds;
type Parsed = z.infer<typeof scenarioSchema>;
export type SchemaIsScenario = Proof<
  [
    StandsFor<Parsed, Scenario>,
    StandsFor<AllFields<Parsed>, AllFields<Scenario>>,
    StandsFor<AllFields<Scenario>, AllFields<Parsed>>,
  ]
>;
