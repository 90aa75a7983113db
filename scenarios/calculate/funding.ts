import { formatFinancialYear } from "../model/calendar";
import type { Funding, ProvisionCost, ProvisionFunding, RoundOutcome, SourceYear } from "../model/evaluation";
import { compareIds, type Id } from "../model/identifiers";
import { divideRounded, type Pence, parseMoney, sumPence } from "../model/money";
import { parsePercent, timesRounded } from "../model/rational";
import type { FundingLine, FundingSource, Provision, Scenario } from "../model/scenario";
import { type Timeline, YEAR_PARTS, yearParts } from "../model/timeline";
import { type ContributionByCertainty, calculateByCertainty, contributionsTo } from "./certainty";
import { inDrawOrder } from "../model/draw-order";
import { mayPay } from "./eligibility";
import { matchFunding } from "./match-funding";
import { periodOf } from "./provision-costs";

/** What funding is read from, with what costs and the outcomes of rounds rest on. */
export const FUNDING_READS = [
  "horizon",
  "indexes",
  "areas",
  "activities",
  "provisions",
  "contributions",
  "fundingSources",
] as const satisfies readonly (keyof Scenario)[];
type FundedScenario = Pick<Scenario, (typeof FUNDING_READS)[number]>;

/**
 * Who pays for what in each financial year (rules §8), whole pence: contributions first, then each provision's agreed
 * lines in the order in which provisions draw (`inDrawOrder`), then the rest matched automatically to what sources have left. What remains is
 * unfunded. Money carries forward to the next year only where its source says so.
 */
export function calculateFunding(
  scenario: FundedScenario,
  costs: ReadonlyMap<Id, ProvisionCost>,
  rounds: ReadonlyMap<Id, RoundOutcome>,
  timeline: Timeline,
): Funding {
  const provisions = inDrawOrder(scenario.provisions);
  const inService = provisions.map((provision) => yearParts(timeline, periodOf(provision)));
  const reach = reachOf(scenario.fundingSources ?? [], provisions);
  const sources = inOrderOfUse(scenario.fundingSources ?? [], reach);
  const contributions = contributionsTo(scenario, rounds, timeline);
  const carried = new Map<Id, Pence>();
  const years = timeline.years.map((year, place) => {
    const accounts = provisions.map((provision, at) =>
      openAccount(
        provision,
        (costs.get(provision.id) as ProvisionCost).years[place] as Pence,
        contributions.get(provision.id)?.[place],
        (inService[at] as readonly bigint[])[place] as bigint,
      ),
    );
    const purses = sources.map((source) =>
      openPurse(source, reach, formatFinancialYear(year), carried.get(source.id) ?? 0n),
    );
    payAgreedLines(accounts, purses);
    const bottleneck = payTheRest(scenario, accounts, purses);
    for (const { source, left } of purses) carried.set(source.id, source.carryForward === true ? left : 0n);
    return { accounts, purses, bottleneck };
  });
  return {
    unfunded: years.map(({ accounts }) => sumPence(accounts.map(({ unpaid }) => unpaid))),
    provisions: new Map(
      provisions.map(({ id }, at) => [
        id,
        years.map(({ accounts }) => closeAccount(accounts[at] as Account)),
      ]),
    ),
    sources: new Map(
      sources.map(({ id }, at) => [id, years.map(({ purses }) => closePurse(purses[at] as Purse))]),
    ),
    bottleneck: years.map(({ bottleneck }) => bottleneck),
    byCertainty: years.map(({ accounts }) => calculateByCertainty(accounts, sources)),
  };
}

/** By source, the ids of the provisions that it may pay for. */
type Reach = ReadonlyMap<Id, ReadonlySet<Id>>;

function reachOf(sources: readonly FundingSource[], provisions: readonly Provision[]): Reach {
  return new Map(
    sources.map((source) => [
      source.id,
      new Set(provisions.filter((provision) => mayPay(source, provision)).map(({ id }) => id)),
    ]),
  );
}

/** Lapsing money before money that carries forward, then the source that may pay for fewest provisions, then id. */
function inOrderOfUse(sources: readonly FundingSource[], reach: Reach): FundingSource[] {
  const breadth = ({ id }: FundingSource): number => reach.get(id)?.size ?? 0;
  return [...sources].sort(
    (first, second) =>
      Number(first.carryForward === true) - Number(second.carryForward === true) ||
      breadth(first) - breadth(second) ||
      compareIds(first.id, second.id),
  );
}

/** One provision in one year while money is being given to it. */
type Account = {
  readonly provision: Provision;
  readonly cost: Pence;
  readonly contributions: ContributionByCertainty;
  /** The part of the year in service and in the horizon, in YEAR_PARTS: for `annual` lines. */
  readonly partsInService: bigint;
  readonly agreed: Map<Id, Pence>;
  readonly matched: Map<Id, Pence>;
  unpaid: Pence;
};

/** One source in one year while it is being spent. */
type Purse = {
  readonly source: FundingSource;
  readonly mayPayFor: ReadonlySet<Id>;
  readonly available: Pence;
  readonly carriedIn: Pence;
  left: Pence;
};

const NOTHING: ContributionByCertainty = { confirmed: 0n, indicative: 0n, atRisk: 0n };

function openAccount(
  provision: Provision,
  cost: Pence,
  contributions: ContributionByCertainty = NOTHING,
  partsInService: bigint,
): Account {
  const paid = sumPence(Object.values(contributions));
  const unpaid = cost > paid ? cost - paid : 0n;
  return { provision, cost, contributions, partsInService, agreed: new Map(), matched: new Map(), unpaid };
}

function openPurse(source: FundingSource, reach: Reach, year: string, carriedIn: Pence): Purse {
  const amount = source.amounts[year];
  const available = (amount === undefined ? 0n : parseMoney(amount)) + carriedIn;
  return { source, mayPayFor: reach.get(source.id) ?? new Set(), available, carriedIn, left: available };
}

/** Provisions draw one after another, each with all its lines (rules §8). */
function payAgreedLines(accounts: readonly Account[], purses: readonly Purse[]): void {
  const purseOf = new Map(purses.map((purse) => [purse.source.id, purse]));
  for (const account of accounts) {
    for (const line of account.provision.funding ?? []) {
      const purse = purseOf.get(line.source);
      if (purse === undefined || !purse.mayPayFor.has(account.provision.id)) continue;
      const amount = least(amountOf(line, account), account.unpaid, purse.left);
      give(amount, account, account.agreed, purse);
    }
  }
}

/** What a line asks for: annual by the months in service, percent of the whole year's cost, or all that is unpaid. */
function amountOf(line: FundingLine, { cost, unpaid, partsInService }: Account): Pence {
  if ("annual" in line) return divideRounded(parseMoney(line.annual) * partsInService, YEAR_PARTS);
  if ("percent" in line) return timesRounded(cost, parsePercent(line.percent));
  return unpaid;
}

function least(first: Pence, ...others: readonly Pence[]): Pence {
  return others.reduce((smallest, other) => (other < smallest ? other : smallest), first);
}

function give(amount: Pence, account: Account, lines: Map<Id, Pence>, purse: Purse): void {
  if (amount <= 0n) return;
  lines.set(purse.source.id, (lines.get(purse.source.id) ?? 0n) + amount);
  account.unpaid -= amount;
  purse.left -= amount;
}

/** Matches what is unpaid to what sources have left; provisions with a statutory activity first, then as they draw. */
function payTheRest(
  scenario: FundedScenario,
  accounts: readonly Account[],
  purses: readonly Purse[],
): readonly Id[] {
  const statutory = new Set(
    scenario.activities.filter(({ statutory }) => statutory === true).map(({ id }) => id),
  );
  const isStatutory = ({ provision }: Account): boolean =>
    provision.activities.some((id) => statutory.has(id));
  const open = accounts.filter(({ unpaid }) => unpaid > 0n);
  const inOrder = [...open.filter(isStatutory), ...open.filter((account) => !isStatutory(account))];
  const match = matchFunding({
    available: purses.map(({ left }) => left),
    needed: inOrder.map(({ unpaid }) => unpaid),
    mayPay: purses.map(({ mayPayFor }) => inOrder.map(({ provision }) => mayPayFor.has(provision.id))),
  });
  match.paid.forEach((ofSource, source) =>
    ofSource.forEach((amount, at) => {
      const account = inOrder[at] as Account;
      give(amount, account, account.matched, purses[source] as Purse);
    }),
  );
  return match.bottleneck.map((at) => (inOrder[at] as Account).provision.id).sort(compareIds);
}

function closeAccount({ cost, contributions, agreed, matched, unpaid }: Account): ProvisionFunding {
  const sources = new Map(agreed);
  for (const [id, amount] of matched) sources.set(id, (sources.get(id) ?? 0n) + amount);
  return { cost, contributions: sumPence(Object.values(contributions)), sources, agreed, unfunded: unpaid };
}

function closePurse({ available, carriedIn, left }: Purse): SourceYear {
  return { available, carriedIn, used: available - left, unused: left };
}
