import type { Among } from "./share-columns";

/** Stands for a most that is not there. */
export const NO_LIMIT = 1e15;

/** The addresses that the formulas of one member read. */
export type SharePlaces = {
  /** This member's cell of a column. */
  readonly own: (column: string) => string;
  /** All members' cells of a column. */
  readonly all: (column: string) => string;
  /** This member's cell of a column in the year before; null in the first. */
  readonly before: ((column: string) => string) | null;
  readonly pot: string;
  readonly months: string;
  readonly monthsBefore: string | null;
};

/** What a round uses, with the addresses of its assumptions. */
export type ShareRefs = {
  /** The columns of the bases with the address of their weight; null is equal shares. */
  readonly bases: readonly { readonly column: string | null; readonly weight: string }[];
  readonly members: number;
  /** The address of the way gone, or 1; null without phasing in. */
  readonly gone: string | null;
  readonly rise: string | null;
  readonly bounded: boolean;
};

/** The formulas of one member's working columns, by column id (rules §3). */
export function shareFormulas(
  places: SharePlaces,
  refs: ShareRefs,
  among: Among,
): Readonly<Record<string, string>> {
  const id = (column: string): string => `${column}-${among}`;
  const own = (column: string): string => places.own(id(column));
  const all = (column: string): string => places.all(id(column));
  const moves = refs.gone !== null || refs.rise !== null;
  const entries: Record<string, string> = {
    weight: refs.bases.map((basis) => weightTerm(basis, places, refs.members, among)).join("+") || "0",
    ...(refs.rise === null ? {} : { before: beforeFormula(places, among) }),
    ...(refs.rise === null ? {} : { moved: collarFormula(places, among, refs.rise) }),
    ...(refs.gone === null ? {} : { moved: phaseFormula(places, among, refs.gone) }),
    ...(refs.bounded ? boundFormulas(places, among, moves ? "moved" : null) : {}),
    quota: refs.bounded ? boundedQuota(places, among) : moves ? own("moved") : target(places, own("weight")),
    floor: `INT(ROUND(${own("quota")},7))`,
    fraction: `ROUND(ROUND(${own("quota")},7)-${own("floor")},7)`,
    rank: rankFormula(own, all, places),
    result: `IF(ABS(SUM(${all("quota")})-${places.pot}*100)<0.01,(${own("floor")}+IF(${own("rank")}<=ROUND(SUM(${all("fraction")}),0),1,0))/100,"${CANNOT}")`,
  };
  return Object.fromEntries(Object.entries(entries).map(([column, formula]) => [id(column), formula]));
}

/** What stands for a share where bounds or a collar do not allow the pot. */
export const CANNOT = "Cannot be met";

function target(places: SharePlaces, weight: string): string {
  return `(${places.pot}*100*${weight})`;
}

function weightTerm(
  { column, weight }: ShareRefs["bases"][number],
  places: SharePlaces,
  members: number,
  among: Among,
): string {
  const takes = [places.own("takes"), places.all("takes")] as const;
  if (column === null) {
    return among === "all" ? `${weight}/${members}` : `${weight}*${takes[0]}/MAX(1,SUM(${takes[1]}))`;
  }
  const [own, all] = [places.own(column), places.all(column)];
  const sum = among === "all" ? `SUM(${all})` : `SUMPRODUCT(${all},${takes[1]})`;
  const part = among === "all" ? own : `${own}*${takes[0]}`;
  return `IF(${sum}=0,0,${weight}*${part}/${sum})`;
}

function phaseFormula(places: SharePlaces, among: Among, gone: string): string {
  const [own, all] = [places.own("historic"), places.all("historic")];
  const takes = [places.own("takes"), places.all("takes")] as const;
  const sum = among === "all" ? `SUM(${all})` : `SUMPRODUCT(${all},${takes[1]})`;
  const part = among === "all" ? own : `${own}*${takes[0]}`;
  const past = `IF(${sum}=0,0,${places.pot}*100*${part}/${sum})`;
  return `(1-${gone})*${past}+${gone}*${target(places, places.own(`weight-${among}`))}`;
}

/** The historic figure in the first year, then what the collar gave in the year before, as a full year. */
function beforeFormula(places: SharePlaces, among: Among): string {
  const { before, monthsBefore } = places;
  if (before === null || monthsBefore === null) {
    return among === "all" ? places.own("historic") : `${places.own("historic")}*${places.own("takes")}`;
  }
  return `IF(${monthsBefore}=0,${before(`before-${among}`)},${before(`moved-${among}`)}/100*12/MAX(${monthsBefore},0.000001))`;
}

/** At most the cap; what that leaves short is withheld from those who fall, in proportion to their fall. */
function collarFormula(places: SharePlaces, among: Among, rise: string): string {
  const own = target(places, places.own(`weight-${among}`));
  const all = target(places, places.all(`weight-${among}`));
  const before = (address: string): string => `${address}*${places.months}*100/12`;
  const [ownBefore, allBefore] = [
    before(places.own(`before-${among}`)),
    before(places.all(`before-${among}`)),
  ];
  const cap = `${ownBefore}*(1+${rise})`;
  const excess = `SUMPRODUCT((${all}>${allBefore}*(1+${rise}))*(${all}-${allBefore}*(1+${rise})))`;
  const fallen = `SUMPRODUCT((${allBefore}>${all})*(${allBefore}-${all}))`;
  return `IF(${own}>${cap},${cap},${own}+MAX(0,${ownBefore}-${own})*IF(${fallen}=0,0,MIN(1,${excess}/MAX(${fallen},0.000001))))`;
}

/** The one scale at which the shares within their bounds come to the pot: found among the scales at which one is reached. */
function boundFormulas(places: SharePlaces, among: Among, moved: "moved" | null): Record<string, string> {
  const own = (column: string): string => places.own(`${column}-${among}`);
  const all = (column: string): string => places.all(`${column}-${among}`);
  const takes = among === "all" ? ["", ""] : [`*${places.own("takes")}`, `*${places.all("takes")}`];
  const pence = moved === null ? target(places, own("weight")) : own("moved");
  const pences = moved === null ? target(places, all("weight")) : all("moved");
  const [least, leasts] = [`${places.own("least")}*100${takes[0]}`, `${places.all("least")}*100${takes[1]}`];
  const [most, mosts] = [`${places.own("most")}*100${takes[0]}`, `${places.all("most")}*100${takes[1]}`];
  const sumAt = (scale: string): string =>
    `SUMPRODUCT(((${pences}=0)+(${pences}>0)*(${scale}<=${all("low")}))*${leasts}+(${pences}>0)*(${scale}>${all("low")})*(${scale}>=${all("high")})*${mosts}+(${pences}>0)*(${scale}>${all("low")})*(${scale}<${all("high")})*${scale}*${pences})`;
  const scale = `MAX(${all("reached")})`;
  const isFree = `AND(${pence}>0,${own("low")}<=${scale},${own("high")}>${scale})`;
  return {
    low: `IF(${pence}=0,0,${least}/${pence})`,
    high: `IF(${pence}=0,${NO_LIMIT},MIN(${NO_LIMIT},${most}/${pence}))`,
    "sum-low": sumAt(own("low")),
    "sum-high": `IF(${own("high")}>=${NO_LIMIT},${NO_LIMIT},${sumAt(own("high"))})`,
    reached: `MAX(IF(${own("sum-low")}<=${places.pot}*100,${own("low")},0),IF(${own("sum-high")}<=${places.pot}*100,${own("high")},0))`,
    free: `IF(${isFree},${pence},0)`,
    held: `IF(${isFree},0,IF(OR(${pence}=0,${own("low")}>${scale}),${least},${most}))`,
  };
}

function boundedQuota(places: SharePlaces, among: Among): string {
  const own = (column: string): string => places.own(`${column}-${among}`);
  const all = (column: string): string => places.all(`${column}-${among}`);
  const rest = `(${places.pot}*100-SUM(${all("held")}))`;
  return `${own("held")}+IF(SUM(${all("free")})=0,0,${rest}*${own("free")}/SUM(${all("free")}))`;
}

/** Larger fractions first; ties go to the larger weight, then to the order of areas and ids. */
function rankFormula(
  own: (column: string) => string,
  all: (column: string) => string,
  places: SharePlaces,
): string {
  const [fraction, fractions] = [own("fraction"), all("fraction")];
  const [weight, weights] = [own("weight"), all("weight")];
  const [order, orders] = [places.own("order"), places.all("order")];
  const tie = `(${weights}>${weight})+(${weights}=${weight})*(${orders}<${order})`;
  return `1+SUMPRODUCT((${fractions}>${fraction})+(${fractions}=${fraction})*(${tie}))`;
}
