import type { PlanWithScenarios, ScenarioPick } from "../services/services";

/** What a comparison shows; all of it stands in its address, so that the same address gives the same page. */
export type CompareQuery = {
  /** The reference first; 2 to 8, or fewer where {@link faults} say why there is no comparison. */
  readonly picks: readonly ScenarioPick[];
  readonly hideEqual: boolean;
  readonly sort: SortOrder;
  readonly why: { readonly measure: string; readonly scenario: string } | null;
  readonly faults: readonly QueryFault[];
};

/** What in an address could not be followed, at the field of the form that mends it. */
export type QueryFault = { readonly field: "scenario" | "reference" | "sort" | "why"; readonly text: string };

export const SORT_ORDERS = [
  { value: "group", text: "By subject" },
  { value: "difference", text: "Largest difference first, in each subject" },
] as const;
export type SortOrder = (typeof SORT_ORDERS)[number]["value"];

export const MOST_COMPARED = 8;

/** `llr-2015-s1`, or `llr-2015-s1@3` as it was in revision 3. */
export const pickKey = ({ scenario, revision }: ScenarioPick): string =>
  revision === null ? scenario : `${scenario}@${revision}`;

/**
 * Reads what the address asks for. What it does not say is chosen so that a first visit shows a comparison: all scenarios,
 * against the baseline.
 */
export function readCompareQuery(
  search: URLSearchParams,
  { scenarios }: Pick<PlanWithScenarios, "scenarios">,
): CompareQuery {
  const faults: QueryFault[] = [];
  const known = (field: "scenario" | "reference") => (text: string) => {
    const pick = readPick(text);
    if (pick !== null && scenarios.some(({ id }) => id === pick.scenario)) return [pick];
    faults.push({ field, text: `There is no scenario “${text}” in this plan: choose one of the list.` });
    return [];
  };
  const asked = search.getAll("scenario").flatMap(known("scenario"));
  const reference = search.getAll("reference").slice(0, 1).flatMap(known("reference"))[0];
  const isOpen = !search.has("scenario");
  const others = isOpen ? scenarios.map(({ id }) => asItStands(id)) : asked;
  const first = reference ?? usualReference(scenarios, others);
  const picks = onlyOnce([...(first === null ? [] : [first]), ...others]);
  return {
    picks: withinBounds(isOpen ? picks.slice(0, MOST_COMPARED) : picks, faults),
    hideEqual: search.get("hide-equal") === "on",
    sort: readSort(search.get("sort"), faults),
    why: readWhy(search.get("why"), faults),
    faults,
  };
}

/** The address of a comparison, below that of its plan. */
export function compareSearch({ picks, hideEqual, sort, why }: Omit<CompareQuery, "faults">): string {
  const [reference, ...others] = picks.map(pickKey);
  const search = new URLSearchParams(reference === undefined ? [] : [["reference", reference]]);
  for (const key of others) search.append("scenario", key);
  if (hideEqual) search.set("hide-equal", "on");
  if (sort !== "group") search.set("sort", sort);
  if (why !== null) search.set("why", `${why.measure}:${why.scenario}`);
  return `?${search.toString()}`;
}

/** From a scenario: against what it is based on, or, where it is based on nothing here, as the reference of all others. */
export function compareSearchFrom(scenario: string, base: string | undefined): string {
  const reference = base ?? scenario;
  const picks = [...new Set([reference, scenario])].map(asItStands);
  return compareSearch({ picks, hideEqual: false, sort: "group", why: null });
}

export const compareHref = (plan: string): string => `/plans/${encodeURIComponent(plan)}/compare`;

const asItStands = (scenario: string): ScenarioPick => ({ scenario, revision: null });

function readPick(text: string): ScenarioPick | null {
  const [, scenario = "", revision] = /^([^@]+)(?:@([1-9]\d{0,8}))?$/.exec(text) ?? [];
  return scenario === "" ? null : { scenario, revision: revision === undefined ? null : Number(revision) };
}

/** Without a word about it: what the only chosen one is based on, else the baseline, which is based on no other here. */
function usualReference(
  scenarios: PlanWithScenarios["scenarios"],
  chosen: readonly ScenarioPick[],
): ScenarioPick | null {
  const baseOf = (id: string): string | undefined =>
    scenarios.find((scenario) => scenario.id === id)?.evaluation?.scenario.basedOn?.id;
  const isThere = (id: string | undefined): boolean => scenarios.some((scenario) => scenario.id === id);
  const own = chosen.length === 1 ? baseOf(chosen[0]?.scenario ?? "") : undefined;
  const baseline = scenarios.find(({ id }) => !isThere(baseOf(id))) ?? scenarios[0];
  const found = own !== undefined && isThere(own) ? own : baseline?.id;
  return found === undefined ? null : asItStands(found);
}

function onlyOnce(picks: readonly ScenarioPick[]): ScenarioPick[] {
  return [...new Map(picks.map((pick) => [pickKey(pick), pick])).values()];
}

function withinBounds(picks: readonly ScenarioPick[], faults: QueryFault[]): readonly ScenarioPick[] {
  if (picks.length < 2)
    faults.push({ field: "scenario", text: "Choose at least one scenario besides the reference." });
  if (picks.length > MOST_COMPARED)
    faults.push({
      field: "scenario",
      text: `Choose at most ${MOST_COMPARED} scenarios with the reference; the first ${MOST_COMPARED} are shown.`,
    });
  return picks.slice(0, MOST_COMPARED);
}

function readSort(text: string | null, faults: QueryFault[]): SortOrder {
  const found = SORT_ORDERS.find(({ value }) => value === text);
  if (found === undefined && text !== null)
    faults.push({ field: "sort", text: `There is no order “${text}”: choose one of the list.` });
  return found?.value ?? "group";
}

/** The last colon parts them: ids of scenarios have none. */
function readWhy(text: string | null, faults: QueryFault[]): CompareQuery["why"] {
  if (text === null || text === "") return null;
  const at = text.lastIndexOf(":");
  if (at > 0) return { measure: text.slice(0, at), scenario: text.slice(at + 1) };
  faults.push({
    field: "why",
    text: `“${text}” names no row and scenario: follow a “Why” link of the table.`,
  });
  return null;
}
