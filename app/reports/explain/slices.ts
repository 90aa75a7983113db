import { formatFinancialYear } from "../../../scenarios/model/calendar";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { COST_KINDS, type LedgerKind, type LedgerLine } from "../../../scenarios/model/ledger";
import { sumPence } from "../../../scenarios/model/money";
import { namesOf } from "../names";
import type { Address } from "../report-table";
import type { Explanation, Part } from "./explanation";

/**
 * Figures of money that are a sum over lines of the ledger: who pays, for what, in which year. Such a figure is told by
 * what it is of (`cost`, `source-lcc-core`, `contribution-blaby`), the provision and the financial year, or {@link ALL}.
 */
export type Slice = {
  readonly what: string;
  readonly provision?: Id | undefined;
  readonly year?: number | undefined;
};

/** No id has an underscore. */
export const ALL = "_";

/** Where a slice is explained. What has an explanation of its own, with more to say, is explained there. */
export function sliceAddress({ what, provision, year }: Slice): Address {
  const [of, when] = [provision ?? ALL, year === undefined ? ALL : String(year)];
  if (what === "cost" && provision === undefined && year === undefined) return ["total-cost"];
  if (what === "cost" && provision !== undefined)
    return year === undefined ? ["cost", provision] : ["cost", provision, when];
  if (what === "unfunded" && provision === undefined)
    return year === undefined ? ["unfunded"] : ["unfunded", when];
  if (what === "unfunded" && year !== undefined) return ["funding", of, when];
  return ["money", what, of, when];
}

/** A sum of the ledger: by year, then by provision, then by what each line is. Null when nothing is of that kind. */
export function explainSlice(
  evaluation: Evaluation,
  what: string,
  { provision, year }: { readonly provision: string; readonly year: string },
): Explanation | null {
  const kind = kindOf(evaluation, what);
  const { scenario, timeline } = evaluation;
  const slice: Slice = {
    what,
    provision: provision === ALL ? undefined : provision,
    year: year === ALL ? undefined : Number(year),
  };
  const isKnown =
    (slice.provision === undefined || scenario.provisions.some(({ id }) => id === provision)) &&
    (slice.year === undefined || timeline.years.includes(slice.year));
  if (kind === null || !isKnown) return null;
  const lines = evaluation.ledger.filter(
    (line) =>
      kind.isOf(line) &&
      (slice.provision === undefined || line.provision === slice.provision) &&
      (slice.year === undefined || line.year === slice.year),
  );
  return {
    title: `${kind.title}${aboutWords(evaluation, slice)}`,
    value: sumPence(lines.map(({ amount }) => amount)),
    kind: "money",
    rule: [kind.rule],
    parts: partsOf(evaluation, slice, lines),
    workings: [],
    inputs: kind.inputs(slice.year === undefined ? timeline.years : [slice.year]),
  };
}

function aboutWords({ scenario }: Evaluation, { provision, year }: Slice): string {
  const to = provision === undefined ? "" : `: ${namesOf(scenario).provision(provision)}`;
  return `${to}${year === undefined ? "" : `, ${formatFinancialYear(year)}`}`;
}

function partsOf(evaluation: Evaluation, slice: Slice, lines: readonly LedgerLine[]): Part[] {
  const { scenario, timeline } = evaluation;
  const names = namesOf(scenario);
  const sumWhere = (is: (line: LedgerLine) => boolean): bigint =>
    sumPence(lines.filter(is).map(({ amount }) => amount));
  const parts =
    slice.year === undefined
      ? timeline.years.map(
          (year): Part => ({
            id: String(year),
            label: formatFinancialYear(year),
            value: sumWhere((line) => line.year === year),
            to: sliceAddress({ ...slice, year }),
          }),
        )
      : slice.provision === undefined
        ? scenario.provisions.map(
            ({ id, name }): Part => ({
              id,
              label: name,
              value: sumWhere((line) => line.provision === id),
              to: sliceAddress({ ...slice, provision: id }),
            }),
          )
        : leaves(lines, names);
  return parts.filter(({ value }) => value !== 0n);
}

/** Of one provision and year: what the lines are, each by who pays it. */
function leaves(lines: readonly LedgerLine[], names: ReturnType<typeof namesOf>): Part[] {
  const keyOf = ({ kind, payer, round }: LedgerLine): string => [kind, payer, round].join(" ");
  return [...new Set(lines.map(keyOf))].map((key): Part => {
    const own = lines.filter((line) => keyOf(line) === key);
    const [{ kind, payer, round }] = own as [LedgerLine, ...LedgerLine[]];
    const who =
      payer === null ? "" : `: ${kind === "source" ? names.source(payer) : names.organisation(payer)}`;
    const of = round === null ? "" : `, ${names.round(round)}`;
    return {
      id: key.replaceAll(" ", "-"),
      label: `${KIND_WORDS[kind]}${who}${of}`,
      value: sumPence(own.map(({ amount }) => amount)),
    };
  });
}

const KIND_WORDS: Readonly<Record<LedgerKind, string>> = {
  contract: "Price at the start, for the months in service",
  uplift: "What indexation adds to it",
  "one-off": "One-off costs",
  share: "Share",
  override: "Agreed instead of the formula, difference",
  "buy-in": "Buy-in",
  "top-up": "Top-up",
  source: "Funding source",
  unfunded: "Unfunded",
};

type Kind = {
  readonly title: string;
  readonly rule: string;
  readonly isOf: (line: LedgerLine) => boolean;
  readonly inputs: (years: readonly number[]) => string[];
};

const NO_INPUTS = (): string[] => [];
const isContribution = ({ round, kind }: LedgerLine): boolean => round !== null && kind !== "top-up";

/** What is of a kind, by its name; null where the scenario has no such kind, source or organisation. */
function kindOf(evaluation: Evaluation, what: string): Kind | null {
  const fixed = Object.hasOwn(FIXED, what) ? FIXED[what] : undefined;
  if (fixed !== undefined) return { ...fixed, inputs: NO_INPUTS };
  const { scenario } = evaluation;
  const [begins, make] = BY_PAYER.find(([prefix]) => what.startsWith(prefix)) ?? [];
  return begins === undefined || make === undefined ? null : make(scenario, what.slice(begins.length));
}

const oneOf =
  (...kinds: readonly LedgerKind[]) =>
  ({ kind }: LedgerLine): boolean =>
    kinds.includes(kind);

const FIXED: Readonly<Record<string, Omit<Kind, "inputs">>> = {
  cost: {
    title: "Cost",
    rule: "What every provision costs: its price for the months in service, what indexation adds, and its one-off costs.",
    isOf: oneOf(...COST_KINDS),
  },
  recurring: {
    title: "Recurring cost",
    rule: "The price of every provision for its months in service, and what indexation adds to it.",
    isOf: oneOf("contract", "uplift"),
  },
  "one-off": {
    title: "One-off costs",
    rule: "Costs that fall once, in the financial year of their date.",
    isOf: oneOf("one-off"),
  },
  contributions: {
    title: "Contributions and top-ups",
    rule: "What the members of all rounds pay, and what others top up.",
    isOf: oneOf("share", "override", "buy-in", "top-up"),
  },
  members: {
    title: "Contributions",
    rule: "What the members of all rounds pay: shares, what was agreed instead of the formula, and buy-ins; without top-ups.",
    isOf: isContribution,
  },
  sources: {
    title: "Funding sources",
    rule: "What funding sources pay. Each pays only what it may, agreed lines first, those that end first before others.",
    isOf: oneOf("source"),
  },
  unfunded: {
    title: "Unfunded",
    rule: "What is left of the cost when all money that may pay for it is used.",
    isOf: oneOf("unfunded"),
  },
  paid: {
    title: "Paid and unfunded",
    rule: "Everything that pays for a cost, contributions in full also beyond it, and what nobody pays.",
    isOf: (line) => !COST_KINDS.includes(line.kind),
  },
};

type Scenario = Evaluation["scenario"];

const sourceInputs = (ids: readonly Id[], years: readonly number[]): string[] =>
  ids.flatMap((id) => years.map((year) => `/fundingSources/${id}/amounts/${formatFinancialYear(year)}`));

const BY_PAYER: readonly (readonly [
  prefix: string,
  make: (scenario: Scenario, id: string) => Kind | null,
])[] = [
  ["source-", ofSource],
  ["owner-", ofOwner],
  ["contribution-", (scenario, id) => ofMember(scenario, id, "Contribution", isContribution)],
  ["top-up-", (scenario, id) => ofMember(scenario, id, "Top-up", oneOf("top-up"))],
  [
    "organisation-",
    (scenario, id) => ofMember(scenario, id, "Contribution and top-up", ({ round }) => round !== null),
  ],
];

function ofSource({ fundingSources = [] }: Scenario, id: Id): Kind | null {
  const source = fundingSources.find((one) => one.id === id);
  if (source === undefined) return null;
  return {
    title: `What ${source.name} pays`,
    rule: "A source pays only what its ring-fence allows and as far as it reaches: agreed lines first, then so that as little as possible stays unpaid.",
    isOf: ({ kind, payer }) => kind === "source" && payer === id,
    inputs: (years) => sourceInputs([id], years),
  };
}

function ofOwner({ fundingSources = [], organisations }: Scenario, id: Id): Kind | null {
  const owner = organisations.find((one) => one.id === id);
  if (owner === undefined) return null;
  const own = fundingSources.filter((source) => source.owner === id).map((source) => source.id);
  return {
    title: `What the funding sources of ${owner.name} pay`,
    rule: "The money of a funding source is counted as its owner's.",
    isOf: ({ kind, payer }) => kind === "source" && own.includes(payer ?? ""),
    inputs: (years) => sourceInputs(own, years),
  };
}

function ofMember(
  { organisations, contributions = [] }: Scenario,
  id: Id,
  title: string,
  isOf: (line: LedgerLine) => boolean,
): Kind | null {
  const organisation = organisations.find((one) => one.id === id);
  if (organisation === undefined) return null;
  return {
    title: `${title} of ${organisation.name}`,
    rule: "What it pays in the rounds of contributions: its share, what was agreed instead of the formula, what it buys in and what it tops up, as far as each is asked for here. The working of each share stands on the page Contributions.",
    isOf: (line) => line.payer === id && isOf(line),
    inputs: () =>
      contributions.flatMap((round) => [
        `/contributions/${round.id}/members/${id}/choice`,
        `/contributions/${round.id}/pot/annual`,
      ]),
  };
}
