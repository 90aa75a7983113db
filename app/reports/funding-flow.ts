import { type FinancialYear, formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { COST_KINDS, type LedgerLine } from "../../scenarios/model/ledger";
import type { Pence } from "../../scenarios/model/money";
import { namesOf } from "./names";

/** Which money pays for which provision in one financial year: what the flow picture draws. */
export type FundingFlow = {
  readonly year: string;
  /** In the order of the file: contributions, sources, what nobody pays. Only those with money. */
  readonly payers: readonly FlowNode[];
  readonly provisions: readonly FlowNode[];
  readonly links: readonly FlowLink[];
};

export type FlowNode = { readonly id: string; readonly name: string; readonly amount: Pence };
export type FlowLink = { readonly payer: string; readonly provision: string; readonly amount: Pence };

export const UNFUNDED = "unfunded";
const CONTRIBUTIONS = "contributions";
const TOP_UPS = "top-ups";
const OTHERS = "others";

/** A picture with more than this many rows on a side is not read: the smallest are drawn as one. The table has them all. */
const MOST_NODES = 14;

/** The flow of a year of the horizon; the contributions of all districts are one payer. */
export function buildFundingFlow(evaluation: Evaluation, year: FinancialYear): FundingFlow {
  const lines = evaluation.ledger.filter((line) => line.year === year && !COST_KINDS.includes(line.kind));
  const names = namesOf(evaluation.scenario);
  const links = merge(
    lines.map((line) => ({ payer: payerOf(line), provision: line.provision, amount: line.amount })),
  ).filter(({ amount }) => amount > 0n);
  const sources = (evaluation.scenario.fundingSources ?? []).map(({ id }) => id);
  const payers = nodes(links, ({ payer }) => payer, [
    CONTRIBUTIONS,
    TOP_UPS,
    ...sources.map(sourceNode),
    UNFUNDED,
  ]);
  const provisions = nodes(
    links,
    ({ provision }) => provision,
    evaluation.scenario.provisions.map(({ id }) => id),
  );
  return foldSmallest({
    year: formatFinancialYear(year),
    payers: payers.map(({ id, amount }) => ({ id, amount, name: payerName(id, lines, names.source) })),
    provisions: provisions.map(({ id, amount }) => ({ id, amount, name: names.provision(id) })),
    links,
  });
}

const sourceNode = (id: Id): string => `source-${id}`;

function payerOf({ kind, payer }: LedgerLine): string {
  if (kind === "unfunded") return UNFUNDED;
  if (kind === "source") return sourceNode(payer ?? "");
  return kind === "top-up" ? TOP_UPS : CONTRIBUTIONS;
}

function payerName(id: string, lines: readonly LedgerLine[], sourceName: (id: Id) => string): string {
  if (id === UNFUNDED) return "Unfunded";
  if (id === TOP_UPS) return "Top-ups";
  if (id !== CONTRIBUTIONS) return sourceName(id.replace(/^source-/, ""));
  const payers = new Set(lines.filter((line) => payerOf(line) === CONTRIBUTIONS).map(({ payer }) => payer));
  return payers.size === 1 ? "Contribution of one district" : `Contributions of ${payers.size} districts`;
}

function nodes(
  links: readonly FlowLink[],
  end: (link: FlowLink) => string,
  order: readonly string[],
): { readonly id: string; readonly amount: Pence }[] {
  return order
    .map((id) => ({ id, amount: sum(links.filter((link) => end(link) === id)) }))
    .filter(({ amount }) => amount > 0n);
}

function foldSmallest(flow: FundingFlow): FundingFlow {
  const payers = fold(flow.payers, "sources");
  const provisions = fold(flow.provisions, "provisions");
  const links = flow.links.map(({ payer, provision, amount }) => ({
    payer: payers.some(({ id }) => id === payer) ? payer : OTHERS,
    provision: provisions.some(({ id }) => id === provision) ? provision : OTHERS,
    amount,
  }));
  return { year: flow.year, payers, provisions, links: merge(links) };
}

function fold(all: readonly FlowNode[], what: string): readonly FlowNode[] {
  if (all.length <= MOST_NODES) return all;
  const bySize = all.toSorted((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0));
  const kept = new Set([...bySize.slice(0, MOST_NODES - 1).map(({ id }) => id), UNFUNDED]);
  const rest = all.filter(({ id }) => !kept.has(id));
  const others = { id: OTHERS, name: `${rest.length} other ${what}`, amount: sum(rest) };
  const shown = all.filter(({ id }) => kept.has(id));
  const last = shown.at(-1);
  return last?.id === UNFUNDED ? [...shown.slice(0, -1), others, last] : [...shown, others];
}

function merge(links: readonly FlowLink[]): FlowLink[] {
  const merged = new Map<string, FlowLink>();
  for (const link of links) {
    const key = JSON.stringify([link.payer, link.provision]);
    merged.set(key, { ...link, amount: link.amount + (merged.get(key)?.amount ?? 0n) });
  }
  return [...merged.values()];
}

function sum(amounts: readonly { readonly amount: Pence }[]): Pence {
  return amounts.reduce((total, { amount }) => total + amount, 0n);
}
