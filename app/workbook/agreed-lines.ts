import { inDrawOrder } from "../../scenarios/model/draw-order";
import { mayPay } from "../../scenarios/calculate/eligibility";
import { periodOf } from "../../scenarios/calculate/provision-costs";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { divideRounded, type Pence, parseMoney, sumPence } from "../../scenarios/model/money";
import { parsePercent, timesRounded } from "../../scenarios/model/rational";
import type { FundingLine, Provision } from "../../scenarios/model/scenario";
import { YEAR_PARTS, yearParts } from "../../scenarios/model/timeline";
import { known } from "../reports/table-parts";
import type { Places } from "./sheet";

/** One agreed line in one year: what it asks for, what is unpaid and left before it, what it pays (rules §8). */
export type AgreedLine = {
  readonly id: string;
  readonly place: number;
  readonly provision: Provision;
  readonly line: FundingLine;
  /** Its place among the lines of the provision. */
  readonly at: number;
  /** Whether the ring-fence lets the source pay for the provision at all. */
  readonly allowed: boolean;
  readonly asks: Pence;
  readonly unpaid: Pence;
  readonly left: Pence;
  readonly pays: Pence;
};

/** Every agreed line, year by year, in the order in which they draw. */
export function agreedLines(evaluation: Evaluation): AgreedLine[] {
  return evaluation.timeline.years.flatMap((_, place) => linesOfYear(evaluation, place));
}

/** The provisions in the order in which they draw on sources. */
export function inDrawingOrder({ scenario }: Pick<Evaluation, "scenario">): Provision[] {
  return inDrawOrder(scenario.provisions);
}

function linesOfYear(evaluation: Evaluation, place: number): AgreedLine[] {
  const { scenario, funding } = evaluation;
  const left = new Map<Id, Pence>(
    (scenario.fundingSources ?? []).map(({ id }) => [id, funding.sources.get(id)?.[place]?.available ?? 0n]),
  );
  return inDrawingOrder(evaluation).flatMap((provision) => {
    let unpaid = needAfterContributions(evaluation, provision.id, place);
    return (provision.funding ?? []).map((line, at): AgreedLine => {
      const source = known(
        scenario.fundingSources?.find(({ id }) => id === line.source),
        `the source ${line.source}`,
      );
      const before = { unpaid, left: left.get(line.source) ?? 0n };
      const asks = amountOf(evaluation, provision, line, place, unpaid);
      const allowed = mayPay(source, provision);
      const pays = allowed ? least(asks, before.unpaid, before.left) : 0n;
      unpaid -= pays;
      left.set(line.source, before.left - pays);
      return {
        id: lineId(provision.id, at, place),
        place,
        provision,
        line,
        at,
        allowed,
        asks,
        ...before,
        pays,
      };
    });
  });
}

/** The first and the last line of a year; null where no provision has lines. A sum over more would read later years. */
function linesOfOneYear({ scenario }: Evaluation, place: number): { first: string; last: string } | null {
  const provisions = inDrawingOrder({ scenario }).filter(({ funding = [] }) => funding.length > 0);
  const [first, last] = [provisions[0], provisions.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first: lineId(first.id, 0, place), last: lineId(last.id, (last.funding ?? []).length - 1, place) };
}

/** What lines of a year pay, by the ids of source and provision where they are given; null where there are none. */
export function paidByLines(
  evaluation: Evaluation,
  place: number,
  lines: Places,
  wanted: { readonly source?: Id; readonly provision?: Id },
): string | null {
  const rows = linesOfOneYear(evaluation, place);
  if (rows === null) return null;
  const range = (column: string): string => lines.range(column, rows.first, rows.last);
  const conditions = [
    ...(wanted.source === undefined ? [] : [`${range("source-id")},"${wanted.source}"`]),
    ...(wanted.provision === undefined ? [] : [`${range("provision-id")},"${wanted.provision}"`]),
  ];
  return `SUMIFS(${[range("pays"), ...conditions].join(",")})`;
}

function lineId(provision: Id, at: number, place: number): string {
  return `${place}-${provision}-${at}`;
}

/** What a provision still needs in a year when contributions have paid. */
export function needAfterContributions({ funding }: Evaluation, provision: Id, place: number): Pence {
  const { cost, contributions } = known(
    funding.provisions.get(provision)?.[place],
    `${provision} in year ${place}`,
  );
  return cost > contributions ? cost - contributions : 0n;
}

/** What a source has left in a year when every agreed line has drawn. */
export function leftOf(source: Id, funding: Evaluation["funding"], place: number): Pence {
  const available = funding.sources.get(source)?.[place]?.available ?? 0n;
  const drawn = [...funding.provisions.values()].map((years) => years[place]?.agreed.get(source) ?? 0n);
  return available - sumPence(drawn);
}

function amountOf(
  { funding, timeline }: Evaluation,
  provision: Provision,
  line: FundingLine,
  place: number,
  unpaid: Pence,
): Pence {
  if ("annual" in line) {
    const parts = yearParts(timeline, periodOf(provision))[place] ?? 0n;
    return divideRounded(parseMoney(line.annual) * parts, YEAR_PARTS);
  }
  if ("rest" in line) return unpaid;
  const cost = funding.provisions.get(provision.id)?.[place]?.cost ?? 0n;
  return timesRounded(cost, parsePercent(line.percent));
}

function least(...amounts: readonly Pence[]): Pence {
  return amounts.reduce((smallest, amount) => (amount < smallest ? amount : smallest));
}
