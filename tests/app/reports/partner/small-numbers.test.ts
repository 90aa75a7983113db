import { expect, it } from "vitest";
import { buildPartnerReport } from "../../../../app/reports/partner/partner-report";
import { ruleOf } from "../../../../scenarios/disclosure/small-numbers";
import { sharesThatTell, smallPlacesOf } from "../../../../scenarios/disclosure/small-places";
import type { Area, Demand, RoundMember, Scenario } from "../../../../scenarios/model/scenario";
import { provisionWith, scenarioWith } from "../../../support/scenarios";

/**
 * Nothing that a partner is shown follows from a suppressed count: in two worlds that differ in nothing but suppressed
 * counts, all tables, sums, shares and percentages of two consultations are the same to the byte. So nobody can recover
 * one, whatever they put together and whatever else they know.
 */
const TERMS = {
  introduction: "",
  questions: [],
  opens: "2015-02-02",
  closes: "2015-02-27",
  silence: "undecided",
} as const;
const AREAS = ["ashby", "brook", "cliffe", "dale", "elm"] as const;
const ACTIVITIES = ["support", "refuge"] as const;
const BASES = ["population", "incidents", "referrals"] as const;

/** What somebody counted, at its place: area and basis, or area and activity. */
type Counts = ReadonlyMap<string, number>;
type Case = {
  readonly threshold: number;
  readonly partner: string;
  /** Two consultations, the first of one scenario, the second of two: other members, other weights, some other counts. */
  readonly releases: readonly (readonly Drawn[])[];
};
type Drawn = {
  readonly counts: Counts;
  readonly members: readonly string[];
  readonly weights: readonly (typeof BASES)[number][];
};

function scenarioOf({ counts, members, weights }: Drawn, id: string): Scenario {
  const countAt = (place: string): string => String(counts.get(place) ?? 0);
  const base = scenarioWith({
    areas: AREAS.map(
      (area, at): Area => ({
        ...{ id: area, name: area, code: `E0700090${at}`, organisation: ownerOf(area) },
        bases: Object.fromEntries(BASES.map((basis) => [basis, countAt(`${area} ${basis}`)])),
      }),
    ),
  });
  const demand = AREAS.flatMap((area) =>
    ACTIVITIES.map(
      (activity): Demand => ({
        ...{ id: `${activity}-${area}`, area, activity, baseYear: "2015/16" },
        annual: countAt(`${area} ${activity}`),
      }),
    ),
  );
  return {
    ...base,
    ...{ id, name: id, demand },
    activities: ACTIVITIES.map((activity) => ({ id: activity, name: activity, unit: "cases" })),
    sources: [{ id: "police", title: "Counts", kind: "observation" }],
    provenance: [
      ...AREAS.flatMap((area) => [`/areas/${area}/bases/incidents`, `/areas/${area}/bases/referrals`]),
      ...demand.map((one) => `/demand/${one.id}`),
    ].map((path) => ({ path, source: "police" })),
    provisions: [
      provisionWith({
        ...{ activities: ACTIVITIES, areas: AREAS },
        capacity: ACTIVITIES.map((activity) => ({ activity, unitsPerYear: "90" })),
      }),
    ],
    contributions: [
      {
        ...{ id: "round", name: "Round", provision: "joint", from: "2015-04-01", to: "2016-03-31" },
        pot: { annual: "10000.00" },
        share: { weights: weights.map((basis) => ({ basis, percent: String(100 / weights.length) })) },
        whenSomeDecline: { rule: "re-spread" },
        capacity: { activity: "support", unitsPerYear: "40", access: "open" },
        members: members.map(
          (area): RoundMember => ({
            ...{ organisation: ownerOf(area), area, choice: ["B"] },
            status: area === "brook" ? "confirmed" : "asked",
          }),
        ),
      },
    ],
  };
}

/** One council answers for two areas. */
const ownerOf = (area: string): string => (area === "elm" ? "ashby" : area);

const scenariosOf = ({ releases }: Case): Scenario[][] =>
  releases.map((release, at) => release.map((drawn, place) => scenarioOf(drawn, `s-${at}-${place}`)));

/** Everything that the partner is shown, of both consultations. */
function shownOf(one: Case): { readonly text: string; readonly tables: number } {
  const [first = [], second = []] = scenariosOf(one);
  const reports = [
    { scenarios: first, earlier: [] },
    { scenarios: second, earlier: first },
  ].map((part) =>
    buildPartnerReport({
      ...{ ...part, organisation: one.partner },
      consultation: { ...TERMS, smallNumberThreshold: one.threshold },
    }),
  );
  const inText = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}p` : value);
  return {
    text: JSON.stringify(reports, inText),
    tables: reports.flatMap(({ sections }) => sections.flatMap(({ tables }) => tables)).length,
  };
}

/** Whether the commissioners are told that it cannot go out. */
function isRefused(one: Case): boolean {
  const [first = [], second = []] = scenariosOf(one);
  const rule = ruleOf(one.threshold);
  return (
    first.some((scenario) => sharesThatTell(scenario, smallPlacesOf(scenario, rule)).length > 0) ||
    second.some(
      (scenario) => sharesThatTell(scenario, smallPlacesOf(scenario, rule, [...first, ...second])).length > 0,
    )
  );
}

/** The same with other suppressed counts: a count under the threshold becomes another one. */
function withOtherSmall(one: Case, random: Random): { readonly other: Case; readonly changed: number } {
  let changed = 0;
  const releases = one.releases.map((release) =>
    release.map((drawn) => ({
      ...drawn,
      counts: new Map(
        [...drawn.counts].map(([place, count]) => {
          if (place.endsWith("population") || count === 0 || count >= one.threshold) return [place, count];
          changed += 1;
          return [place, 1 + ((count + random.below(one.threshold - 2)) % (one.threshold - 1))];
        }),
      ),
    })),
  );
  return { other: { ...one, releases }, changed };
}

type Random = { readonly below: (whole: number) => number; readonly isBelow: (part: number) => boolean };

/** Mulberry32: the same cases on every machine. */
function seeded(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { below: (whole) => Math.floor(next() * whole), isBelow: (part) => next() < part };
}

function drawCase(random: Random): Case {
  const count = (): number => (random.isBelow(0.12) ? 0 : random.below(random.isBelow(0.3) ? 9 : 90));
  const places = AREAS.flatMap((area) => [...BASES, ...ACTIVITIES].map((of) => `${area} ${of}`));
  const draw = (place: string): number => (place.endsWith("population") ? 100 + random.below(900) : count());
  const first: Counts = new Map(places.map((place) => [place, draw(place)]));
  const later = (): Counts =>
    new Map([...first].map(([place, was]) => [place, random.isBelow(0.2) ? draw(place) : was]));
  const drawn = (counts: Counts): Drawn => {
    const left = random.isBelow(0.5) ? AREAS[1 + random.below(4)] : undefined;
    return {
      counts,
      members: AREAS.filter((area) => area !== left && ownerOf(area) === area),
      weights: random.isBelow(0.7) ? ["population"] : ["population", "incidents"],
    };
  };
  return {
    ...{ threshold: random.isBelow(0.8) ? 5 : 8, partner: "ashby" },
    releases: [[drawn(first)], [drawn(later()), drawn(later())]],
  };
}

it("10,000 random tables of two consultations are the same whatever the suppressed counts are", () => {
  const random = seeded(20150128);
  let [tables, suppressed, refused] = [0, 0, 0];
  while (tables < 10_000) {
    const one = drawCase(random);
    const { other, changed } = withOtherSmall(one, random);
    if (isRefused(one)) {
      refused += 1;
      continue;
    }
    const shown = shownOf(one);
    if (shownOf(other).text !== shown.text)
      expect.fail(
        JSON.stringify(
          one.releases.map((all) => all.map((drawn) => ({ ...drawn, counts: [...drawn.counts] }))),
        ),
      );
    tables += shown.tables;
    suppressed += changed;
  }
  expect(suppressed).toBeGreaterThan(1_000);
  // Shares by a basis with a small count are not shown at all: the commissioners are told before anybody is asked.
  expect(refused).toBeGreaterThan(50);
}, 300_000);

it("they would not be the same if nothing were suppressed", () => {
  const random = seeded(7);
  const told = Array.from({ length: 20 }, () => {
    const one = drawCase(random);
    const { other } = withOtherSmall(one, random);
    const bare = (shown: Case): string => shownOf({ ...shown, threshold: 1 }).text;
    return bare(one) !== bare(other);
  });
  expect(told.filter(Boolean).length).toBeGreaterThan(10);
}, 60_000);
