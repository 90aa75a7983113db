import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { COST_KINDS, type LedgerLine } from "../../scenarios/model/ledger";
import type { Pence } from "../../scenarios/model/money";

/** A line of the ledger in one month. */
export type DataRecord = LedgerLine & { readonly month: number };

/**
 * The ledger by month. Costs are by month already; the money of a year goes over its months as the cost of its
 * provision does, in whole pence, rounded down on the way so that the last month has what is left. Where the year has no
 * cost it stands in its last month. The records of a line sum to it.
 */
export function dataRecords(evaluation: Evaluation): DataRecord[] {
  const spread = spreads(evaluation);
  return evaluation.ledger.flatMap((line): DataRecord[] => {
    if (line.month !== null) return [{ ...line, month: line.month }];
    return spreadLine(line, spread(line.provision, line.year));
  });
}

export const isCost = ({ kind }: Pick<LedgerLine, "kind">): boolean => COST_KINDS.includes(kind);

/** The months of a year, each with the cost of a provision so far and of the whole year. */
type Spread = readonly { readonly month: number; readonly soFar: Pence }[];

function spreads({ timeline, costs }: Evaluation): (provision: Id, year: number) => Spread {
  const known = new Map<string, Spread>();
  return (provision, year) => {
    const key = `${year} ${provision}`;
    const spread = known.get(key) ?? spreadOf(provision, year);
    known.set(key, spread);
    return spread;
  };
  function spreadOf(provision: Id, year: number): Spread {
    let soFar = 0n;
    return timeline.months.flatMap((month, place) => {
      if (timeline.years[timeline.yearPlaceOfMonth[place] ?? -1] !== year) return [];
      soFar += costs.get(provision)?.months[place] ?? 0n;
      return [{ month, soFar }];
    });
  }
}

function spreadLine(line: LedgerLine, months: Spread): DataRecord[] {
  const last = months.at(-1);
  if (last === undefined) return [];
  if (last.soFar <= 0n) return [{ ...line, month: last.month }];
  let before = 0n;
  return months.flatMap(({ month, soFar }) => {
    const reached = (line.amount * soFar) / last.soFar;
    const amount = reached - before;
    before = reached;
    return amount === 0n ? [] : [{ ...line, month, amount }];
  });
}
