import { diffDocuments } from "../../scenarios/changes/diff-documents";
import type { Operation } from "../../scenarios/changes/operation";
import { freeId, idFromName } from "../../scenarios/model/identifiers";
import type { EvidenceSource, Provenance, Scenario } from "../../scenarios/model/scenario";
import { asJson } from "./apply-edits";
import { type Basis, basisOf, figureOf } from "./basis-form";

/** What makes a basis, new or there before under `before`, what was typed: one change of every area. */
export function basisOperations(scenario: Scenario, before: string, basis: Basis): readonly Operation[] {
  const { sources, id: source } = withSource(scenario, basis.source);
  const cleared = withoutBasis(scenario, before);
  const areas = cleared.areas.map((area) => {
    const value = basis.values[area.id];
    return value === undefined ? area : { ...area, bases: { ...area.bases, [basis.name]: value } };
  });
  const provenance = notesOn(scenario, before, basis, source);
  const units = { ...cleared.basisUnits, ...(basis.unit === null ? {} : { [basis.name]: basis.unit }) };
  return operationsTo(scenario, {
    ...cleared,
    areas,
    ...(sources === undefined ? {} : { sources }),
    ...(provenance.length === 0 ? {} : { provenance }),
    ...(Object.keys(units).length === 0 ? {} : { basisUnits: units }),
    ...(scenario.contributions === undefined
      ? {}
      : { contributions: scenario.contributions.map((round) => renamed(round, before, basis.name)) }),
  });
}

/**
 * The notes on all figures: those on this basis stay with what they say besides, such as a range, and name the source where
 * another was typed; a figure that is new, or whose source is, gets one.
 */
function notesOn(
  scenario: Scenario,
  before: string,
  basis: Basis,
  source: string | null,
): readonly Provenance[] {
  const shown = basisOf(scenario, before).source;
  const isSame = shown?.title === basis.source?.title;
  const areas = new Map(scenario.areas.map(({ id }) => [figureOf(id, before), id]));
  const noted = new Set<string>();
  const kept = (scenario.provenance ?? []).flatMap((note): Provenance[] => {
    const area = areas.get(note.path);
    if (area === undefined) return [note];
    if (basis.values[area] === undefined) return [];
    noted.add(area);
    const path = figureOf(area, basis.name);
    if (isSame) return [{ ...note, path }];
    if (source !== null) return [{ ...note, path, source }];
    const besides = Object.entries(note).filter(([key]) => key !== "source");
    return besides.length === 1 ? [] : [{ ...Object.fromEntries(besides), path }];
  });
  const had = basisOf(scenario, before).values;
  const missing = Object.keys(basis.values).filter(
    (area) => source !== null && !noted.has(area) && !(isSame && Object.hasOwn(had, area)),
  );
  return [
    ...kept,
    ...missing.map((area) => ({ path: figureOf(area, basis.name), ...(source === null ? {} : { source }) })),
  ];
}

/** What takes a basis away from every area; no round may share by it. */
export const deletionOperations = (scenario: Scenario, name: string): readonly Operation[] =>
  operationsTo(scenario, withoutBasis(scenario, name));

/** The rounds that share by a basis. */
export const roundsBy = ({ contributions = [] }: Scenario, basis: string): readonly string[] =>
  contributions
    .filter(({ share }) => share?.weights.some((weight) => weight.basis === basis) === true)
    .map(({ name }) => name);

const operationsTo = (scenario: Scenario, after: Scenario): readonly Operation[] =>
  diffDocuments(asJson(scenario), asJson(after));

function withoutBasis(scenario: Scenario, name: string): Scenario {
  const { provenance, basisUnits, ...kept } = scenario;
  const of = new Set(scenario.areas.map(({ id }) => figureOf(id, name)));
  const notes = provenance?.filter(({ path }) => !of.has(path));
  const units = without(basisUnits ?? {}, name);
  return {
    ...kept,
    areas: scenario.areas.map((area) => ({ ...area, bases: without(area.bases, name) })),
    ...(notes === undefined ? {} : { provenance: notes }),
    ...(Object.keys(units).length === 0 ? {} : { basisUnits: units }),
  };
}

function without(record: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

type Round = NonNullable<Scenario["contributions"]>[number];

function renamed(round: Round, before: string, name: string): Round {
  if (round.share === undefined) return round;
  const weights = round.share.weights.map((weight) =>
    weight.basis === before ? { ...weight, basis: name } : weight,
  );
  return { ...round, share: { ...round.share, weights } };
}

/** The evidence with the source of the figures: the one of that title, or a new one. */
function withSource(
  { sources }: Scenario,
  wanted: Basis["source"],
): { readonly sources: readonly EvidenceSource[] | undefined; readonly id: string | null } {
  if (wanted === null) return { sources, id: null };
  const known = sources?.find(({ title }) => title.toLowerCase() === wanted.title.toLowerCase());
  if (known !== undefined) {
    const dated = known.date === undefined && wanted.date !== null ? { ...known, date: wanted.date } : known;
    return { sources: sources?.map((one) => (one === known ? dated : one)), id: known.id };
  }
  const taken = (sources ?? []).map(({ id }) => id);
  const id = freeId(idFromName(wanted.title.split(" ").slice(0, 6).join(" ")), taken);
  const date = wanted.date === null ? {} : { date: wanted.date };
  return { sources: [...(sources ?? []), { id, title: wanted.title, ...date }], id };
}
